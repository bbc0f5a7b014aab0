// Defects in what is told of channels, of what is said in them and of who did what alerts ask.
import { asks, body, good, instead, items, problem, query, refusal } from '../ways.mjs';
import { asNotFound, forbidden } from './told.mjs';

const anew = (asked) => void (asked.path += Math.random().toString(36).slice(2));
const sent = ({ body: text }) => JSON.parse(String(text));

/** A refusal of one code that is another one. */
const otherwise = (name, from, status, code) =>
  refusal(name, (it, told) => {
    if (it.code !== from) return it;
    told.status = status;
    return JSON.parse(problem(status, code).text);
  });

/** @type {import('./all.mjs').Told[]} */
export const groups = [
  // Channels.
  [
    'channels-of-others',
    'CHN-1',
    'channels.list',
    'a channel that is not open to the caller is listed, too',
    () =>
      items('channels.list', (all) =>
        all
          .map((one) => ({ ...one, id: 'theirs' }))
          .slice(0, 1)
          .concat(all),
      ),
  ],
  [
    'channels-to-announce-left-out',
    'CHN-1',
    'channels.list',
    'who announces in a channel without belonging to it does not meet it',
    () => items('channels.list', (all) => all.filter(({ mayAnnounce }) => !mayAnnounce)),
  ],
  [
    'channels-of-members-only',
    'CHN-2',
    'channels.list',
    'whoever meets a channel is said to belong to its audience',
    () => items('channels.list', (all) => all.map((one) => ({ ...one, isMember: true }))),
  ],
  [
    'channels-promise',
    'CHN-2',
    'channels.list',
    'everybody is told that they may discuss',
    () => items('channels.list', (all) => all.map((one) => ({ ...one, mayDiscuss: true }))),
  ],
  [
    'channel-forbidden',
    'CHN-3',
    'channels.read',
    'a channel that is not open to the caller answers 403',
    () => refusal('channels.read', (it, told) => forbidden(told)),
  ],
  [
    'channel-people-kept',
    'CHN-4',
    'channels.read',
    'the people of a channel are counted once',
    () => {
      const kept = new Map();
      return body('channels.read', (it, { base }) => {
        const known = kept.get(base + it.id) ?? it.people;
        kept.set(base + it.id, known);
        return { ...it, people: known };
      });
    },
  ],

  // Positions.
  [
    'position-as-sent',
    'POS-1',
    'positions.record',
    'the answer names the message that was sent, and not the position that holds',
    () => body('positions.record', (it, asked) => ({ ...it, message: sent(asked).message })),
  ],
  [
    'position-conflict',
    'POS-1',
    'positions.record',
    'an earlier message is a conflict',
    () => {
      return {
        tells(told, asked) {
          if (asked.method !== 'PUT' || !asked.path.endsWith('/position')) return;
          if (told.status !== 200 || JSON.parse(told.text).message === sent(asked).message) return;
          Object.assign(told, problem(409, 'not-open-for-this'));
        },
      };
    },
  ],
  [
    'position-misplaced-409',
    'POS-3',
    'positions.record',
    'a message that is not of the channel is a conflict',
    () => otherwise('positions.record', 'not-found', 409, 'not-open-for-this'),
  ],

  // Preferences.
  [
    'preferences-by-default',
    'PREF-1',
    'preferences.read',
    'whatever was chosen, what the organisation has set is told',
    () => body('preferences.read', (it) => ({ ...it, digest: 'daily' })),
  ],
  [
    'preferences-not-said',
    'PREF-2',
    'preferences.record',
    'the answer to a choice is what holds for those who chose nothing',
    () => body('preferences.record', (it) => ({ ...it, digest: 'daily' })),
  ],

  // Messages.
  [
    'messages-forbidden',
    'MSG-1',
    'messages.list',
    'the messages of a channel that is not open to the caller answer 403',
    () => refusal('messages.list', (it, told) => forbidden(told)),
  ],
  [
    'messages-oldest-first',
    'MSG-2',
    'messages.list',
    'messages are listed oldest first',
    () =>
      items('messages.list', (all, { path }) =>
        /thread=|after=|before=/.test(path) ? all : all.reverse(),
      ),
  ],
  [
    'messages-by-author',
    'MSG-2',
    'messages.list',
    'messages are listed by who said them',
    () =>
      items('messages.list', (all, { path }) =>
        /thread=|after=|before=/.test(path)
          ? all
          : all.sort((a, b) => (a.author.displayName < b.author.displayName ? -1 : 1)),
      ),
  ],
  [
    'replies-newest-first',
    'MSG-3',
    'messages.list',
    'replies are listed newest first',
    () => items('messages.list', (all, { path }) => (/thread=/.test(path) ? all.reverse() : all)),
  ],
  [
    'before-ignored',
    'MSG-3',
    'messages.list',
    'before does not choose',
    () => query('messages.list', (values) => values.delete('before')),
  ],
  [
    'part-of-another-channel',
    'MSG-3',
    'messages.list',
    'what came after a message of another channel is nothing',
    () =>
      instead('messages.list', async (asked, forward) => {
        const answer = await forward(asked);
        if (answer.status !== 404 || !/after=|before=/.test(asked.path)) return answer;
        const headers = { 'content-type': 'application/json' };
        return { status: 200, headers, text: '{"items":[]}' };
      }),
  ],
  [
    'markup-as-it-is',
    'MSG-5',
    'messages.record',
    'a text that looks like HTML is shown as HTML',
    () => body('messages.record', (it) => ({ ...it, html: `<p>${it.text}</p>` })),
  ],
  [
    'markup-of-changes',
    'MSG-5',
    'revisions.record',
    'the text of a change is shown as HTML',
    () => body('revisions.record', (it) => ({ ...it, html: `<p>${it.text}</p>` })),
  ],
  [
    'message-forbidden',
    'MSG-6',
    'messages.read',
    'a message that is not open to the caller answers 403',
    () => refusal('messages.read', (it, told) => forbidden(told)),
  ],
  [
    'message-doubled',
    'MSG-7',
    'messages.record',
    'a message that is sent twice is posted twice',
    () => asks('messages.record', anew),
  ],
  [
    'message-as-posted',
    'MSG-7',
    'messages.record',
    'a message that is sent again answers as it was posted, and not as it is now',
    () => {
      const kept = new Map();
      return instead('messages.record', async (asked, forward) => {
        const name = asked.base + asked.path + asked.headers.authorization + asked.body;
        const answer = kept.get(name) ?? (await forward(asked));
        if (answer.status === 200) kept.set(name, answer);
        return { ...answer };
      });
    },
  ],
  [
    'message-signed-by-body',
    'MSG-7',
    'messages.record',
    'the body says when it was posted',
    () =>
      body('messages.record', (it, asked) => ({
        ...it,
        postedAt: sent(asked).postedAt ?? it.postedAt,
      })),
  ],
  [
    'message-reused-409',
    'MSG-8',
    'messages.record',
    'an id that was used for something else is a conflict',
    () => otherwise('messages.record', 'message-reused', 409, 'not-open-for-this'),
  ],
  [
    'message-of-another-reused',
    'MSG-8',
    'messages.record',
    'an id that somebody else used says so',
    () =>
      refusal('messages.record', (it, told, asked) => {
        if (it.code !== 'not-found' || sent(asked).thread) return it;
        told.status = 422;
        return JSON.parse(problem(422, 'message-reused').text);
      }),
  ],
  [
    'broadcast-404',
    'MSG-9',
    'messages.record',
    'who may not announce is told that there is nothing',
    () =>
      refusal('messages.record', (it, told) =>
        it.code === 'forbidden' ? asNotFound(told) : undefined,
      ),
  ],
  [
    'thread-422',
    'MSG-10',
    'messages.record',
    'a reply to a reply does not fit',
    () => otherwise('messages.record', 'not-open-for-this', 422, 'invalid'),
  ],
  [
    'action-dropped',
    'MSG-11',
    'messages.record',
    'an action that does not belong there is left out',
    () =>
      asks('messages.record', (asked) => {
        const { action, ...draft } = sent(asked);
        if (action && draft.kind !== 'alert') asked.body = JSON.stringify(draft);
      }),
  ],
  [
    'title-of-reply-dropped',
    'MSG-11',
    'messages.record',
    'a title of a reply is left out',
    () =>
      asks('messages.record', (asked) => {
        const { title, ...draft } = sent(asked);
        if (title && draft.thread) asked.body = JSON.stringify(draft);
      }),
  ],
  [
    'message-trimmed',
    'MSG-13',
    'messages.record',
    'white space around a text is left out',
    () =>
      asks('messages.record', (asked) => {
        const draft = sent(asked);
        asked.body = JSON.stringify({ ...draft, text: draft.text.trim() });
      }),
  ],
  [
    'message-line-ends',
    'MSG-13',
    'messages.record',
    'line ends are made the same',
    () =>
      asks(
        'messages.record',
        (asked) => void (asked.body = String(asked.body).replaceAll('\\r\\n', '\\n')),
      ),
  ],

  [
    'search-ignored',
    'MSG-14',
    'messages.list',
    'search does not choose',
    () => query('messages.list', (values) => values.delete('search')),
  ],
  [
    'search-one-word',
    'MSG-14',
    'messages.list',
    'one word of several is enough',
    () =>
      query('messages.list', (values) => {
        const [first] = values.get('search')?.split(' ') ?? [];
        if (first) values.set('search', first);
      }),
  ],
  [
    'search-capitals',
    'MSG-14',
    'messages.list',
    'a word is found only with its capitals',
    () =>
      items('messages.list', (all, { path }) => {
        const words = new URLSearchParams(path.split('?')[1]).get('search')?.split(' ') ?? [];
        return all.filter(({ title, text }) =>
          words.every((word) => `${title} ${text}`.includes(word)),
        );
      }),
  ],
  [
    'search-without-replies',
    'MSG-14',
    'messages.list',
    'replies are not found',
    () =>
      items('messages.list', (all, { path }) =>
        /search=/.test(path) ? all.filter(({ thread }) => !thread) : all,
      ),
  ],

  // Revisions.
  [
    'change-doubled',
    'REV-1',
    'revisions.record',
    'a change that is sent twice is made twice',
    () => asks('revisions.record', anew),
  ],
  [
    'change-reused-409',
    'REV-1',
    'revisions.record',
    'an id that was used for another change is a conflict',
    () => otherwise('revisions.record', 'message-reused', 409, 'not-open-for-this'),
  ],
  [
    'change-404',
    'REV-2',
    'revisions.record',
    'who may not change a message is told that there is nothing',
    () => otherwise('revisions.record', 'forbidden', 404, 'not-found'),
  ],
  [
    'withdrawn-gone',
    'REV-3',
    'messages.list',
    'a message that was withdrawn loses its place',
    () => items('messages.list', (all) => all.filter(({ withdrawnAt }) => !withdrawnAt)),
  ],
  [
    'withdrawn-403',
    'REV-3',
    'revisions.record',
    'to change what was withdrawn is forbidden',
    () => otherwise('revisions.record', 'not-open-for-this', 403, 'forbidden'),
  ],
  [
    'change-of-nothing',
    'REV-5',
    'revisions.record',
    'where there are both, the text counts',
    () =>
      asks('revisions.record', (asked) => {
        const { withdraw, ...change } = sent(asked);
        if (withdraw && change.text) asked.body = JSON.stringify(change);
      }),
  ],
  [
    'revisions-newest-first',
    'REV-6',
    'revisions.list',
    'what was said last comes first',
    () => items('revisions.list', (all) => all.reverse()),
  ],
  [
    'revisions-without-first',
    'REV-6',
    'revisions.list',
    'what was posted is not among what was said',
    () => items('revisions.list', (all, { path }) => all.filter(({ id }) => !path.includes(id))),
  ],
  [
    'revisions-404',
    'REV-7',
    'revisions.list',
    'who sees the message is told that it never said anything',
    () => otherwise('revisions.list', 'forbidden', 404, 'not-found'),
  ],

  // Alerts.
  [
    'alerts-from-the-past',
    'ALR-2',
    'alerts.list',
    'what is due last is listed first',
    () => items('alerts.list', (all) => all.toReversed()),
  ],
  [
    'alerts-with-due-date',
    'ALR-1',
    'alerts.list',
    'only alerts with a due date are listed',
    () => items('alerts.list', (all) => all.filter(({ action }) => action.dueAt)),
  ],

  // Completions.
  [
    'done-now',
    'DONE-1',
    'completions.record',
    'said again, it is done now',
    () => body('completions.record', (it) => ({ ...it, recordedAt: new Date().toISOString() })),
  ],
  [
    'done-twice-refused',
    'DONE-1',
    'completions.record',
    'said again, it is refused',
    () => {
      const done = new Set();
      return good('completions.record', (told, asked) => {
        const name = asked.base + asked.path + asked.headers.authorization;
        if (done.has(name)) Object.assign(told, problem(409, 'not-open-for-this'));
        done.add(name);
      });
    },
  ],
  [
    'done-forbidden',
    'DONE-2',
    'completions.record',
    'who is not asked is forbidden to say that it is done',
    () => otherwise('completions.record', 'not-open-for-this', 403, 'forbidden'),
  ],
  [
    'done-receipt-cut',
    'DONE-3',
    'completions.record',
    'the receipt ends early',
    () => body('completions.record', (it) => ({ ...it, receipt: it.receipt.slice(0, -20) })),
  ],
  [
    'done-of-nobody',
    'DONE-4',
    'messages.read',
    'it is counted who did it, and not of how many',
    () => body('messages.read', (it) => void (it.done &&= { ...it.done, of: it.done.count })),
  ],
  [
    'done-not-own',
    'DONE-4',
    'messages.list',
    'nobody is told that they did it',
    () => items('messages.list', (all) => all.map(({ doneAt: _, ...one }) => one)),
  ],
  [
    'asked-who-did',
    'DONE-5',
    'completions.list',
    'only those are listed who did it',
    () => items('completions.list', (all) => all.filter(({ doneAt }) => doneAt)),
  ],
  [
    'asked-without-time',
    'DONE-5',
    'completions.list',
    'it is not said when somebody did it',
    () => items('completions.list', (all) => all.map(({ doneAt: _, ...one }) => one)),
  ],
  [
    'asked-404',
    'DONE-6',
    'completions.list',
    'who may not know is told that nobody was asked',
    () => otherwise('completions.list', 'forbidden', 404, 'not-found'),
  ],
];
