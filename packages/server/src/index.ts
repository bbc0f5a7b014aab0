export { createApp, type App, type AppOptions } from './app.js';
export { remoteIssuer, type Issuer } from './identity/issuer.js';
export type { Identity } from './identity/identify.js';
export { createPersonaIssuer, type PersonaIssuer } from './identity/personas.js';
export { readContent } from './import/content.js';
export { readPeople } from './import/people.js';
export type * from './import/types.js';
export { ensureTenant } from './log/tenants.js';
export { createLogWriter, type LogWriter } from './log/writer.js';
export { publish, type Part, type Publication, type Published } from './publishing/publish.js';
export { readSettings, type Settings } from './settings.js';
export { SettingsError } from './settings-error.js';
export { dryRun, starter, type Folders } from './publishing/sources.js';
export { startServer, type RunningServer } from './start.js';
export {
  openDatabase,
  SqlError,
  StorageError,
  type Database,
  type DatabaseLocation,
  type Queryable,
} from './storage/database.js';
export { migrate } from './storage/migrate.js';
