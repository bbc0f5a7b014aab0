// What happens inside a tab, in Node and in a browser alike: a client, and a person who uses it. Everything that
// leaves a tab is JSON.
import { createClient } from '@heed/sdk';

const actOf = ({ policy, version, statementHash }) => ({ policy, version, statementHash });

const entryOf = ({ key, person, kind, body, state, durable, acknowledgement }) => ({
  ...{ key, person, kind, state, durable, acknowledgement },
  ...(kind === 'acknowledgement' && actOf(body)),
});

/**
 * Opens what is in a tab.
 *
 * @param {{ baseUrl: string, getToken: (refresh: boolean) => Promise<string>, passing: (phase: string) => Promise<void> | void, gate?: () => Promise<void>, tell: (what: 'pressed' | 'taken' | 'said', act: object) => Promise<void> | void }} world
 * `gate` is passed before everything the tab does with the world and before it learns what came of it; `passing` hears
 * of every act on its way and of its answer.
 */
export function openTab({ baseUrl, getToken, passing, tell, gate = () => undefined }) {
  const client = createClient({
    baseUrl,
    fetch: async (input, init) => {
      const { url = String(input), method = init?.method } = input;
      const isAct = method === 'POST' && url.includes('/v1/acknowledgements');
      if (isAct) await passing('leaving');
      await gate();
      const answer = await fetch(input, init);
      if (isAct) await passing('arriving');
      await gate();
      return answer;
    },
    getToken: async ({ refresh }) => {
      await gate();
      return getToken(refresh === true);
    },
  });
  client.outbox.addEventListener('change', ({ entry }) => void tell('said', entryOf(entry)));

  return {
    /** Presses the button under one of the policies that are still asked of whoever is signed in. */
    async press(which) {
      try {
        const open = [];
        for await (const one of client.assignments.list()) {
          const isOpen = one.statement && ['pending', 'started', 'overdue'].includes(one.state);
          if (isOpen) open.push(one);
        }
        const asked = open[which % open.length];
        if (!asked) return;
        const { contentHash, language } = asked.documents[0];
        const draft = {
          ...{ policy: asked.policy.id, version: asked.version, contentHash, language },
          statementHash: asked.statement.hash,
          clientTime: new Date().toISOString(),
          method: 'visual',
        };
        const press = Math.random();
        await tell('pressed', { press, person: asked.person, ...actOf(draft) });
        const taken = await client.outbox.acknowledge(draft, asked.person);
        await tell('taken', { press, ...entryOf(taken), ...actOf(draft) });
      } catch {
        // Not taken, and the page says so: nothing was promised.
      }
    },
    /** Reads in a policy for three seconds. */
    async read(policy) {
      try {
        const { version } = await client.policies.read({ policy });
        const { documents } = await client.versions.read({ policy, version });
        const [{ contentHash, language }] = documents;
        await client.outbox.reading(`sitting-${Math.random()}`, {
          ...{ policy, version, contentHash, language, sequence: 1, method: 'visual' },
          startedAt: new Date().toISOString(),
          sections: [{ id: 'aim', seconds: 3 }],
        });
      } catch {
        // A lost measurement is never a reason to disturb anybody.
      }
    },
    flush: () => client.outbox.flush(),
    /** What the outbox holds for whoever is signed in. */
    entries: async () => (await client.outbox.entries()).map(entryOf),
    close: () => client.close(),
  };
}
