import type { Words } from './incident-report.strings.js';

/** The words of `incident-report` in French. */
export const fr: Words = {
  opener: 'Signaler quelque chose',
  close: 'Fermer',
  noticed: 'Qu’avez-vous remarqué ?',
  needsNoticed: 'Dites en quelques mots ce que vous avez remarqué.',
  seems: 'De quoi semble-t-il s’agir ?',
  phishing: 'Un message étrange',
  'lost-device': 'Quelque chose de perdu ou de volé',
  'wrong-recipient': 'Envoyé à la mauvaise personne',
  malware: 'Un appareil se comporte bizarrement',
  access: 'Quelqu’un a accès et ne devrait pas',
  weakness: 'Quelque chose qui n’est pas sûr',
  other: 'Autre chose, ou je ne suis pas sûr',
  advice: 'Que faire maintenant',
  safe: 'Pouvez-vous continuer à travailler sans danger ?',
  yes: 'Oui',
  unsure: 'Je ne sais pas',
  no: 'Non',
  when: 'Quand l’avez-vous remarqué ?',
  now: 'À l’instant',
  earlier: 'Plus tôt',
  at: 'Jour et heure, si vous les connaissez',
  did: 'Qu’avez-vous déjà fait ?',
  files: 'Ajouter des photos ou des fichiers',
  noFiles:
    'Les fichiers peuvent dire d’où ils viennent : aucun n’accompagne un signalement sans nom.',
  filesFailed: 'Impossible d’ajouter des fichiers pour le moment. Réessayez.',
  privacy: 'Qui peut voir votre nom ?',
  named: 'Avec mon nom',
  confidential: 'En confidence',
  anonymous: 'Sans mon nom',
  namedHint:
    'Ceux qui traitent les signalements voient qui vous êtes, et peuvent vous aider plus vite.',
  confidentialHint:
    'Ceux qui traitent les signalements ne voient votre nom que s’ils le lèvent et disent pourquoi. Cela est enregistré pour toujours, et vous pouvez le lire.',
  anonymousHint:
    'Personne n’apprend qui vous êtes. Vous recevez une seule fois un code, avec lequel vous lisez les réponses.',
  sees: 'Ce que les autres peuvent voir',
  employer: 'Votre employeur',
  handler: 'Ceux qui le traitent',
  network: 'Le réseau',
  page: 'Cette page',
  namedEmployer:
    'Le signalement est gardé avec votre nom. Seuls vous et ceux qui traitent les signalements peuvent l’ouvrir ; un auditeur le voit sans votre nom.',
  confidentialEmployer:
    'Le signalement est gardé avec votre nom, sous clé. Un auditeur voit le signalement et si le nom a été levé, mais pas le nom.',
  anonymousEmployer:
    'Le signalement est gardé sans rien qui mène à vous. Ce que vous écrivez peut encore vous trahir.',
  namedHandler: 'Votre nom, ce que vous racontez et vos fichiers.',
  confidentialHandler:
    'Ce que vous racontez et vos fichiers, mais pas votre nom tant qu’il n’est pas levé.',
  anonymousHandler:
    'Ce que vous racontez, et rien d’autre. On peut vous répondre, pas vous appeler.',
  knownNetwork:
    'Que cet appareil parle à ce service pendant que vous êtes connecté ; pas ce que vous racontez.',
  anonymousNetwork:
    'Que quelque chose a été envoyé de cet appareil, quand et où ; pas quoi. Si c’est trop, prenez un autre appareil et un autre réseau.',
  knownPage: 'Tout ce que vous tapez ici : faites-lui confiance autant qu’à cet intranet.',
  anonymousPage:
    'Cette page sait qui est connecté et pourrait voir ce que vous tapez. On ne lui dit rien, mais on ne peut pas l’empêcher de regarder.',
  shared: 'Cet ordinateur est partagé : ne rien garder ici',
  kept: 'Ce que vous écrivez est gardé chiffré sur cet appareil jusqu’à l’envoi.',
  unkept:
    'Ce que vous écrivez n’est pas gardé sur cet appareil. Laissez cette page ouverte jusqu’à l’envoi.',
  sendNamed: 'Envoyer le signalement',
  sendConfidential: 'Envoyer en confidence',
  sendAnonymous: 'Envoyer sans mon nom',
  sending: 'Envoi en cours …',
  waits: 'Gardé sur cet appareil, pas encore envoyé.',
  unsafe: 'Pas encore envoyé, ni gardé sur cet appareil : laissez cette page ouverte.',
  later: 'L’envoi se fait dès que le service est joignable.',
  signIn: 'Reconnectez-vous pour l’envoyer.',
  refused: (reference) =>
    `Le service l’a refusé (référence ${reference}). Rien n’a été enregistré.`,
  missed: 'Rien n’a été pris. Ce que vous avez écrit est encore là : réessayez.',
  sendNow: 'Envoyer maintenant',
  edit: 'Le modifier',
  discard: 'Abandonner',
  recorded: (when) => `Enregistré le ${when}. Merci de nous l’avoir dit.`,
  next: 'Ceux qui traitent les signalements l’ont reçu. Leurs réponses sont plus bas, dans vos signalements.',
  receipt: 'Enregistrer le reçu',
  another: 'Signaler autre chose',
  earlierReport: 'Vous avez signalé ceci plus tôt :',
  mine: 'Mes signalements et les réponses',
  byCode: 'Ouvrir un signalement avec son code',
  statusFailed: 'Impossible de charger ceci pour le moment. Fermez et réessayez.',
  loading: 'Chargement …',
};
