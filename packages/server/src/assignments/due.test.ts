import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Due } from '@heed/contract';
import fc from 'fast-check';
import { dueAt } from './due.js';

const cases: [meaning: string, due: Due, began: string, expected: string | undefined][] = [
  ['no rule', {}, '2026-11-24T10:00:00.000Z', undefined],
  ['days, to the end of the day in UTC', { days: 14 }, '2026-11-24T10:00:00.000Z', '2026-12-08'],
  ['no days: today', { days: 0 }, '2026-11-24T23:59:59.999Z', '2026-11-24'],
  ['days over a leap day', { days: 2 }, '2028-02-28T12:00:00.000Z', '2028-03-01'],
  ['a fixed date', { date: '2027-01-31' }, '2026-11-24T10:00:00.000Z', '2027-01-31'],
  [
    'a fixed date that has passed',
    { date: '2026-01-31' },
    '2026-11-24T10:00:00.000Z',
    '2026-11-24',
  ],
  ['this year’s day', { yearly: '12-01' }, '2026-11-24T10:00:00.000Z', '2026-12-01'],
  ['on the day itself', { yearly: '11-24' }, '2026-11-24T23:00:00.000Z', '2026-11-24'],
  ['next year’s day', { yearly: '11-23' }, '2026-11-24T00:00:00.000Z', '2027-11-23'],
  ['29 February in a common year', { yearly: '02-29' }, '2027-01-01T00:00:00.000Z', '2027-02-28'],
  ['29 February in a leap year', { yearly: '02-29' }, '2028-01-01T00:00:00.000Z', '2028-02-29'],
];

describe('due dates', () => {
  for (const [meaning, due, began, expected] of cases) {
    test(meaning, () => {
      assert.equal(dueAt(due, began), expected && `${expected}T23:59:59.999Z`);
    });
  }

  test('nothing is overdue in the moment it is first asked', () => {
    const day = fc.date({
      min: new Date('2020-01-01'),
      max: new Date('2060-01-01'),
      noInvalidDate: true,
    });
    const rule: fc.Arbitrary<Due> = fc.oneof(
      fc.record({ days: fc.nat(400) }),
      fc.record({ date: day.map((date) => date.toISOString().slice(0, 10)) }),
      fc.record({ yearly: day.map((date) => date.toISOString().slice(5, 10)) }),
    );
    fc.assert(
      fc.property(rule, day, (due, began) => {
        const at = dueAt(due, began.toISOString());
        assert.ok(at !== undefined && at >= began.toISOString());
      }),
    );
  });
});
