import type { Words } from './isms-inbox.strings.js';

/** The words of `isms-inbox` in German. */
export const de: Words = {
  asked: 'Für Sie zu erledigen',
  loading: 'Wird geladen …',
  empty: 'Von Ihnen wird nichts verlangt.',
  last: (what, when) => `Zuletzt erledigt: ${what}, am ${when}.`,
  offline: 'Zurzeit besteht keine Verbindung.',
  stale: 'Dies konnte nicht aktualisiert werden.',
  todo: (n) => (n === 1 ? '1 Sache zu erledigen' : `${n} Dinge zu erledigen`),
  due: (when) => `fällig ${when}`,
  was: (when) => `war ${when} fällig`,
  firstDue: (when) => `das Erste fällig ${when}`,
  firstWas: (when) => `das Erste war ${when} fällig`,
  display: 'Zum Lesen',
  acknowledge: 'Zur Kenntnisnahme',
  agree: 'Zur Zustimmung',
  minutes: (count) => `etwa ${count} Min.`,
  alert: 'Bitte jetzt handeln',
  task: (author) => `Aufgabe von ${author}`,
  waits: 'auf diesem Gerät aufbewahrt, noch nicht gesendet',
  more: (n) => (n === 1 ? '1 weitere' : `${n} weitere Dinge`),
};
