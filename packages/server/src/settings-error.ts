/** The command line or the environment asks for something impossible; the message says what to change. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}
