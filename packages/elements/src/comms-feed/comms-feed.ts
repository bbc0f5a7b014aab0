import type { Client, Completion, IsmsError, Message, OutboxEntry } from '@heed/sdk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { Following } from '../asked/following.js';
import { IsmsElement, defineTag } from '../isms-element.js';
import { datesIn, inLanguage } from '../language.js';
import { notice, sessionNotice } from '../session-notice/session-notice.js';
import { strings as sessionStrings } from '../session-notice/session-notice.strings.js';
import { inTrouble } from '../session.js';
import { learnTool } from '../tool-words.js';
import { Channels } from './channels.js';
import { channelView } from './channel.view.js';
import { channelsView } from './channels.view.js';
import {
  AlertCompletedEvent,
  ChannelSelectedEvent,
  MessagePostedEvent,
  MessageWithdrawnEvent,
} from './comms-feed.events.js';
import { strings, type Words } from './comms-feed.strings.js';
import { styles } from './comms-feed.styles.js';
import { News } from './news.js';
import { Room } from './room.js';
import type { Scene } from './scene.js';
import { Texts } from './texts.js';
import { Tools } from './tools.js';
import { Waiting } from './waiting.js';

/** What the feed shows. */
export type FeedState = 'loading' | 'failed' | 'empty' | 'ready';

/**
 * @summary What is said in the communication groups of the person, as it comes: announcements, discussions, and alerts
 * with something to do.
 *
 * @status experimental
 *
 * @event {ChannelSelectedEvent} channel-selected - Another channel is shown, or the list of channels again.
 * @event {MessagePostedEvent} message-posted - A message that was posted on this device is recorded.
 * @event {MessageWithdrawnEvent} message-withdrawn - The person has withdrawn a message.
 * @event {AlertCompletedEvent} alert-completed - It is recorded that the person did what an alert asks.
 *
 * @csspart groups - The list of channels.
 * @csspart group - One channel in it.
 * @csspart unread - How much is new in it.
 * @csspart header - The line with the title of a channel.
 * @csspart heading - The title of a channel.
 * @csspart messages - The messages, which scroll.
 * @csspart message - One message.
 * @csspart day - The day above its first message.
 * @csspart new - The line above the first new message.
 * @csspart author - Who said it.
 * @csspart time - When.
 * @csspart kind - What it is, when it is an announcement or an alert.
 * @csspart title - The title of a message.
 * @csspart text - The text of a message.
 * @csspart withdrawn - The line in place of a text that was withdrawn.
 * @csspart attachment - A file that goes with what is being written.
 * @csspart action - What an alert asks to do.
 * @csspart count - How many have done it.
 * @csspart status - What became of what the person did.
 * @csspart thread - The replies to a message.
 * @csspart pinned - What is pinned to the top of a channel.
 * @csspart mention - A name in a text, of somebody who is told of it.
 * @csspart composer - The fields to write in.
 * @csspart people - The people who are suggested while somebody is named.
 * @csspart panel - A dialog over the page.
 * @csspart notice - The line shown when something stands in the way.
 * @csspart button - A quiet button.
 * @csspart primary - The button of an act.
 *
 * @cssproperty [--isms-feed-size] - The height of the feed; its messages scroll within.
 * @cssproperty [--isms-accent] - The act, the bar of the count, and the line above what is new.
 * @cssproperty [--isms-line] - The hairlines.
 * @cssproperty [--isms-muted] - Text beside the messages.
 * @cssproperty [--isms-warning] - The edge of an alert, and of what waits on this device.
 *
 * @cssState loading - No answer yet.
 * @cssState failed - It could not be loaded.
 * @cssState empty - No channel is open to the person.
 * @cssState ready - There are channels, or the one that is asked for.
 */
export class CommsFeed extends IsmsElement {
  static override styles = styles;
  static override properties = {
    channel: {},
    selected: { reflect: true },
    message: {},
    hrefTemplate: { attribute: 'href-template' },
  };

  /** Defines the element, as `comms-feed` or under another tag name. */
  static define(tag = 'comms-feed'): void {
    defineTag(tag, this);
  }

  /** Id of the one channel to show; without it, the person chooses among theirs. */
  channel?: string;
  /** Id of the channel that is shown; empty while the person chooses. */
  selected?: string;
  /** Id of the message to open the channel at, as links in mails have it; a channel opens where the person was without it. */
  message?: string;
  /** Where a policy opens that a message links to, for example `/policies/{policy}#{section}`. */
  hrefTemplate?: string;

