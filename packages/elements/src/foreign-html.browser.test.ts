import { expect } from '@open-wc/testing';
import { idPrefix, openGate, type Gate } from './foreign-html.js';

interface Attack {
  title: string;
  payload: string;
}

/** The attack strings of the corpus; nothing where this machine has none. */
async function attacks(): Promise<string[] | undefined> {
  const list = await fetch('/corpus-list/attack');
  if (!list.ok) return undefined;
  const read = async <T>(name: string): Promise<T> =>
    (await (await fetch(`/corpus/attack/${name}`)).json()) as T;
  const pairs = await read<Attack[]>('dompurify-expect.json');
  const naughty = await read<string[]>('blns.json');
  const markdown = await (await fetch('/corpus/attack/markdown-it/xss.txt')).text();
  return [...pairs.map(({ payload }) => payload), ...naughty, ...markdown.split(/^\.$/m)];
}

const forbidden =
  'script, style, form, iframe, object, embed, base, meta, link, input, button, select, textarea, ' +
  'svg, math, template, noscript, frame, frameset, applet, video, audio, source, picture, slot';
const unsafeAddress = /^[\u0000-\u0020]*(?:javascript|data|vbscript|blob|file)[\u0000-\u0020]*:/i;

/** What must not be in a fragment, in words. */
function findings(fragment: DocumentFragment): string[] {
  const found = [...fragment.querySelectorAll(forbidden)].map((one) => `<${one.localName}>`);
  for (const element of fragment.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      const risky = /^on|^style$|^srcdoc$|^formaction$|^is$|^slot$|^part$|^name$/i.test(name);
      const leads = /^(?:href|src|cite|action|background|poster|xlink:href)$/i.test(name);
      if (risky || (leads && unsafeAddress.test(value)))
        found.push(`${element.localName} ${name}="${value}"`);
    }
  }
  return found;
}

function markup(fragment: DocumentFragment): string {
  const holder = document.createElement('div');
  holder.append(fragment.cloneNode(true));
  return new XMLSerializer().serializeToString(holder).replace(/ xmlns="[^"]*"/g, '');
}

const policy =
  '<h3 id="scope">Scope</h3><p id="p">Lock the <strong>screen</strong><sup id="fnref-1"><a href="#fn-1">1</a></sup>.</p>' +
  '<ul><li>One<ol start="3"><li>Two</li></ol></li></ul>' +
  '<table><caption>Who</caption><thead><tr><th scope="col" id="h1">Role</th></tr></thead>' +
  '<tbody><tr><td colspan="2" headers="h1">Officer</td></tr></tbody></table>' +
  '<p><a href="policy:clear-desk#papers">desk</a> <a href="https://example.org/a?b=c">out</a> ' +
  '<a href="mailto:soc@example.org">mail</a></p><blockquote lang="de">Ä</blockquote>' +
  '<p id="fn-1">The note</p><img src="/v1/images/1" data-image="sha256:1" alt="A door" width="40">';

