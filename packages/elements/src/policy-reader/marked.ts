/** What the names of marks in the storage begin with. */
export const marksKey = 'isms-marks:';

/** Whether somebody has marked something on this device. */
export function hasMarks(): boolean {
  try {
    return Object.keys(localStorage).some((name) => name.startsWith(marksKey));
  } catch {
    return false;
  }
}