  #client: Client | undefined;
  #channels: Channels | undefined;
  #waiting: Waiting | undefined;
  #room: Room | undefined;
  #tools: Tools | undefined;
  #words: Words = strings.en;
  #spoken = '';
  readonly #news = new News(() => this.requestUpdate());
  readonly #following = new Following({
    heard: (event) => {
      if (event.type === 'message') this.#take(event.message);
      else if (event.type === 'reset') this.#reload();
      else if (event.type === 'channels') void this.#channels?.load(this.channel);
    },
  });
  readonly #texts = new Texts(
    (policy, section) =>
      this.hrefTemplate
        ?.replace('{policy}', encodeURIComponent(policy))
        .replace('{section}', encodeURIComponent(section))
        .replace(/#$/, ''),
    () => this.#words.table,
    () => ({ me: this.connection.session?.me?.id, you: this.#words.you }),
    () => this.requestUpdate(),
  );
  readonly #resized = new ResizeObserver(() => this.#room?.place.resized());

  /** What the feed shows. */
  get state(): FeedState {
    const { all, error } = this.#channels ?? {};
    if (!all) return error ? 'failed' : 'loading';
    return all.length ? 'ready' : 'empty';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#following.follow(undefined, false);
    this.#leave();
    this.#waiting?.close();
    this.#client = undefined;
  }

  protected override async scheduleUpdate(): Promise<void> {
    const { language } = this.connection;
    if (language !== this.#spoken) {
      this.#words = await learnTool(strings, language);
      this.#spoken = language;
      this.#tools?.forget();
    }
    await super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('channel') && this.hasUpdated) this.refresh();
    super.willUpdate(changed);
    const { session } = this.connection;
    if (session?.discovery) {
      this.#following.follow(
        session.offers('comms') ? this.#client : undefined,
        session.offers('live'),
      );
    }
    this.#enter();
    this.mark(this.state);
  }

  protected override update(changed: PropertyValues): void {
    const { place, timeline } = this.#room ?? {};
    const before = this.shadowRoot?.activeElement;
    const at = before?.closest<HTMLElement>('article[data-id]')?.dataset['id'];
    place?.note(timeline!.newer);
    super.update(changed);
    // A button that was pressed may be gone: its message has the focus then.
    if (at && !before!.isConnected) {
      place?.find(at)?.focus({ preventScroll: true });
    }
    place?.keep();
  }

  protected override updated(): void {
    this.#resized.disconnect();
    const messages = this.shadowRoot!.querySelector('.messages');
    if (messages) this.#resized.observe(messages);
    this.#room?.moved();
    if (this.#room?.timeline.loaded) void this.#tools?.compose(this.connection.language);
  }

  protected override load(client: Client | undefined): void {
    if (client === this.#client && client) return this.#reload();
    this.#leave();
    this.#waiting?.close();
    this.#client = client;
    this.#channels = this.#waiting = this.#tools = undefined;
    this.#texts.keep(new Set());
    const { session } = this.connection;
    if (!client || !session) return;
    this.#channels = new Channels(client, () => this.requestUpdate());
    this.#waiting = new Waiting(client, session, {
      recorded: (entry) => this.#recorded(entry),
      outdated: (alert) => this.#read(alert),
      changed: () => this.requestUpdate(),
    });
    this.#tools = new Tools(this, client, {
      person: () => session.me?.id,
      posted: ({ thread }) => void (thread || this.#room?.toEnd(false)),
      take: (message, isWithdrawn) => {
        this.#take(message);
        if (isWithdrawn) this.dispatchEvent(new MessageWithdrawnEvent(message));
      },
    });
    void this.#channels.load(this.channel);
  }

  /** Chooses a channel; none shows the list again. */
  #select(channel: string, focus = true): void {
    if (channel === (this.selected ?? '')) return;
    const before = this.selected;
    this.selected = channel;
    this.dispatchEvent(new ChannelSelectedEvent(channel));
    if (!focus) return;
    void this.updateComplete.then(() => {
      const group = `[data-group="${CSS.escape(before ?? '')}"]`;
      this.shadowRoot!.querySelector<HTMLElement>(channel ? '.heading' : group)?.focus();
    });
  }

  /** Opens the channel that is to be shown, when it is known. */
  #enter(): void {
    const { all } = this.#channels ?? {};
    const only = this.channel ?? (all?.length === 1 ? all[0]!.id : undefined);
    if (only && all && this.selected !== only) this.#select(only, false);
    const channel = this.#channels?.find(this.selected);
    if (channel?.id === this.#room?.channel.id) return;
    this.#leave();
    if (!channel) return;
    this.#room = new Room(this, this.#client!, channel, {
      at: this.message,
      me: () => this.connection.session?.me?.id,
      unread: () => this.#channels?.find(channel.id)?.unread ?? 0,
      came: (message) => this.#news.tell(message),
      placed: (message, unread) => this.#channels?.place(channel.id, message, unread),
    });
  }

  #leave(): void {
    this.#room?.close();
    this.#room = undefined;
  }

  #reload(): void {
    void this.#channels?.load(this.channel);
    this.#room?.refresh();
    this.#tools?.reacting?.refresh();
  }

  #take(message: Message): void {
    this.#tools?.reacting?.take(message);
    this.#channels?.take(message, this.connection.session?.me?.id);
    if (message.channel === this.#room?.channel.id) this.#room.take(message);
  }

  #recorded({ key, message, completion }: OutboxEntry): void {
    if (message) this.#take(message);
    if (completion) this.#done(completion);
    // Two feeds of a page say it once.
    const { told } = this.connection.session!;
    if (told.has(`said ${key}`)) return;
    told.add(`said ${key}`);
    if (message) this.dispatchEvent(new MessagePostedEvent(message));
    if (completion) this.dispatchEvent(new AlertCompletedEvent(completion));
  }

  /** It is said at once, with the receipt in hand; the count follows. */
  #done({ message, recordedAt: doneAt }: Completion): void {
    const known = this.#room?.timeline.messages.find(({ id }) => id === message);
    if (known) this.#take({ ...known, doneAt });
    this.#read(message);
  }

  /** Shows a message as it is now. */
  #read(message: string): void {
    void this.#client?.messages.read({ message }).then(
      (now) => this.#take(now),
      // It comes with the next event.
      () => undefined,
    );
  }

  protected override render(): TemplateResult {
    const { session } = this.connection;
    const words = this.#words;
    const all = this.#channels?.all ?? [];
    const isMissing = this.connection.absent || session?.offers('comms') === false;
    const isChoosing = !this.channel && all.length > 1;
    const shown = this.#room && this.#channels?.find(this.#room.channel.id);
    return html`<div role="status">${this.#says(isMissing)}</div>
      ${this.#news.render(words)}
      ${
        all.length && !isMissing
          ? html`<div class="feed ${shown ? 'one' : 'none'} ${isChoosing ? 'choosing' : ''}">
              ${
                isChoosing
                  ? channelsView(all, shown?.id, words, this.#dates, (id) => this.#select(id))
                  : nothing
              }
              ${shown ? this.#channelView(isChoosing) : html`<p class="muted choose">${words.choose}</p>`}
            </div>`
          : nothing
      }`;
  }

  get #dates(): string {
    return datesIn(this.connection.language);
  }

  #channelView(isChoosing: boolean): TemplateResult {
    const room = this.#room!;
    const { language, session } = this.connection;
    const scene: Scene = {
      channel: this.#channels!.find(room.channel.id)!,
      ...{ words: this.#words, dates: this.#dates, me: session?.me?.id },
      ...{ texts: this.#texts, threads: room.threads, waiting: this.#waiting! },
      composing: this.#tools?.composing,
      reacting: this.#tools?.reacting,
      find: () =>
        this.#tools?.find({
          ...{ channel: room.channel.id, language, dates: this.#dates },
          textOf: (message) => this.#texts.of(message),
          go: (message) => void room.show(message),
        }),
      files: (message) => this.#tools?.files(message, language),
      who: (alert) => this.#tools?.who(alert, language, this.#dates),
    };
    const trouble = this.#trouble(room.timeline.error, () => room.refresh());
    return channelView(room, scene, trouble, isChoosing && (() => this.#select('')));
  }

  /** The state in words, where there is nothing else to show it. */
  #says(isMissing: boolean): TemplateResult | typeof nothing {
    const { session, language } = this.connection;
    const common = inLanguage(sessionStrings, language);
    if (isMissing) return html`<p class="muted"><bdi>${common.absent}</bdi></p>`;
    if (session && inTrouble(session) && !this.#channels?.all) {
      if (!session.attended) return sessionNotice(session, language) ?? nothing;
      return html`<p class="muted"><bdi>${common.waiting}</bdi></p>`;
    }
    if (this.state === 'loading') return html`<p class="muted">${this.#words.loading}</p>`;
    if (this.state === 'empty') return html`<p><bdi>${this.#words.empty}</bdi></p>`;
    return this.#trouble(this.#channels?.error, () => this.refresh());
  }

  /** What could not be loaded, and the way on. */
  #trouble(error: IsmsError | undefined, again: () => void): TemplateResult | typeof nothing {
    if (!error) return nothing;
    const { language } = this.connection;
    const common = inLanguage(sessionStrings, language);
    const words = this.#words;
    const why = error.kind === 'network' ? words.offline : '';
    const what = this.#channels?.all ? words.stale : common.failed;
    return notice(`${why} ${what}`.trim(), common.again, again);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'comms-feed': CommsFeed;
  }
}
