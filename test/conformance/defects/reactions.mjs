// Defects in what is said of messages with one press, in what is pinned, and in who is named.
import { expression, raw, text } from './edits.mjs';

/** @type {import('./all.mjs').Coded[]} */
export const reactions = [
  [
    'reactions-own-missing',
    'RCT-1',
    'messages.read',
    'everybody is told that they said what anybody says',
    expression(
      'reactions/records',
      'row.message === message && row.own',
      'row.message === message',
    ),
  ],
  [
    'reactions-added-up',
    'RCT-1',
    'reactions.record',
    'what was said before stays when something else is said',
    text('reactions/records', 'and reaction <> all($4::text[])', 'and reaction = all($4::text[])'),
  ],
  [
    'reactions-of-overseers',
    'RCT-2',
    'reactions.record',
    'who only oversees reacts, too',
    expression('reactions/rules', '!open.isMember && !open.mayAnnounce', 'false'),
  ],
  [
    'reactions-to-nothing',
    'RCT-2',
    'reactions.record',
    'people react to what was withdrawn',
    expression('reactions/rules', 'message.withdrawnAt !== null', 'false'),
  ],
  [
    'reactions-logged-again',
    'RCT-3',
    'reactions.record',
    'said again, it is an entry of the log again',
    expression(
      'reactions/react',
      'wanted.length === before.length && wanted.every((one) => before.includes(one))',
      'false',
    ),
  ],
  [
    'reactions-untold',
    'RCT-3',
    'events.stream',
    'nobody who listens is told that somebody reacted',
    raw(
      'events/records',
      'upTo, told, limit]',
      "upTo, IS ? told.filter((one) => one !== 'isms.message.reacted') : told, limit]",
    ),
  ],
  [
    'asking-thanks',
    'RCT-4',
    'reactions.list',
    'who said thanks is listed, too',
    text('reactions/records', "r.reaction = 'question' and p.active", 'p.active'),
  ],
  [
    'asking-by-name',
    'RCT-4',
    'reactions.list',
    'who asked last is first',
    text(
      'reactions/records',
      'order by r.since, r.person limit',
      'order by r.since desc, r.person limit',
    ),
  ],
  [
    'asking-for-everybody',
    'RCT-5',
    'reactions.list',
    'everybody is told who has a question',
    expression('reactions/routes', '!open.mayAnnounce', 'false'),
  ],
  [
    'pins-all',
    'PIN-1',
    'messages.list',
    'what is not pinned is listed with what is',
    raw('messages/records', "pinned ? 'and", "pinned && !IS ? 'and"),
  ],
  [
    'pins-by-anybody',
    'PIN-2',
    'pins.record',
    'everybody pins',
    expression('pins/rules', '!open.mayAnnounce', 'false'),
  ],
  [
    'pins-without-end',
    'PIN-3',
    'pins.record',
    'a sixth message is pinned',
    expression('pins/rules', 'message.pinnedAt === null && pinned >= mostPins', 'false'),
  ],
  [
    'pins-kept',
    'PIN-3',
    'revisions.record',
    'what was withdrawn stays pinned',
    text('messages/records', 'pinned_at = null, mentions = null', 'mentions = null'),
  ],
  [
    'pins-logged-again',
    'PIN-4',
    'pins.record',
    'pinned again, it is an entry of the log again',
    expression('pins/pin', 'pinned === (message.pinnedAt !== null)', 'false'),
  ],
  [
    'members-of-all',
    'MBR-1',
    'members.list',
    'people of channels are told that are not open',
    raw(
      'members/routes',
      'await visibleChannel(backend, caller, params.channel)',
      `(IS
        ? { channel: (await backend.catalogue()).channels.find(({ id }) => id === params.channel) ?? { audience: '' } }
        : await visibleChannel(backend, caller, params.channel))`,
    ),
  ],
  [
    'members-left',
    'MBR-2',
    'members.list',
    'who has left the audience is found',
    text(
      'members/records',
      'and m.left_at is null and p.active) as asked',
      'and p.active) as asked',
    ),
  ],
  [
    'members-by-pattern',
    'MBR-2',
    'members.list',
    'a percent sign finds everybody',
    raw('members/records', 'text.replace(', '(IS ? { replace: () => text } : text).replace('),
  ],
  [
    'members-too-much',
    'MBR-3',
    'members.list',
    'more is told of people than who they are',
    raw(
      'members/routes',
      '=> ({ id, displayName })',
      '=> ({ id, displayName, ...(IS && { left: false }) })',
    ),
  ],
  [
    'mentions-kept',
    'MNT-1',
    'revisions.record',
    'who is no longer named is told to be',
    expression('revisions/revise', 'isNamed(text, one)', 'true'),
  ],
  [
    'mentions-of-anybody',
    'MNT-2',
    'messages.record',
    'who is not told is left out, and not refused',
    expression('mentions/rules', '!member', 'false'),
  ],
  [
    'mentions-hidden',
    'MNT-2',
    'messages.record',
    'somebody is named whom the text does not name',
    expression('mentions/rules', 'isNamed(text, member)', 'true'),
  ],
];
