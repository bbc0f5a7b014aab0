import { everybody, lost, nobody, overseers, shut, yes, type Row } from './cells.js';
import { places, type Place } from './group-rows.js';

const watched = [lost, lost, shut, shut] as const;
const announced = [shut, shut, yes, shut] as const;
const away = { foreign: nobody, absent: nobody } as const;
const inMessage = ({ message }: Place) => ({ message });

/** Endpoints about what is said in channels, beside saying it: the manager may announce where everybody is told. */
export const reactingRows: readonly Row<Place>[] = [
  {
    things: places,
    name: 'members.list',
    requirements: ['MBR-1', 'ACC-4', 'ACC-5'],
    input: ({ channel }) => ({ channel, search: 'e' }),
    cells: { ...away, own: everybody, other: overseers },
  },
  {
    things: places,
    name: 'reactions.record',
    requirements: ['RCT-2', 'ACC-4', 'ACC-5'],
    input: ({ message }) => ({ message, reactions: ['thanks'] }),
    cells: { ...away, own: everybody, other: watched },
  },
  {
    things: places,
    name: 'reactions.list',
    requirements: ['RCT-5', 'ACC-4', 'ACC-5'],
    input: inMessage,
    cells: { ...away, own: announced, other: watched },
  },
  {
    things: places,
    name: 'pins.record',
    requirements: ['PIN-2', 'ACC-4', 'ACC-5'],
    input: ({ message }) => ({ message, pinned: true }),
    cells: { ...away, own: announced, other: watched },
  },
];