describe('the gate for foreign HTML', () => {
  const native = 'setHTML' in Element.prototype;
  const gates: [string, boolean][] = [
    ['the browser’s own', true],
    ['DOMPurify', false],
  ];

  for (const [name, own] of gates) {
    describe(name, () => {
      let gate: Gate;
      before(async function () {
        if (own && !native) this.skip();
        gate = await openGate(own);
      });

      it('lets no attack of the corpus pass', async function () {
        this.timeout(60_000);
        const payloads = await attacks();
        if (!payloads) return this.skip();
        expect(payloads.length).to.be.above(700);
        const bad = payloads.flatMap((payload) =>
          findings(gate(payload)).map((found) => `${found} from ${payload.slice(0, 120)}`),
        );
        expect(bad).to.deep.equal([]);
      });

      it('runs nothing, even when the nodes come onto a page', async () => {
        const shots = [
          '<img src=x onerror="window.hit = 1">',
          '<a href="java&#10;script:window.hit=1" id="a">x</a>',
          '<svg><script>window.hit = 1</script></svg>',
          '<math><mtext><table><mglyph><style><img src=x onerror="window.hit=1"></style></table></math>',
          '<iframe srcdoc="<script>parent.hit = 1</script>"></iframe>',
          '<form action="javascript:window.hit=1"><button id="b">x</button></form>',
          '<template><img src=x onerror="window.hit=1"></template>',
        ];
        const holder = document.body.appendChild(document.createElement('div'));
        for (const shot of shots) holder.append(gate(shot));
        for (const one of holder.querySelectorAll<HTMLElement>('a, button')) one.click();
        await new Promise((resolve) => setTimeout(resolve, 200));
        holder.remove();
        expect((window as { hit?: number }).hit).to.equal(undefined);
      });

      it('shows what can be opened, as what it is', () => {
        const holder = document.body.appendChild(document.createElement('div'));
        holder.append(gate('<details><summary>More</summary><p>Inside</p></details>'));
        const details = holder.querySelector('details')!;
        expect(details.querySelector('summary')!.checkVisibility()).to.equal(true);
        expect(details.querySelector('summary')!.getClientRects()).to.have.length(1);
        details.open = true;
        expect(details.querySelector('p')!.getClientRects()).to.have.length(1);
        holder.remove();
      });

      it('keeps what a policy is made of, with ids behind a prefix', () => {
        const fragment = gate(policy);
        const holder = document.createElement('div');
        holder.append(fragment);
        for (const id of ['scope', 'p', 'fnref-1', 'fn-1', 'h1']) {
          expect(holder.querySelector(`#${idPrefix}${id}`), id).not.to.equal(null);
        }
        expect(holder.textContent).to.equal(
          'ScopeLock the screen1.OneTwoWhoRoleOfficerdesk out mailÄThe note',
        );
        const hrefs = [...holder.querySelectorAll('a')].map((one) => one.getAttribute('href'));
        expect(hrefs).to.deep.equal([
          '#fn-1',
          'policy:clear-desk#papers',
          'https://example.org/a?b=c',
          'mailto:soc@example.org',
        ]);
        expect(holder.querySelector('ol')!.start).to.equal(3);
        expect(holder.querySelector('td')!.colSpan).to.equal(2);
        expect(holder.querySelector('td')!.headers).to.equal(`${idPrefix}h1`);
        expect(holder.querySelector('th')!.scope).to.equal('col');
        expect(holder.querySelector('caption')!.textContent).to.equal('Who');
        expect(holder.querySelector('blockquote')!.lang).to.equal('de');
        const picture = holder.querySelector('img')!;
        expect(picture.alt).to.equal('A door');
        expect(picture.dataset['image']).to.equal('sha256:1');
        expect(picture.hasAttribute('src'), 'nothing is loaded from elsewhere').to.equal(false);
      });

      it('keeps the text of what it does not let pass, but not of scripts and styles', () => {
        const fragment = gate(
          '<form><fieldset><legend>Who</legend>Text <button>go</button></fieldset></form>' +
            '<style>p { color: red }</style><script>alert(1)</script><center>middle</center>',
        );
        expect(fragment.textContent).not.to.contain('color').and.not.to.contain('alert');
        expect(findings(fragment)).to.deep.equal([]);
      });

      it('takes addresses that point somewhere else than they say', () => {
        const addresses = [
          '//evil.example/x',
          'data:text/html,x',
          'blob:https://a/b',
          'vbscript:x',
          '\u0001javascript:alert(1)',
          'JaVaScRiPt:alert(1)',
        ];
        for (const href of addresses) {
          const link = document.createElement('a');
          link.setAttribute('href', href);
          expect(gate(link.outerHTML).querySelector('a[href]'), href).to.equal(null);
        }
      });
    });
  }

  it('says the same whichever way it goes', async function () {
    if (!native) this.skip();
    const [one, two] = [await openGate(true), await openGate(false)];
    for (const html of [
      policy,
      '<p>A &amp; B &lt;tag&gt; – “quoted”</p>',
      '<dl><dt>Term</dt><dd>Meaning</dd></dl><hr><pre><code class="x">a  b</code></pre>',
      '<table><tr><td>no head</td></tr></table>',
      '<h4 id="höhe">Höhe</h4><p><abbr title="ISMS">I</abbr><br><mark>m</mark> <ins>i</ins><del>d</del></p>',
      'bare text <em>and</em> more',
      '',
    ]) {
      expect(markup(one(html)), html).to.equal(markup(two(html)));
    }
  });
});
