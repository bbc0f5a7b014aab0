// Defects of the stream of events.
import { asks, events, good, streamed } from '../ways.mjs';

const is = (name) => (block) => new RegExp(`^event: ?${name}$`, 'm').test(block);
const isReset = is('reset');
const isMessage = is('message');

/** @type {import('./all.mjs').Told[]} */
export const streams = [
  [
    'stream-without-ids',
    'LIVE-1',
    'events.stream',
    'events have no id',
    () => events((block) => block.replace(/^id:.*\n?/m, '')),
  ],
  [
    'stream-over-lines',
    'LIVE-1',
    'events.stream',
    'the data of an event is several lines',
    () => events((block) => block.replace(/^data: ?(.*),(.*)$/m, 'data: $1,\ndata: $2')),
  ],
  [
    'stream-without-names',
    'LIVE-1',
    'events.stream',
    'messages have no name of an event',
    () => events((block) => block.replace(/^event: ?message\n/m, '')),
  ],
  [
    'stream-as-text',
    'LIVE-1',
    'events.stream',
    'the stream is called plain text',
    () => good('events.stream', (told) => void (told.headers['content-type'] = 'text/plain')),
  ],
  [
    'stream-without-reset',
    'LIVE-2',
    'events.stream',
    'it is not said that what came before is not told',
    () => events((block) => (isReset(block) ? undefined : block)),
  ],
  [
    'stream-begins-late',
    'LIVE-2',
    'events.stream',
    'the first message after reset is left out',
    () => {
      const begun = new Set();
      return events((block, asked) => {
        if (asked.headers['last-event-id'] || begun.has(asked) || !isMessage(block)) return block;
        begun.add(asked);
        return undefined;
      });
    },
  ],
  [
    'stream-without-changes',
    'LIVE-2',
    'events.stream',
    'a withdrawal is not told',
    () => events((block) => (block.includes('"withdrawnAt"') ? undefined : block)),
  ],
  [
    'stream-without-channels',
    'LIVE-2',
    'events.stream',
    'it is not told that the channels of somebody have changed',
    () => events((block) => (is('channels')(block) ? undefined : block)),
  ],
  [
    'stream-anew',
    'LIVE-3',
    'events.stream',
    'a stream that is resumed begins anew',
    () => asks('events.stream', (asked) => void delete asked.headers['last-event-id']),
  ],
  [
    'stream-resumes-late',
    'LIVE-3',
    'events.stream',
    'the first message after the event is left out',
    () => {
      const begun = new Set();
      return events((block, asked) => {
        if (!asked.headers['last-event-id'] || begun.has(asked) || !isMessage(block)) return block;
        begun.add(asked);
        return undefined;
      });
    },
  ],
  [
    'stream-to-all',
    'LIVE-4',
    'events.stream',
    'messages are told to everybody',
    () => {
      const told = new Map();
      return {
        streams(block, { base }, tell) {
          const all = told.get(base) ?? new Set();
          told.set(base, all.add(tell));
          for (const each of isMessage(block) ? all : [tell]) each(block);
        },
      };
    },
  ],
  [
    'stream-done-by-all',
    'LIVE-4',
    'events.stream',
    'everybody is told when the first one did it',
    () => streamed((it) => (it.done?.count > 0 ? { ...it, doneAt: it.postedAt } : it)),
  ],
  [
    'stream-silent',
    'LIVE-5',
    'events.stream',
    'nothing is said where nothing happens',
    () => events((block) => (block.startsWith(':') ? undefined : block)),
  ],
  [
    'stream-slow',
    'LIVE-6',
    'events.stream',
    'what happens is told every second and a half',
    () => ({
      streams: (block, _, tell) => void setTimeout(tell, isMessage(block) ? 1500 : 0, block),
    }),
  ],
  [
    'stream-stays',
    'LIVE-7',
    'events.stream',
    'a stream stays open when the person has left',
    () => ({ stays: true }),
  ],
];
