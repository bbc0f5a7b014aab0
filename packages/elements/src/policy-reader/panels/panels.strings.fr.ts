import type { Words } from './panels.strings.js';

/** The words of what opens over the page in French. */
export const fr: Words = {
  listen: 'Écouter',
  view: 'Affichage',
  scrolled: 'Défilement',
  paged: 'Pages',
  size: 'Taille',
  spacing: 'Espacement',
  width: 'Largeur',
  font: 'Police',
  theme: 'Page',
  smaller: 'Plus petit',
  larger: 'Plus grand',
  tight: 'Serré',
  normal: 'Normal',
  loose: 'Aéré',
  narrow: 'Étroit',
  wide: 'Large',
  host: 'Comme le site',
  serif: 'Avec empattements',
  sans: 'Sans empattements',
  light: 'Clair',
  sepia: 'Sépia',
  dark: 'Sombre',
  line: 'Ligne de lecture',
  off: 'Désactivée',
  one: 'Une ligne',
  three: 'Trois lignes',
  fill: 'Plein écran',
  leave: 'Quitter le plein écran',
  keys: 'Touches en pages\u00a0: ← → Page préc., Page suiv., Espace. Ligne de lecture\u00a0: ↑ ↓. Échap ferme un panneau.',
  sections: (n, of) =>
    n < 2 ? `${n} section sur ${of} a été affichée` : `${n} sections sur ${of} ont été affichées`,
  time: (n) => (n === 1 ? 'pendant une minute en tout' : `pendant ${n} minutes en tout`),
  less: 'pendant moins d’une minute en tout',
  device: (name) => `sur ${name}`,
  bySight: 'comme texte à l’écran',
  byAid: 'avec un lecteur d’écran ou une autre aide, comme vous l’indiquez ci-dessous',
  sentAt: (time) => `dernier envoi à ${time}`,
  unsent: 'rien n’en a encore été envoyé',
  sent: 'Cela est envoyé pendant que vous lisez, pour que vous puissiez continuer sur un autre appareil, et figure en résumé dans votre prise de connaissance.',
  unknown:
    'Affiché ne veut pas dire lu, et personne n’apprend que vous auriez lu quelque chose. Ne sont pas enregistrés\u00a0: ce que vous sélectionnez, copiez ou cherchez, où vous regardez, les autres pages et fenêtres.',
  idle: 'Le temps ne compte que lorsque cette page est au premier plan et que vous êtes actif. Il ne suffit jamais à lui seul pour refuser une prise de connaissance.',
  here: (texts) =>
    texts === 0
      ? 'Aucun texte n’est conservé sur cet appareil.'
      : texts === 1
        ? 'Un texte est conservé sur cet appareil et s’ouvre sans connexion.'
        : `${texts} textes sont conservés sur cet appareil et s’ouvrent sans connexion.`,
  remove: 'Retirer de cet appareil',
  assistive: 'J’utilise un lecteur d’écran ou une autre aide',
  assistiveWhy: 'Le temps à l’écran dit alors peu de chose, et l’enregistrement l’indique.',
};
