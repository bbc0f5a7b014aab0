import { checks, expect } from './kit/check.js';

/** Whether the backend can serve. */
export const healthChecks = checks({
  id: 'health/clock',
  title: 'Health is open to anybody, and its clock is right within five minutes',
  requirements: ['HEA-1'],
  async run({ anyone }) {
    const { time } = (await anyone.ask('health.read', {})).success();
    const apart = Math.abs(Date.parse(time) - Date.now()) / 1000;
    expect(
      /Z$/.test(time) && !Number.isNaN(apart),
      `time is ${time}, and has to be RFC 3339 in UTC`,
    );
    expect(apart < 300, `the clock of the backend is ${Math.round(apart)} s from that of the kit`);
  },
});
