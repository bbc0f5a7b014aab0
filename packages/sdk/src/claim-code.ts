/**
 * A claim code for an anonymous report: 16 decimal digits at random. Show it once, and keep it nowhere: whoever has it reads and
 * answers in the report.
 */
export function createClaimCode(): string {
  let code = '';
  while (code.length < 16) {
    for (const byte of crypto.getRandomValues(new Uint8Array(32))) {
      // Bytes from 250 on would make some digits likelier than others.
      if (byte < 250 && code.length < 16) code += byte % 10;
    }
  }
  return code;
}
