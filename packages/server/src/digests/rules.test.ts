import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readSettings } from '../settings.js';
import { SettingsError } from '../settings-error.js';
import { reasonFor, slotsAt, weekdays, type Hours, type Weekday } from './rules.js';

const office: Hours = {
  ...{ timeZone: 'Europe/Vienna', days: ['mon', 'tue', 'wed', 'thu', 'fri'] },
  ...{ from: 8, until: 18 },
};
const at = (time: string, hours = office) => slotsAt(new Date(time), hours);

test('digests go out in the hours of the organisation’s own clock, in summer and in winter', () => {
  assert.equal(at('2026-11-30T06:59:59Z'), undefined);
  assert.deepEqual(at('2026-11-30T07:00:00Z'), { daily: '2026-11-30', weekly: '2026-11-30' });
  assert.deepEqual(at('2026-07-01T06:00:00Z'), { daily: '2026-07-01', weekly: '2026-06-29' });
  assert.equal(at('2026-07-01T16:00:00Z'), undefined);
});

test('the weekend is quiet, wherever it lies', () => {
  assert.equal(at('2026-11-28T10:00:00Z'), undefined);
  const other: Hours = { ...office, timeZone: 'Asia/Riyadh', days: ['sun', 'mon', 'tue', 'thu'] };
  assert.equal(at('2026-11-27T10:00:00Z', other), undefined);
  assert.deepEqual(at('2026-12-03T10:00:00Z', other), {
    daily: '2026-12-03',
    weekly: '2026-11-29',
  });
});

test('every day has one digest and every week one, whenever and however often is looked', () => {
  const zones = ['UTC', 'Europe/Vienna', 'America/St_Johns', 'Pacific/Apia', 'Asia/Kathmandu'];
  const hour = 3_600_000;
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.subarray([...weekdays], { minLength: 1 }),
      fc.integer({ min: 0, max: 23 }),
      fc.array(fc.integer({ min: 1, max: 60 * hour }), { minLength: 20, maxLength: 60 }),
      (timeZone, days, from, steps) => {
        const hours: Hours = {
          ...{ timeZone, days: days as [Weekday, ...Weekday[]] },
          ...{ from, until: Math.min(24, from + 6) },
        };
        let now = Date.parse('2026-02-20T00:00:00Z');
        let last = { daily: '', weekly: '' };
        for (const step of steps) {
          now += step;
          const slots = slotsAt(new Date(now), hours);
          if (!slots) continue;
          // Later ones never have an earlier day, and the week of a day is the one that it lies in.
          assert.ok(slots.daily >= last.daily && slots.weekly >= last.weekly);
          const apart = Date.parse(slots.daily) - Date.parse(slots.weekly);
          assert.ok(apart >= 0 && apart < 7 * 24 * hour);
          assert.ok(
            days.includes(weekdays[(new Date(slots.daily).getUTCDay() + 6) % 7] as Weekday),
          );
          last = slots;
        }
      },
    ),
    { numRuns: 200 },
  );
});

test('what is asked is told once for each of its moments, however the days are parted', () => {
  const day = 86_400_000;
  const began = Date.parse('2026-11-02T09:30:00Z');
  const due = began + 20 * day;
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 6 * day }), { minLength: 30 }), (steps) => {
      const reasons: string[] = [];
      let told = began - day;
      for (const step of steps) {
        const upto = told + step;
        const asked = {
          ...{ state: upto > due ? 'overdue' : 'pending', since: new Date(began).toISOString() },
          dueAt: new Date(due).toISOString(),
        };
        const between = { told: new Date(told).toISOString(), upto: new Date(upto).toISOString() };
        const reason = reasonFor(asked, [7], between);
        if (reason) reasons.push(reason);
        told = upto;
      }
      const all = ['new', 'soon', 'overdue'];
      const times = [began, due - 7 * day, due].filter((moment) => moment <= told);
      assert.deepEqual(reasons, all.slice(0, times.length));
    }),
    { numRuns: 200 },
  );
});

test('what is done, and what is asked by nobody any more, is told by no digest', () => {
  const since = '2026-11-02T09:30:00.000Z';
  const between = { told: '2026-11-01T00:00:00.000Z', upto: '2026-11-03T00:00:00.000Z' };
  for (const state of ['acknowledged', 'displayed', 'superseded', 'exempted']) {
    assert.equal(reasonFor({ state, since, dueAt: since }, [0], between), undefined, state);
  }
});

test('a setting that cannot be meant is named', () => {
  const environment = {
    ...{ HEED_SMTP_URL: 'smtp://localhost', HEED_MAIL_FROM: 'isms@example.test' },
    HEED_MESSAGE_URL: 'https://portal.example.test/?message={message}',
    HEED_POLICY_URL: 'https://portal.example.test/?policy={policy}',
  };
  const read = (more: object) => readSettings(['--dev'], { ...environment, ...more })?.mail?.digest;
  assert.equal(read({}), undefined);
  const found = read({ HEED_DIGEST: 'weekly', HEED_DIGEST_DAYS: 'sun-thu' });
  assert.deepEqual(found?.hours.days, ['sun', 'mon', 'tue', 'wed', 'thu']);
  assert.deepEqual([found.cadence, found.hours.from, found.hours.until], ['weekly', 8, 18]);
  for (const wrong of [
    { HEED_DIGEST: 'hourly' },
    { HEED_DIGEST: 'daily', HEED_POLICY_URL: '' },
    { HEED_DIGEST: 'daily', HEED_DIGEST_DAYS: 'monday-fri' },
    { HEED_DIGEST: 'daily', HEED_DIGEST_HOURS: '18-8' },
    { HEED_DIGEST: 'daily', HEED_DIGEST_HOURS: '8:30-18' },
  ]) {
    assert.throws(() => read(wrong), SettingsError, JSON.stringify(wrong));
  }
});
