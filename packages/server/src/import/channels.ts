import { freshId } from './audiences.js';
import type { Fields } from './fields.js';
import type { Ledger } from './ledger.js';
import type { ImportedChannel } from './types.js';
import { readYamlList } from './yaml-list.js';

/** What channels may refer to, and the ids of channels that there are already. */
interface Known {
  channels: Set<string>;
  audiences: ReadonlySet<string>;
}

function readChannel(fields: Fields, known: Known): ImportedChannel | undefined {
  const stated = fields.text('id');
  const id = freshId(stated, known.channels);
  const title = fields.text('title');
  const description = fields.text('description');
  const audience = fields.text('audience') ?? '';
  const announcers = fields.text('announcers');
  const discussion = fields.flag('discussion') ?? true;
  const history = fields.choice('history', ['all', 'entered']);
  const isWide = fields.value('history') !== undefined && history === undefined;
  fields.rest();
  const faults = [
    id === undefined && 'its id must be new and of a-z, 0-9 and hyphens',
    !known.audiences.has(audience) && `there is no audience “${audience}”`,
    announcers !== undefined &&
      !known.audiences.has(announcers) &&
      `there is no audience “${announcers}”`,
    isWide && 'nobody may see more of it than was meant',
  ].filter((fault) => fault !== false);
  if (id === undefined || faults.length > 0) {
    const why = faults.join(', and ');
    return fields.complain('id', `The channel ${stated ?? '(no id)'} was left out: ${why}.`);
  }
  return {
    ...{ id, title: title ?? id, ...(description !== undefined && { description }) },
    ...{ audience, ...(announcers !== undefined && { announcers }), discussion },
    history: history ?? 'all',
  };
}

/** Reads `channels.yaml`. A channel with a fault is left out, never opened to others than were meant. */
export function readChannels(
  file: string,
  text: string,
  known: Known,
  ledger: Ledger,
): ImportedChannel[] {
  const channels: ImportedChannel[] = [];
  for (const fields of readYamlList(file, text, ledger)) {
    const channel = readChannel(fields, known);
    if (channel) channels.push(channel);
    else {
      ledger.lose(file);
      ledger.doubt(file);
    }
  }
  ledger.take(file, `${channels.length} channels`);
  return channels;
}
