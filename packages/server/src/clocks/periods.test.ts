import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endOfDay, localOf } from '../time-zone.js';
import type { Period } from './laws.js';
import { endOf } from './periods.js';

/** What happened when and where, how long, and when that ends; every end was counted by hand in a calendar. */
type Row = [zone: string, from: string, period: Period, end: string, why: string];

const berlin = 'Europe/Berlin';
const york = 'America/New_York';
const dublin = 'Europe/Dublin';
const hours = (count: number): Period => ({ hours: count });
const days = (count: number): Period => ({ days: count });
const months = (count: number): Period => ({ months: count });

const inHours: Row[] = [
  [berlin, '2026-03-28T23:30+01:00', hours(24), '2026-03-29T22:30Z', 'a day of 23 hours'],
  [berlin, '2026-03-27T09:00+01:00', hours(72), '2026-03-30T10:00+02:00', 'over spring'],
  [berlin, '2026-10-24T12:00+02:00', hours(24), '2026-10-25T11:00+01:00', 'over autumn'],
  [berlin, '2026-10-23T18:15:30+02:00', hours(72), '2026-10-26T17:15:30+01:00', 'over autumn'],
  [berlin, '2026-10-25T02:30+02:00', hours(4), '2026-10-25T05:30+01:00', 'the first 02:30'],
  [berlin, '2026-10-25T02:30+01:00', hours(4), '2026-10-25T06:30+01:00', 'the second one'],
  [berlin, '2028-02-28T08:00+01:00', hours(24), '2028-02-29T08:00+01:00', 'a leap day'],
  [berlin, '2027-02-26T08:00+01:00', hours(72), '2027-03-01T08:00+01:00', 'no leap day'],
  [york, '2026-03-07T20:00-05:00', hours(24), '2026-03-08T21:00-04:00', 'spring overseas'],
  [york, '2026-10-31T20:00-04:00', hours(72), '2026-11-03T19:00-05:00', 'autumn overseas'],
  [berlin, '2026-12-31T23:59:59+01:00', hours(24), '2027-01-01T23:59:59+01:00', 'a new year'],
];

const inMonths: Row[] = [
  [berlin, '2026-01-31T10:00+01:00', months(1), '2026-02-28T23:59:59.999+01:00', 'no 31st'],
  [berlin, '2028-01-31T10:00+01:00', months(1), '2028-02-29T23:59:59.999+01:00', 'leap day'],
  [berlin, '2028-02-29T10:00+01:00', months(1), '2028-03-29T23:59:59.999+02:00', 'from one'],
  [berlin, '2027-02-28T10:00+01:00', months(1), '2027-03-28T23:59:59.999+02:00', 'to 28th'],
  [berlin, '2026-03-31T00:00+02:00', months(1), '2026-04-30T23:59:59.999+02:00', 'no 31st'],
  [berlin, '2026-04-30T23:59:59+02:00', months(1), '2026-05-30T23:59:59.999+02:00', 'same date'],
  [berlin, '2026-02-28T12:00+01:00', months(1), '2026-03-28T23:59:59.999+01:00', 'before spring'],
  [berlin, '2026-03-01T12:00+01:00', months(1), '2026-04-01T23:59:59.999+02:00', 'over spring'],
  [berlin, '2026-10-01T12:00+02:00', months(1), '2026-11-01T23:59:59.999+01:00', 'a free Sunday'],
  [berlin, '2026-12-31T12:00+01:00', months(1), '2027-01-31T23:59:59.999+01:00', 'a Sunday'],
  [berlin, '2026-11-30T12:00+01:00', months(3), '2027-02-28T23:59:59.999+01:00', 'no 30th'],
  [berlin, '2027-11-30T12:00+01:00', months(3), '2028-02-29T23:59:59.999+01:00', 'leap day'],
  [berlin, '2026-07-31T12:00+02:00', months(3), '2026-10-31T23:59:59.999+01:00', 'over autumn'],
  // 23:30 UTC on the 30th is the 31st in Berlin, and still the 30th in New York.
  [berlin, '2026-05-30T23:30Z', months(1), '2026-06-30T23:59:59.999+02:00', 'day of the place'],
  [york, '2026-05-30T23:30Z', months(1), '2026-06-30T23:59:59.999-04:00', 'day of the place'],
  [york, '2026-05-31T03:30Z', months(1), '2026-06-30T23:59:59.999-04:00', 'still the 30th'],
  [york, '2026-05-30T03:30Z', months(1), '2026-06-29T23:59:59.999-04:00', 'still the 29th'],
];

const inDays: Row[] = [
  [berlin, '2026-11-23T00:00+01:00', days(7), '2026-11-30T23:59:59.999+01:00', 'first hour'],
  [berlin, '2026-11-23T23:59:59+01:00', days(7), '2026-11-30T23:59:59.999+01:00', 'last hour'],
  [berlin, '2026-03-22T12:00+01:00', days(7), '2026-03-29T23:59:59.999+02:00', 'a Sunday'],
  [berlin, '2026-10-18T12:00+02:00', days(7), '2026-10-25T23:59:59.999+01:00', '25 hours'],
  [dublin, '2026-10-18T12:00+01:00', days(7), '2026-10-25T23:59:59.999+00:00', '25 hours'],
  [berlin, '2028-02-15T12:00+01:00', days(14), '2028-02-29T23:59:59.999+01:00', 'leap day'],
  [berlin, '2027-02-15T12:00+01:00', days(14), '2027-03-01T23:59:59.999+01:00', 'no leap day'],
  [berlin, '2026-12-18T12:00+01:00', days(14), '2027-01-01T23:59:59.999+01:00', 'a holiday'],
  [york, '2026-03-01T22:00-05:00', days(7), '2026-03-08T23:59:59.999-04:00', 'day of 23 hours'],
];

for (const [what, rows] of Object.entries({ hours: inHours, days: inDays, months: inMonths })) {
  test(`periods of ${what} end when the law says`, () => {
    for (const [zone, from, period, end, why] of rows) {
      const found = endOf(new Date(from), period, zone).toISOString();
      assert.equal(found, new Date(end).toISOString(), `${zone}, from ${from}: ${why}`);
    }
  });
}

test('a day ends where it ends, though the next begins at one or twice', () => {
  const end = (zone: string, day: string) => endOfDay(Date.parse(day), zone).toISOString();
  // Cairo goes on from 24:00 to 01:00, and back from 24:00 to 23:00: that day has 25 hours.
  assert.equal(end('Africa/Cairo', '2025-04-24'), '2025-04-24T21:59:59.999Z');
  assert.equal(end('Africa/Cairo', '2025-10-30'), '2025-10-30T21:59:59.999Z');
  // Havana goes back from 01:00 to 00:00: its Sunday begins twice.
  assert.equal(end('America/Havana', '2025-11-01'), '2025-11-02T03:59:59.999Z');
  // Samoa left out the 30th of December 2011.
  assert.equal(end('Pacific/Apia', '2011-12-29'), '2011-12-30T09:59:59.999Z');
});

test('the last moment of a day is of that day, and the next one is not', () => {
  const zones = ['UTC', berlin, york, 'America/St_Johns', 'Asia/Kathmandu', 'Australia/Lord_Howe'];
  for (const zone of zones) {
    for (let day = Date.parse('2026-01-01'); day < Date.parse('2027-01-01'); day += 86_400_000) {
      const end = endOfDay(day, zone);
      const next = new Date(end.getTime() + 1);
      assert.equal(localOf(end, zone).midnight, day, zone);
      assert.equal(localOf(next, zone).midnight, day + 86_400_000, zone);
    }
  }
});
