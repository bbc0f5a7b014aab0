import type { Person } from '@heed/contract';
import { htmlPage, languageOf, paragraph } from '../notices/page.js';
import { spoken } from './words/spoken.js';
import type { DigestWords } from './words/words.js';

/** The page on which somebody ends their digest, and that says so. It names nobody: whoever has the link sees it. */
export function stopPage(person: Person, state: 'asks' | 'done'): string {
  const language = languageOf(person, spoken);
  const { stop, stopQuestion, stopped } = spoken[language] as DigestWords;
  const button = paragraph('button', undefined, stop);
  const form = paragraph('form', undefined, button);
  if (form.type === 'element') form.properties['method'] = 'post';
  const [line, ...more] = state === 'asks' ? [stopQuestion, form] : [stopped];
  return htmlPage(
    { language, title: stop, plain: true },
    paragraph('h1', undefined, stop),
    paragraph('p', undefined, line as string),
    ...(more as (typeof form)[]),
  );
}
