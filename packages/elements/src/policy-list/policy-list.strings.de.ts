import type { en } from './policy-list.strings.js';

/** The words of `policy-list` in German. */
export const de: typeof en = {
  open: 'Offen',
  done: (count) => `Erledigt (${count})`,
  loading: 'Wird geladen …',
  empty: 'Zurzeit wird nichts von Ihnen verlangt.',
  offline: 'Zurzeit besteht keine Verbindung.',
  stale: 'Diese Liste konnte nicht aktualisiert werden.',
  display: 'Zum Lesen',
  acknowledge: 'Zur Kenntnisnahme',
  agree: 'Zur Zustimmung',
  due: (when) => `fällig ${when}`,
  was: (when) => `war ${when} fällig`,
  displayed: (when) => `Angezeigt am ${when}`,
  acknowledged: (when) => `Zur Kenntnis genommen am ${when}`,
  exempted: 'Befreit',
  superseded: 'Durch eine neuere Fassung ersetzt',
  version: (label) => `Fassung ${label}`,
  here: 'auf diesem Gerät',
  elsewhere: 'nicht auf diesem Gerät',
  minutes: (count) => `etwa ${count} Min.`,
};
