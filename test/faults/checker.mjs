// Compares what every screen ever said with what the backend and its log hold, in the manner of Jepsen's set-full.
// It trusts neither the client nor the backend: it reads rows over plain HTTP and verifies receipts itself.
import { verify } from '@heed/evidence';

const natural = ({ person, policy, version, statementHash }) =>
  JSON.stringify([person, policy, version, statementHash]);

/**
 * Reads what the backend holds of people, as the auditor.
 *
 * @param {{ url: string, tokenOf: (person: string) => Promise<string> }} backend
 * @param {readonly string[]} people userNames.
 */
export async function readHeld(backend, people) {
  const token = await backend.tokenOf('auditor');
  const ask = async (path) => {
    const answer = await fetch(backend.url + path, {
      headers: { authorization: `Bearer ${token}` },
    });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
    return answer.json();
  };
  const { log } = await ask('/.well-known/isms');
  const rows = [];
  const asked = [];
  for (const userName of people) {
    const { items } = await ask(`/v1/people?userName=${userName}`);
    rows.push(...(await ask(`/v1/acknowledgements?person=${items[0].id}&limit=200`)).items);
    asked.push(...(await ask(`/v1/assignments?person=${items[0].id}&limit=200`)).items);
  }
  return { key: log.key, rows, asked };
}

/**
 * Judges one history.
 *
 * @returns {Promise<{ violations: string[], counts: Record<string, number> }>} Counts of acts: `taken` by a device,
 * `stable` (recorded, and read back), `refused` (and shown as such), `lost`, `doubled`, `false` (said too early).
 */
export async function judge(history, { key, rows, asked }) {
  const violations = [];
  const counts = { taken: 0, stable: 0, refused: 0, forgotten: 0, lost: 0, doubled: 0, false: 0 };
  const fail = (kind, text) => {
    counts[kind] += 1;
    violations.push(`${kind}: ${text}`);
  };
  if (history.broken) violations.push(`the machine room: ${history.broken}`);

  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const { acknowledgement, person, ...said } of history.said) {
    if (said.state !== 'recorded') continue;
    const row = byId.get(acknowledgement?.id);
    if (!row)
      fail('lost', `${natural({ person, ...said })} was said to be recorded and is not there`);
    else if (row.receipt !== acknowledgement.receipt) fail('false', `another receipt of ${row.id}`);
    else if (natural(row) !== natural({ person, ...said }))
      fail('false', `${row.id} is another act`);
  }
  for (const row of rows) {
    const { record } = await verify(row.receipt, { key });
    if (record.id !== row.id || record.person.id !== row.person)
      fail('false', `receipt of ${row.id}`);
  }

  const natures = rows.map(natural);
  for (const one of new Set(natures)) {
    const times = natures.filter((each) => each === one).length;
    if (times > 1) fail('doubled', `${one} is there ${times} times`);
  }
  const pressed = new Set(history.pressed.map(natural));
  for (const one of natures) if (!pressed.has(one)) fail('false', `nobody pressed for ${one}`);

  for (const act of new Map(history.taken.map((one) => [natural(one), one])).values()) {
    counts.taken += 1;
    const ends = history.held.filter((each) => natural(each) === natural(act));
    const isThere = natures.includes(natural(act));
    const kept = history.taken.some(
      (one) => natural(one) === natural(act) && !one.cleared && (one.durable || one.alive),
    );
    if (isThere) counts.stable += 1;
    else if (ends.some(({ state }) => state === 'rejected')) counts.refused += 1;
    else if (kept) fail('lost', `${natural(act)} was taken and is neither recorded nor refused`);
    else counts.forgotten += 1;
  }
  for (const { state, acknowledgement, ...end } of history.held) {
    if (state === 'recorded' && !byId.has(acknowledgement?.id)) fail('false', natural(end));
  }

  for (const row of rows) {
    const stale = asked.find(
      ({ policy, version, person, statement, state }) =>
        natural({ person, policy: policy.id, version, statementHash: statement?.hash }) ===
          natural(row) && !['acknowledged', 'superseded'].includes(state),
    );
    if (stale) fail('lost', `${natural(row)} is recorded and still asked for (stale)`);
  }

  if (!history.blind) {
    const known = new Set(
      [...history.said, ...history.taken, ...history.held].map((one) => one.key),
    );
    for (const sent of history.keys) {
      if (!known.has(sent))
        fail('doubled', `${sent} was sent as a key and is of no act on the device`);
    }
  }
  return { violations, counts };
}
