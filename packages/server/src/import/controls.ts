/** Controls per theme of Annex A, ISO/IEC 27001:2022: 93 in all. */
const LAST: Record<string, number> = { '5': 37, '6': 8, '7': 14, '8': 34 };

/** Whether a text names a control of Annex A of ISO/IEC 27001:2022, such as `A.5.10`. */
export function isControl(text: string): boolean {
  const [, theme = '', number = ''] = /^A\.([5-8])\.([1-9]\d?)$/.exec(text) ?? [];
  return Number(number) >= 1 && Number(number) <= (LAST[theme] ?? 0);
}
