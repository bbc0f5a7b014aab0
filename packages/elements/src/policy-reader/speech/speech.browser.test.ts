import type { Client, Section } from '@heed/sdk';
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ModelBackend } from '../../testing/backend.js';
import { control, controls, listen, spokenRanges, told } from '../../testing/listening.js';
import { connect, eventually } from '../../testing/page.js';
import {
  longDraft,
  openPanel,
  openReader,
  part,
  parts,
  remembered,
  settled,
} from '../../testing/reader.js';
import { modelSpeech, realSpeech, voice, type ModelSpeech } from '../../testing/speaking.js';
import { PolicyReader } from '../policy-reader.js';

PolicyReader.define();

describe('policy-reader, reading aloud', () => {
  let backend: ModelBackend;
  let client: Client;
  let model: ModelSpeech;
  let hurry = false;
  const { setTimeout: real } = globalThis;

  before(() => {
    // Silences are short, and so is the patience with a voice where a test is about it.
    globalThis.setTimeout = ((work: () => void, ms = 0) =>
      real(
        work,
        ms === 450 || ms === 900 ? 5 : hurry && ms > 3500 ? 100 : ms,
      )) as typeof setTimeout;
  });
  after(() => (globalThis.setTimeout = real));
  beforeEach(async () => {
    remembered({});
    localStorage.removeItem('isms-voice');
    scrollTo(0, 0);
    model = modelSpeech();
    ({ backend, client } = await connect());
  });
  afterEach(() => {
    client.close();
    realSpeech();
  });

  const publish = async (language: string, ...bodies: string[]): Promise<void> => {
    const sections = bodies.map((body, i): Section => ({
      id: `s${i + 1}`,
      title: `Section ${i + 1}`,
      level: 2,
      html: body,
      words: body.split(' ').length,
    }));
    await backend.publish({ id: 'made', documents: { [language]: { title: 'Made', sections } } });
  };
  const three = ['<p>One. Two.</p><p>Three.</p>', '<p>Four.</p>', '<ul><li>Five</li></ul>'];
  const all = 'Section 1,One.,Two.,Three.,Section 2,Four.,Section 3,Five'.split(',');
  const show = async (set: Partial<PolicyReader> = {}, box = {}): Promise<PolicyReader> => {
    if (!backend.policies.has('made')) await publish('en', ...three);
    return openReader(client, { policy: 'made', ...set }, box);
  };
  const isOver = (reader: Element): boolean => parts(reader, '.voice').length === 0;
  const over = (reader: Element): Promise<void> => eventually(() => isOver(reader), 'the end');
  const says = (text: string): Promise<void> => eventually(() => model.now === text, `“${text}”`);
  const painted = (): string[] => spokenRanges().map(String);

  it('speaks sentence by sentence, over all sections, and then is done', async () => {
    const reader = await show();
    const before = part(reader, 'article').innerHTML;
    await listen(reader);
    await over(reader);
    expect(model.texts).to.deep.equal(all);
    expect(model.asked.every(({ rate, voice }) => rate === 1 && voice === 'Anna')).to.equal(true);
    expect(part(reader, 'article').innerHTML).to.equal(before);
    expect(painted()).to.deep.equal([]);
  });

  it('is not offered where the browser has no voices at all', async () => {
    const reader = await show();
    await openPanel(reader, 'type');
    expect(parts(reader, '#type .listen')).to.have.length(1);
    realSpeech();
    const kept = Object.getOwnPropertyDescriptor(window, 'speechSynthesis')!;
    Reflect.deleteProperty(window, 'speechSynthesis');
    reader.requestUpdate();
    await reader.updateComplete;
    expect(parts(reader, '#type .listen')).to.have.length(0);
    Object.defineProperty(window, 'speechSynthesis', kept);
  });

  it('begins where the person is, in text that was not there yet', async () => {
    await backend.publish(longDraft('long', 60, 60));
    model.pace = Infinity;
    const reader = await show({ policy: 'long', section: 's40' });
    await listen(reader);
    await says('Section 40');
    model.finish();
    await eventually(() => model.texts.length === 2, 'the next sentence');
    expect(part(reader, '[data-id=s40] .body p').textContent).to.equal(model.now);
  });

  it('paints exactly the sentence', async () => {
    await publish('en', '<p>One <b>two. Three</b> four. Five.</p>');
    model.pace = Infinity;
    const reader = await show();
    await listen(reader);
    for (const sentence of ['Section 1', 'One two.', 'Three four.', 'Five.']) {
      await says(sentence);
      expect(painted()).to.deep.equal([sentence]);
      model.finish();
    }
    await over(reader);
  });

  it('pauses, and goes on with the sentence', async () => {
    model.pace = Infinity;
    const reader = await show();
    await listen(reader);
    await says('Section 1');
    model.finish();
    await says('One.');
    control(reader, 'Pause').click();
    await settled(150);
    expect([model.now, model.asked.at(-1)!.end]).to.deep.equal([undefined, 'error']);
    expect(painted()).to.deep.equal(['One.']);
    control(reader, 'Go on').click();
    await says('One.');
    model.finish();
    await says('Two.');
  });

  it('goes back and on by a sentence, speaking or not', async () => {
    model.pace = Infinity;
    const reader = await show();
    await listen(reader);
    await says('Section 1');
    for (const sentence of ['One.', 'Two.', 'Three.', 'Section 2']) {
      control(reader, 'Next sentence').click();
      await says(sentence);
    }
    control(reader, 'Previous sentence').click();
    await says('Three.');
    control(reader, 'Pause').click();
    control(reader, 'Previous sentence').click();
    await settled(150);
    expect(model.now).to.equal(undefined);
    expect(painted()).to.deep.equal(['Two.']);
    control(reader, 'Go on').click();
    await says('Two.');
  });

  it('takes another speed and another voice at once, and remembers both', async () => {
    model.pace = Infinity;
    let reader = await show();
    const choose = (name: string, value: string): void => {
      const select = part<HTMLSelectElement>(reader, `.voice select.${name}`);
      select.value = value;
      select.dispatchEvent(new Event('change'));
    };
    await listen(reader);
    await says('Section 1');
    choose('rate', '1.5');
    await eventually(() => model.asked.at(-1)!.rate === 1.5, 'the speed');
    choose('voices', 'Ben');
    await eventually(() => model.asked.at(-1)!.voice === 'Ben', 'the voice');
    expect(model.texts.every((text) => text === 'Section 1')).to.equal(true);
    reader.remove();
    reader = await show();
    await listen(reader);
    await says('Section 1');
    expect(model.asked.at(-1)).to.include({ rate: 1.5, voice: 'Ben' });
    expect(part<HTMLSelectElement>(reader, '.voice select.rate').value).to.equal('1.5');
  });

  it('prefers a voice of this device, and says which ones are not', async () => {
    model.voices = [voice('Cloud', 'en-US', false), voice('Erna', 'de-DE'), voice('Dan', 'en_AU')];
    const reader = await show();
    await listen(reader);
    expect(model.asked[0]!.voice).to.equal('Dan');
    const options = parts(reader, '.voice select.voices option').map((one) => one.textContent);
    expect(options).to.deep.equal(['Dan', 'Cloud (over the internet)']);
  });

  it('says calmly that there is no voice for the language', async () => {
    await publish('de', '<p>Eins.</p>');
    const reader = await show();
    await listen(reader);
    await eventually(() => !isOver(reader) && told(reader), 'an answer');
    expect(told(reader)).to.contain('This device has no voice for German.');
    expect(controls(reader)).to.deep.equal(['Close']);
    await expect(reader).to.be.accessible();
    control(reader, 'Close').click();
    await over(reader);
  });

  it('asks for a press when the browser wants one', async () => {
    model.refuses = true;
    const reader = await show();
    await listen(reader);
    await eventually(() => told(reader).includes('Go on'), 'the words');
    control(reader, 'Go on').click();
    await over(reader);
    expect(model.texts.slice(1)).to.deep.equal(all);
  });

  describe('when the voice falls silent', () => {
    beforeEach(() => (hurry = true));
    afterEach(() => (hurry = false));
    const long = `${'Many words, '.repeat(12)}the end.`;

    it('says the sentence again in pieces', async () => {
      await publish('en', `<p>${long}</p><p>After.</p>`);
      model.silentAt = (text) => text === long;
      const reader = await show();
      await listen(reader);
      await over(reader);
      const [, whole, ...pieces] = model.texts;
      expect([whole, pieces.pop()]).to.deep.equal([long, 'After.']);
      expect(pieces.length).to.be.greaterThan(1);
      expect(pieces.join('')).to.equal(long);
    });

    it('leaves out what it cannot say', async () => {
      model.silentAt = (text) => text === 'Two.';
      const reader = await show();
      await listen(reader);
      await over(reader);
      expect(model.texts.join()).to.equal(all.join().replace('Two.', 'Two.,Two.'));
    });

    it('stops and says so when it does not come back', async () => {
      model.silentAt = (text) => text !== 'Section 1';
      const reader = await show();
      await listen(reader);
      await eventually(() => told(reader), 'an answer');
      expect(told(reader)).to.contain('does not answer');
      expect(model.texts).to.deep.equal(['Section 1', 'One.', 'One.', 'Two.', 'Two.']);
      model.silentAt = () => false;
      control(reader, 'Go on').click();
      await over(reader);
      expect(model.texts.slice(5)).to.deep.equal(all.slice(2));
    });
  });

  describe('is silent', () => {
    let reader: PolicyReader;
    beforeEach(async () => {
      model.pace = Infinity;
      reader = await show();
      await listen(reader);
      await says('Section 1');
    });
    afterEach(async () => {
      await eventually(() => model.now === undefined, 'silence');
      await settled(150);
      expect(model.texts).to.deep.equal(['Section 1']);
      expect(painted()).to.deep.equal([]);
    });

    it('when it is told to, and the focus is in the text', async () => {
      control(reader, 'Stop').focus();
      control(reader, 'Stop').click();
      await over(reader);
      expect(reader.shadowRoot!.activeElement).to.equal(part(reader, 'article'));
    });

    it('when another policy is opened', async () => {
      await backend.publish(longDraft('long', 2));
      reader.policy = 'long';
      await over(reader);
    });

    it('when the element goes', async () => {
      reader.remove();
      expect(model.now).to.equal(undefined);
    });

    it('when somebody else signs in', async () => {
      reader.forget();
      await over(reader);
    });

    it('when the page goes', async () => {
      dispatchEvent(new Event('pagehide'));
      await over(reader);
    });
  });

  it('speaks in one reader of a page at a time', async () => {
    model.pace = Infinity;
    const one = await show();
    const other = await show();
    await listen(one);
    await says('Section 1');
    await listen(other);
    await over(one);
    await says('Section 1');
    expect(spokenRanges()[0]!.startContainer.getRootNode()).to.equal(other.shadowRoot);
  });

  it('needs no mouse', async () => {
    model.pace = Infinity;
    const reader = await show();
    const focused = (): string => {
      const { activeElement: one } = reader.shadowRoot!;
      return one?.ariaLabel ?? one?.textContent!.trim() ?? '';
    };
    part(reader, '.bar [popovertarget=type]').focus();
    await sendKeys({ press: 'Enter' });
    await eventually(() => parts(reader, '#type input').length, 'the panel');
    for (let i = 0; i < 20 && focused() !== 'Listen'; i++) await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await eventually(() => focused() === 'Pause', 'the focus in the bar');
    await settled(100);
    expect(part(reader, '#type').matches(':popover-open')).to.equal(false);
    expect(focused()).to.equal('Pause');
    await expect(reader).to.be.accessible();
    await sendKeys({ press: 'Space' });
    expect(focused()).to.equal('Go on');
    for (const name of ['Next sentence', 'Speed', 'Voice', 'Stop']) {
      await sendKeys({ press: 'Tab' });
      expect(focused()).to.equal(name);
    }
    for (const one of parts(reader, '.voice :is(button, select)')) {
      const { width, height } = one.getBoundingClientRect();
      expect(Math.min(width, height), one.outerHTML).to.be.at.least(24);
    }
    await sendKeys({ press: 'Enter' });
    await over(reader);
  });

  it('speaks German', async () => {
    await publish('de', '<p>Eins.</p>');
    model.voices = [voice('Erna', 'de-DE')];
    model.pace = Infinity;
    const reader = await show({}, { lang: 'de' });
    await listen(reader);
    expect(part(reader, '#type .listen').textContent!.trim()).to.equal('Vorlesen');
    expect(controls(reader)).to.deep.equal(['Voriger Satz', 'Pause', 'Nächster Satz', 'Stopp']);
  });
});
