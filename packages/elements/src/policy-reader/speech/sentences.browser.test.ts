import { expect, fixtureSync, html } from '@open-wc/testing';
import { textOf } from '../place.js';
import { piecesOf, sentencesOf } from './segmenting.js';
import { sentencesIn } from './sentences.js';

/** A section as the reader lays it out; `body` holds markup of the test itself. */
function section(body: string, language = 'en') {
  const parsed = new DOMParser().parseFromString(body, 'text/html').body.childNodes;
  const element = fixtureSync<HTMLElement>(
    html`<section>
      <div role="heading" aria-level="2">Heading</div>
      <div class="body">${[...parsed]}</div>
    </section>`,
  );
  return { element, sentences: sentencesIn(element, language) };
}
const texts = (body: string, language?: string): string[] =>
  section(body, language).sentences.map(({ text }) => text);
const words = ({ startContainer, startOffset, endContainer, endOffset }: StaticRange): string => {
  const range = new Range();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return String(range);
};

describe('sentences', () => {
  const cases: [what: string, body: string, spoken: string[], language?: string][] = [
    ['a paragraph', '<p>One. Two! Three?</p>', ['One.', 'Two!', 'Three?']],
    ['never over two paragraphs', '<p>One</p><p>Two</p>', ['One', 'Two']],
    ['items, nested', '<ul><li>A<ul><li>B</li></ul>C</li></ul>', ['A', 'B', 'C']],
    ['cells', '<table><tr><th>A</th><td>1. b</td></tr></table>', ['A', '1. b']],
    ['links as text', '<p>See <a href="#x">the <b>rules</b></a> now.</p>', ['See the rules now.']],
    ['lines of the source', '<p>One\n  two.\n Three.</p>', ['One   two.', 'Three.']],
    ['lines of a listing', '<pre>one\ntwo</pre>', ['one', 'two']],
    ['line breaks', '<p>One<br>two</p>', ['One two']],
    ['pictures', '<p>See <img alt="a map of the site">.</p>', ['See a map of the site.']],
    ['what is gone', '<p>Lock <del data-changed="">the</del>a door.</p>', ['Lock a door.']],
    ['deletions of the author', '<p>Lock <del>the</del> door.</p>', ['Lock the door.']],
    ['no lonely signs', '<p>•</p><p>—</p><p>Yes</p>', ['Yes']],
    ['abbreviations', '<p>Etwa z. B. Das Haus. Gut.</p>', ['Etwa z. B. Das Haus.', 'Gut.'], 'de'],
    ['soft hyphens', '<p>Infor&shy;mation</p>', ['Information']],
    ['Arabic', '<p>هل هذا واضح؟ نعم.</p>', ['هل هذا واضح؟', 'نعم.'], 'ar'],
    ['Japanese', '<p>これは本です。読みます。</p>', ['これは本です。', '読みます。'], 'ja'],
  ];
  for (const [what, body, spoken, language] of cases) {
    it(what, () => expect(texts(body, language).slice(1)).to.deep.equal(spoken));
  }

  it('stand where they are painted, and where places count', () => {
    const { element, sentences } = section(
      '<p>One <b>and. Two</b> and</p><p>x <del data-changed="">gone </del>three. Four.</p>',
    );
    const all = textOf(element);
    for (const { text, range, offset } of sentences) {
      if (!text.includes('three')) expect(words(range)).to.equal(text);
      expect(all.slice(offset, offset + text.length)).to.equal(text);
    }
    expect(sentences.map(({ text }) => text)).to.include('Two and');
  });

  it('pause longest at headings, shortest between cells', () => {
    const { sentences } = section(
      '<p>One. Two.</p><p>C</p><table><tr><td>D</td><td>E</td></tr><tr><td>F</td></tr></table>',
    );
    const [heading, a, b, c, , e, f] = sentences.map(({ pause }) => pause);
    expect(b).to.equal(0);
    expect(heading).to.equal(a);
    expect(a).to.be.greaterThan(c!);
    expect(c).to.equal(f);
    expect(e).to.be.lessThan(f!);
  });

  it('are found without a segmenter, too', () => {
    const { Segmenter } = Intl;
    Reflect.deleteProperty(Intl, 'Segmenter');
    const text = 'One (see 2.1). Two? “Three.” これは。本。 …';
    const found = sentencesOf(text, 'en').map(([start, end]) => text.slice(start, end));
    Object.defineProperty(Intl, 'Segmenter', {
      configurable: true,
      writable: true,
      value: Segmenter,
    });
    expect(found).to.deep.equal(['One (see 2.1).', 'Two?', '“Three.”', 'これは。', '本。']);
  });

  it('are cut into pieces without losing a letter', () => {
    for (const text of [
      'word '.repeat(60).trim(),
      'x'.repeat(200),
      'One, two; three, '.repeat(12),
    ]) {
      const pieces = piecesOf(text);
      expect(pieces.join('')).to.equal(text);
      expect(Math.max(...pieces.map(({ length }) => length))).to.be.at.most(82);
    }
  });
});
