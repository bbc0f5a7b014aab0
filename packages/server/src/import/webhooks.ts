import { isSafe, tellable, type Tellable } from '../webhooks/rules.js';
import { freshId } from './audiences.js';
import type { Fields } from './fields.js';
import type { Ledger } from './ledger.js';
import type { ImportedWebhook } from './types.js';
import { readYamlList } from './yaml-list.js';

/** What webhooks may refer to, and the ids of webhooks that there are already. */
interface Known {
  webhooks: Set<string>;
  channels: ReadonlySet<string>;
}

function readWebhook(fields: Fields, known: Known): ImportedWebhook | undefined {
  const stated = fields.text('id');
  const id = freshId(stated, known.webhooks);
  const url = fields.text('url') ?? '';
  const secret = fields.text('secret') ?? '';
  const channels = fields.texts('channels');
  const tells =
    fields.value('tells') === undefined ? ['alert', 'broadcast'] : fields.texts('tells');
  fields.rest();
  const unknown = channels.filter((one) => !known.channels.has(one));
  const untellable = tells.filter((one) => !tellable.some((each) => each === one));
  const faults = [
    id === undefined && 'its id must be new and of a-z, 0-9 and hyphens',
    !isSafe(url) && 'its url must begin with https:// and name no user',
    !/^[A-Z_][A-Z0-9_]*$/.test(secret) &&
      'its secret must be the name of an environment variable, never the secret itself',
    channels.length === 0 && 'it must name the channels that it is told of',
    unknown.length > 0 && `there is no channel “${unknown.join('”, “')}”`,
    untellable.length > 0 && `it can be told of ${tellable.join(', ')} only`,
  ].filter((fault) => fault !== false);
  if (id === undefined || faults.length > 0) {
    const why = faults.join(', and ');
    return fields.complain('id', `The webhook ${stated ?? '(no id)'} was left out: ${why}.`);
  }
  return { id, url, secret, channels, tells: tells as Tellable[] };
}

/** Reads `webhooks.yaml`. A webhook with a fault is left out, never told more than was meant. */
export function readWebhooks(
  file: string,
  text: string,
  known: Known,
  ledger: Ledger,
): ImportedWebhook[] {
  const webhooks: ImportedWebhook[] = [];
  for (const fields of readYamlList(file, text, ledger)) {
    const webhook = readWebhook(fields, known);
    if (webhook) webhooks.push(webhook);
    else {
      ledger.lose(file);
      ledger.doubt(file);
    }
  }
  ledger.take(file, `${webhooks.length} webhooks`);
  return webhooks;
}
