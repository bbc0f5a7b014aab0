import type { Words } from './attaching.strings.js';

/** The words around files that go with a message in French. */
export const fr: Words = {
  files: 'Fichiers joints',
  stop: 'Arrêter',
  goOn: 'Continuer',
  leaveOut: 'Retirer',
  waiting: 'Attend son tour',
  checked: 'Vérification …',
  ready: 'Arrivé',
  stopped: (share) => `Arrêté à ${share}`,
  interrupted: (share) => `Interrompu à ${share}. L’envoi reprend dès qu’il y a une connexion.`,
  empty: 'Ce fichier est vide. Retirez-le.',
  large: (limit) => `Plus de ${limit}. Réduisez-le, ou dites où il se trouve.`,
  refused:
    'Non accepté. Sont acceptés les images (PNG, JPEG, GIF, WebP), le PDF, le texte et le CSV en UTF-8, ainsi que DOCX, XLSX et PPTX sans macros.',
  progress: (name) => `Part de ${name} déjà arrivée`,
  arrived: (ready, all) =>
    all === ready
      ? all === 1
        ? 'Le fichier est arrivé.'
        : `Les ${all} fichiers sont arrivés.`
      : `Fichiers arrivés : ${ready} sur ${all}.`,
  many: (most) => `Un message accepte ${most} fichiers. Les autres ont été laissés de côté.`,
  underWay: 'Ses fichiers sont encore en route. Publiez quand ils sont arrivés, ou retirez-les.',
  remove: 'Retirez d’abord les fichiers qui ne sont pas acceptés.',
};
