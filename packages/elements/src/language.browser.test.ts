import type { Client } from '@heed/sdk';
import { expect, fixtureSync, html } from '@open-wc/testing';
import { AckButton } from './ack-button/ack-button.js';
import { IsmsProvider } from './isms-provider/isms-provider.js';
import { PolicyList } from './policy-list/policy-list.js';
import { PolicyReader } from './policy-reader/policy-reader.js';
import type { ModelBackend } from './testing/backend.js';
import { connect, eventually, words } from './testing/page.js';
import { publishSamples } from './testing/policies.js';
import { remembered } from './testing/reader.js';

IsmsProvider.define();
PolicyList.define();
PolicyReader.define();
AckButton.define();

describe('a page whose language is', () => {
  let backend: ModelBackend;
  let client: Client;

  beforeEach(async () => {
    remembered({});
    ({ backend, client } = await connect());
    await publishSamples(backend);
    const version = backend.versions.get('acceptable-use')![0]!;
    version.effective = '2026-11-02';
  });
  afterEach(() => client.close());

  for (const [lang, due, effective] of [
    ['en_US', 'due in 5 days', 'in effect since November 2, 2026'],
    ['en-', 'due in 5 days', 'in effect since'],
    ['no such language', 'due in 5 days', 'in effect since'],
    ['constructor', 'due in 5 days', 'in effect since'],
    ['de_DE', 'fällig in 5 Tagen', 'gültig seit 2. November 2026'],
    ['fr-CH', 'échéance dans 5 jours', 'en vigueur depuis le 2 novembre 2026'],
    ['es', 'vence dentro de 5 días', 'en vigor desde el 2 de noviembre de 2026'],
    ['it', 'scade tra 5 giorni', 'in vigore dal 2 novembre 2026'],
    ['nl-BE', 'uiterlijk over 5 dagen', 'van kracht sinds 2 november 2026'],
  ] as const) {
    it(`“${lang}” is spoken to as well as can be`, async () => {
      const provider = fixtureSync(
        html`<div lang=${lang}>
          <isms-provider .client=${client}>
            <policy-list></policy-list>
            <policy-reader policy="acceptable-use"></policy-reader>
            <ack-button policy="acceptable-use"></ack-button>
          </isms-provider>
        </div>`,
      );
      const list = provider.querySelector('policy-list')!;
      const reader = provider.querySelector('policy-reader')!;
      const button = provider.querySelector('ack-button')!;
      await eventually(() => words(list).includes(due), due);
      await eventually(() => words(reader).includes(effective), effective);
      await eventually(() => button.state === 'draft', 'draft');
      await button.updateComplete;
      button.shadowRoot!.querySelector<HTMLButtonElement>('.primary')!.click();
      await eventually(() => button.state === 'verified', 'verified');
      await button.updateComplete;
      expect(words(button)).to.match(
        /Recorded on|Erfasst am|Enregistré le|Registrado el|Registrato il|Vastgelegd op/,
      );
    });
  }
});
