/** What a label on a distribution list may mean among the departments and titles of an organisation. */
export interface Meaning {
  /** Names of departments, compared without case and accents. */
  departments?: readonly string[];
  /** Words that stand in a job title, in this order, side by side. */
  titles?: readonly string[];
  /** Words that take a title out again. */
  butNot?: readonly string[];
}

/** Labels that mean everyone who works here; suppliers and customers never belong to them. */
export const EVERYONE: readonly string[] = [
  'all',
  'all employees',
  'all staff',
  'everyone',
  'alle',
  'alle mitarbeitenden',
  'alle mitarbeiter',
  'alle beschaeftigten',
];

const HEADS: Meaning = {
  titles: ['manager', 'vice president', 'chief', 'head of', 'director', 'leiter', 'leiterin'],
  butNot: ['assistant', 'assistenz', 'account manager', 'project manager', 'product manager'],
};
const MANAGEMENT: Meaning = {
  titles: ['chief', 'vice president', 'director'],
  butNot: ['assistant', 'assistenz'],
};
const IT: Meaning = {
  departments: ['IT', 'Information Services', 'Information Technology', 'IT Operations'],
};
const DEVELOPERS: Meaning = {
  departments: ['Engineering', 'Research and Development', 'Tool Design', 'Software', 'Firmware'],
  titles: ['developer', 'software engineer', 'entwickler', 'entwicklerin'],
};
const ENGINEERING: Meaning = {
  departments: [
    'Engineering',
    'Research and Development',
    'Tool Design',
    'Software',
    'Firmware',
    'Hardware',
  ],
};
const HR: Meaning = {
  departments: ['Human Resources', 'HR', 'People', 'Personal', 'Personalabteilung'],
};
const PURCHASING: Meaning = {
  departments: ['Purchasing', 'Procurement', 'Einkauf', 'Beschaffung'],
};
const FACILITIES: Meaning = {
  departments: ['Facilities', 'Facilities and Maintenance', 'Facility Management'],
};

/**
 * Other words for departments and titles, by label in small letters with umlauts as `ae`, `oe`, `ue`.
 * A meaning only ever narrows: names that nobody in the organisation has are ignored, and a label
 * without any match is reported.
 */
export const SYNONYMS: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ['it', IT],
  ['it operations', IT],
  ['it betrieb', IT],
  ['hr', HR],
  ['personal', HR],
  ['procurement', PURCHASING],
  ['purchasing', PURCHASING],
  ['einkauf', PURCHASING],
  ['developers', DEVELOPERS],
  ['entwickler', DEVELOPERS],
  ['entwicklung', DEVELOPERS],
  ['engineering', ENGINEERING],
  ['facilities', FACILITIES],
  ['facility', FACILITIES],
  ['reception', { titles: ['reception', 'receptionist'] }],
  ['empfang', { titles: ['reception', 'receptionist', 'empfang'] }],
  ['legal', { departments: ['Legal', 'Legal Affairs', 'Recht', 'Rechtsabteilung'] }],
  ['department heads', HEADS],
  ['dept heads', HEADS],
  ['abteilungsleitungen', HEADS],
  ['management', MANAGEMENT],
  ['geschaeftsleitung', MANAGEMENT],
  ['project managers', { titles: ['project manager'] }],
  ['projektleitungen', { titles: ['project manager', 'projektleiter', 'projektleiterin'] }],
  ['secops', { departments: ['Security Operations', 'SecOps'] }],
  ['pmo', { departments: ['PMO', 'Project Management Office'] }],
]);
