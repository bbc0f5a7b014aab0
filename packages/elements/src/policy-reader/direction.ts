/**
 * The direction a language is written in. Said, not `auto`: that makes the browser look through the
 * whole text again with every part of it that comes onto the page.
 */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return /^(ar|arc|ckb|dv|fa|he|ks|nqo|ps|sd|ug|ur|yi)\b|-(arab|hebr)\b/i.test(language)
    ? 'rtl'
    : 'ltr';
}
