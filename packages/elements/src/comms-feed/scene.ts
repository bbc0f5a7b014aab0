import type { Channel, Message } from '@heed/sdk';
import type { TemplateResult } from 'lit';
import type { Composing } from './composing/composing.js';
import type { Words } from './comms-feed.strings.js';
import type { Reacting } from './reacting/reacting.js';
import type { Texts } from './texts.js';
import type { Threads } from './threads.js';
import type { Waiting } from './waiting.js';

/** What the views of a channel draw from. */
export interface Scene {
  readonly words: Words;
  /** BCP 47, for dates. */
  readonly dates: string;
  /** Id of the person who is signed in. */
  readonly me: string | undefined;
  readonly channel: Channel;
  readonly texts: Texts;
  readonly threads: Threads;
  readonly waiting: Waiting;
  /** What people write with, once that is loaded. */
  readonly composing: Composing | undefined;
  /** What people react with, once that is loaded. */
  readonly reacting: Reacting | undefined;
  /** Opens a search in the channel. */
  find(): void;
  /** The files of a message, once there is something to show them with. */
  files(message: Message): TemplateResult | undefined;
  /** Opens the list of who has done what an alert asks. */
  who(alert: Message): void;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Made once for each language and use: making one takes longer than drawing a message. */
function format(name: string, style: Intl.DateTimeFormatOptions) {
  return (time: string, dates: string): string => {
    const key = `${name} ${dates}`;
    let made = formats.get(key);
    if (!made) formats.set(key, (made = new Intl.DateTimeFormat(dates, style)));
    return made.format(new Date(time));
  };
}

/** A time as it is said beside a message. */
export const hourOf = format('hour', { timeStyle: 'short' });

/** A day as it is said above its messages. */
export const dayOf = format('day', { dateStyle: 'full' });

/** A moment as it is said in a sentence. */
export const momentOf = format('moment', { dateStyle: 'long', timeStyle: 'short' });

/** A day as it is said beside a channel. */
export const shortDayOf = format('short', { day: 'numeric', month: 'short' });
