import type { en } from './ack-button.strings.js';

/** The words of `ack-button` in Spanish. */
export const es: typeof en = {
  acknowledge: 'He tomado nota',
  agree: 'Estoy de acuerdo',
  remaining: (n) => `Secciones que faltan por mostrar: ${n ?? 'todas'}.`,
  otherWay: 'Lo leo de otra manera (lector de pantalla, papel).',
  answer: (n) => `Responder a las preguntas (${n})`,
  nothing: 'Aquí no se le pide nada.',
  sending: 'Enviando…',
  kept: 'Guardado en este dispositivo, aún sin registrar.',
  open: 'Aún sin registrar, y este navegador no lo guarda: deje esta página abierta.',
  later: 'Se enviará en cuanto el servicio esté disponible.',
  signIn: 'Inicie sesión de nuevo para enviarlo.',
  denied: 'El servicio no lo acepta de usted: consulte a su soporte informático.',
  send: 'Enviar ahora',
  missed: 'No se registró nada. Inténtelo de nuevo.',
  recorded: (when) => `Registrado el ${when}.`,
  verified: 'El recibo está verificado.',
  unverified: 'El recibo no se pudo verificar: guárdelo y avise a su equipo de seguridad.',
  save: 'Guardar el recibo',
  more: 'Otra declaración',
  changed: 'No se registró nada: lo que se pide ha cambiado.',
  show: 'Mostrar lo que se pide ahora',
  refused: (reference) => `No se registró nada: el servicio lo rechazó (referencia ${reference}).`,
};
