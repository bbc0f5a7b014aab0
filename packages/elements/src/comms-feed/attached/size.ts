/** A size in words, as people say it. */
export function sizeOf(bytes: number, language: string): string {
  const unit = bytes < 1000 ? 'byte' : bytes < 1_000_000 ? 'kilobyte' : 'megabyte';
  const count = bytes / { byte: 1, kilobyte: 1024, megabyte: 1024 ** 2 }[unit];
  const digits = unit === 'megabyte' && count < 10 ? 1 : 0;
  // The short form of a byte has no plural.
  const unitDisplay = unit === 'byte' ? 'long' : 'short';
  const style = { style: 'unit', unit, unitDisplay, maximumFractionDigits: digits } as const;
  return new Intl.NumberFormat(language, style).format(count);
}
