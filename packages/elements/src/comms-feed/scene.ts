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

/** Times whose words are kept at most. */
const most = 2000;

/** Made once for each language, and said once for each time: every message asks again whenever one is drawn. */
function format(style: Intl.DateTimeFormatOptions) {
  const formats = new Map<string, Intl.DateTimeFormat>();
  const said = new Map<string, string>();
  return (time: string, dates: string): string => {
    const key = dates + time;
    let words = said.get(key);
    if (words === undefined) {
      let made = formats.get(dates);
      if (!made) formats.set(dates, (made = new Intl.DateTimeFormat(dates, style)));
      if (said.size >= most) said.clear();
      said.set(key, (words = made.format(new Date(time))));
    }
    return words;
  };
}

/** A time as it is said beside a message. */
export const hourOf = format({ timeStyle: 'short' });

/** A day as it is said above its messages. */
export const dayOf = format({ dateStyle: 'full' });

/** A moment as it is said in a sentence. */
export const momentOf = format({ dateStyle: 'long', timeStyle: 'short' });

/** A day as it is said beside a channel. */
export const shortDayOf = format({ day: 'numeric', month: 'short' });
