import type { IncidentRecorded } from '@heed/sdk';

/**
 * Offers the receipt of a report to the person as a file to keep. It is here and not with that of an acknowledgement: what two
 * tags share is a file of its own, which every page with an act would have to load.
 */
export function saveReceipt({ incident, receipt }: IncidentRecorded): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([receipt], { type: 'application/json' }));
  link.download = `report-${incident.id.replace(/[^\w.-]+/g, '-')}-receipt.json`;
  link.click();
  // The browser reads the file after this task; a minute is ample even behind a "save as" dialog.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
