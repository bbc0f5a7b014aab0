/** Words for the person to know this device by, such as `Firefox, Windows`. Coarse on purpose. */
export function deviceName(agent = navigator.userAgent): string {
  const first = (names: string): string | undefined =>
    names
      .split(' ')
      .map((name) => name.split('='))
      .find(([sign]) => agent.includes(sign!))?.[1];
  return [
    first('Edg/=Edge Firefox/=Firefox Chrome/=Chrome Safari/=Safari') ?? 'Browser',
    first('iPhone=iOS iPad=iOS Android=Android Windows=Windows Mac=macOS Linux=Linux'),
  ]
    .filter(Boolean)
    .join(', ');
}
