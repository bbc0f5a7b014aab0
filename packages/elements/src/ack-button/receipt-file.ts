import type { Acknowledgement } from '@heed/sdk';

/** Offers the receipt to the person as a file to keep, such as `acceptable-use-v3-receipt.json`. */
export function saveReceipt({ policy, version, receipt }: Acknowledgement): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([receipt], { type: 'application/json' }));
  link.download = `${policy.replace(/[^\w.-]+/g, '-')}-v${version}-receipt.json`;
  link.click();
  // The browser reads the file after this task; a minute is ample even behind a "save as" dialog.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
