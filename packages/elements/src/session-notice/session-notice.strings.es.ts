import type { en } from './session-notice.strings.js';

/** The words of `session-notice` in Spanish. */
export const es: typeof en = {
  'signed-out': 'Ha cerrado la sesión. Iníciela de nuevo y vuelva a intentarlo.',
  'unknown-person': 'Este servicio aún no le conoce. Consulte a su soporte informático.',
  unreachable: 'El servicio de políticas no está disponible en este momento.',
  kept: (when) =>
    `Ve lo que este dispositivo ha guardado, a fecha de ${when}. Lo que haga espera aquí a la conexión.`,
  'not-isms':
    'Ha respondido otra cosa en lugar del servicio de políticas, quizá una página de inicio de sesión. Recargue esta página.',
  waiting: 'Esperando la conexión.',
  loading: 'Cargando…',
  failed: 'No se pudo cargar.',
  absent: 'Esto no se ofrece aquí.',
  again: 'Intentar de nuevo',
};
