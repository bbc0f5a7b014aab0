/** Which way up a picture is shown (Exif 3.0, tag 0x0112), out of the TIFF structure of its Exif; undefined as it lies. */
export function orientationIn(tiff: Buffer): number | undefined {
  const order = tiff.toString('latin1', 0, 4);
  if (order !== 'II*\0' && order !== 'MM\0*') return undefined;
  const isLittle = order === 'II*\0';
  const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  if (tiff.length < 8) return undefined;
  const first = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (first + 2 > tiff.length) return undefined;
  const entries = Array.from({ length: short(first) }, (_, index) => first + 2 + 12 * index);
  const found = entries.find((at) => at + 12 <= tiff.length && short(at) === 0x0112);
  const value = found === undefined ? 1 : short(found + 8);
  return value >= 2 && value <= 8 ? value : undefined;
}

/** A TIFF structure that says which way up, and nothing else. */
export function orientationOnly(value: number): Buffer {
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex');
  tiff.writeUInt16BE(value, 18);
  return tiff;
}
