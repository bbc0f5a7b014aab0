// The real backend within this process, with a person for each of many checks.
import { office, openBackend } from '@heed/server/testing';

/**
 * Opens it with `person-0` and so on, each asked for what everybody is asked for, and all in the channels `floor` and
 * `corner`, where `person-0` announces; and `mia`, who handles what is reported.
 */
export function openOffice(people) {
  const crowd = Array.from({ length: people }, (_, n) => `person-${n}`);
  return openBackend({
    ...office,
    people: [
      ...crowd.map((userName) => ({ ...office.people[0], userName, displayName: userName })),
      office.people.find(({ userName }) => userName === 'mia'),
    ],
    packs: office.packs.map((pack) => ({ ...pack, audience: crowd })),
    channels: ['floor', 'corner'].map((id) => ({
      ...{ id, title: `On our ${id}`, audience: crowd, announcers: ['person-0'] },
      ...{ discussion: true, history: 'all' },
    })),
  });
}
