import type { DigestWords } from './words.js';

/** The words of a digest in French. */
export const fr: DigestWords = {
  subject: (count) =>
    count === 1
      ? '1 nouveauté : sécurité de l’information'
      : `${count} nouveautés : sécurité de l’information`,
  asked: 'Ce qui vous est demandé',
  named: 'On vous nomme',
  isNew: 'Nouveau',
  until: (when) => `Jusqu’au ${when}`,
  overdue: (since) => `En retard depuis le ${since}`,
  from: (author) => `De ${author}`,
  reply: (author) => `${author} a répondu`,
  more: (count) => `et ${count} de plus`,
  nothing: 'Les liens ouvrent des pages. Rien n’est enregistré du fait de les ouvrir.',
  why: {
    daily:
      'Vous recevez ce courriel au plus une fois par jour, avec ce qui est arrivé depuis le dernier.',
    weekly:
      'Vous recevez ce courriel au plus une fois par semaine, avec ce qui est arrivé depuis le dernier.',
  },
  stop: 'Ne plus recevoir ce résumé',
  stopQuestion:
    'Les alertes arrivent toujours, et vous pouvez choisir à nouveau sur le portail. Mettre fin aux courriels avec les nouveautés ?',
  stopped:
    'Vous ne recevrez plus ces courriels. Les alertes arrivent toujours, et vous pouvez choisir à nouveau sur le portail.',
};
