import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { complete, displayedSections, further, merge, placed, type Session } from './rules.js';

const ids = ['aim', 'rules', 'help'];

function sitting(session: string, more: Partial<Session> = {}): Session {
  return {
    session,
    language: 'en',
    contentHash: 'sha256:a',
    sequence: 1,
    startedAt: '2026-11-24T09:00:00.000Z',
    receivedAt: '2026-11-24T09:01:00.000Z',
    method: 'visual',
    sections: [],
    ...more,
  };
}

describe('readings', () => {
  test('seconds of different sittings add up', () => {
    const a = sitting('a', { sections: [{ id: 'aim', seconds: 5 }] });
    const b = sitting('b', {
      method: 'speech',
      sections: [
        { id: 'aim', seconds: 7 },
        { id: 'help', seconds: 1 },
      ],
    });
    const reading = merge('conduct', 1, [a, b]);
    assert.deepEqual(reading.sections, [
      { id: 'aim', seconds: 12 },
      { id: 'help', seconds: 1 },
    ]);
    assert.equal(reading.seconds, 13);
    assert.deepEqual(reading.methods, ['visual', 'speech']);
    assert.equal('last' in reading, false);
  });

  test('nothing displayed is an empty reading', () => {
    assert.deepEqual(merge('conduct', 1, []), {
      policy: 'conduct',
      version: 1,
      sections: [],
      seconds: 0,
      methods: [],
    });
  });

  test('only sections of the document count, each once', () => {
    const reported = [
      { id: 'aim', seconds: 3 },
      { id: 'aim', seconds: 4 },
      { id: 'invented', seconds: 900 },
    ];
    assert.deepEqual(displayedSections(reported, ids), [{ id: 'aim', seconds: 4 }]);
  });

  test('the last place is of the sitting heard of last', () => {
    const place = (section: string) => ({ section, quote: 'q', offset: 1 });
    const older = sitting('a', { last: place('help'), device: 'Phone' });
    const newer = sitting('b', { last: place('aim'), receivedAt: '2026-11-24T10:00:00.000Z' });
    const { last } = merge('conduct', 1, [newer, older]);
    assert.deepEqual([last?.section, last?.at], ['aim', newer.receivedAt]);
  });

  test('the furthest place never moves back, in whatever order sittings arrive', () => {
    const place = fc.record({
      section: fc.constantFrom(...ids, 'invented'),
      quote: fc.constant('q'),
      offset: fc.nat(50),
    });
    fc.assert(
      fc.property(fc.array(place, { minLength: 1 }), (places) => {
        const steps = places.map((each) => placed(each, ids));
        let reached: ReturnType<typeof placed>;
        for (const step of steps) {
          const next = further(reached, step);
          if (reached) {
            assert.ok(next && next.order >= reached.order);
            if (next.order === reached.order) assert.ok(next.offset >= reached.offset);
          }
          reached = next;
        }
        const backwards = [...steps].reverse().reduce(further, undefined);
        assert.deepEqual([backwards?.order, backwards?.offset], [reached?.order, reached?.offset]);
      }),
    );
  });

  test('complete needs every section of the document', () => {
    const part = sitting('a', {
      sections: [
        { id: 'aim', seconds: 1 },
        { id: 'rules', seconds: 0 },
      ],
    });
    assert.equal(complete([part], ids), false);
    assert.equal(
      complete([part, sitting('b', { sections: [{ id: 'help', seconds: 1 }] })], ids),
      true,
    );
    assert.equal(complete([part], []), false);
  });
});
