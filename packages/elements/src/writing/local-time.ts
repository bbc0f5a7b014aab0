/** A time as a field for a date and a time has it: on the clock of the device, and empty where there is none. */
export function localTime(time: string | undefined): string {
  if (!time) return '';
  const at = new Date(time);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
