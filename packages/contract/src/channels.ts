import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { Id, open, page, PageQuery } from './shapes.js';

/** A communication group: who is told, and who may say something. */
export const Channel = z.object({
  /** Readable and stable. */
  id: z.string(),
  /** As people know it. */
  title: z.string(),
  /** What it is for. */
  description: z.optional(z.string()),
  /** Who is told. */
  audience: z.object({
    /** Id of the audience. */
    id: z.string(),
    /** In words. */
    title: z.string(),
  }),
  /** How many people belong to the audience now. */
  people: z.int(),
  /** What somebody sees who enters the audience: everything, or what was posted since they entered. */
  history: open('all', 'entered'),
  /** Whether the caller belongs to the audience: is told, counted, and asked by alerts. */
  isMember: z.boolean(),
  /** Whether the caller may broadcast and send alerts here, and withdraw what others posted. */
  mayAnnounce: z.boolean(),
  /** Whether the caller may begin discussions and reply. */
  mayDiscuss: z.boolean(),
  /**
   * Messages of others that are open to the caller, came after the caller's position, and are neither replies nor withdrawn
   * nor history that came from elsewhere. While there is no position, only those count that came since the caller entered the
   * audience. Of more than 100 it says 100.
   */
  unread: z.int(),
  /** Id of the last message that was on the caller's screen; absent before the first. */
  position: z.optional(z.string()),
  /** RFC 3339 UTC, when the newest message came that is open to the caller and not a reply. */
  latestAt: z.optional(z.string()),
});
/** A communication group. */
export type Channel = z.output<typeof Channel>;

/** `GET /v1/channels` */
export const listChannels = endpoint({
  method: 'GET',
  path: '/v1/channels',
  answers: { 200: page(Channel) },
  list: true,
  summary: 'The channels that are open to the caller',
  profile: 'comms',
  access: { who: 'person', others: ['isms-manager', 'auditor'] },
  query: z.object(PageQuery),
  cache: 'revalidate',
  requirements: [
    {
      id: 'CHN-1',
      must: 'Exactly the channels are listed whose audience the caller belongs to now, in which they may announce, or which their role sees.',
    },
    {
      id: 'CHN-2',
      must: 'isMember tells whether the caller belongs to the audience now, and mayAnnounce and mayDiscuss tell what the answer to a post of the caller would be.',
    },
  ],
});

/** `GET /v1/channels/{channel}` */
export const readChannel = endpoint({
  method: 'GET',
  path: '/v1/channels/{channel}',
  answers: { 200: Channel },
  summary: 'One channel',
  profile: 'comms',
  access: { who: 'person', others: ['isms-manager', 'auditor'] },
  params: z.object({
    /** Id of the channel. */
    channel: Id,
  }),
  cache: 'revalidate',
  problems: ['not-found'],
  requirements: [
    { id: 'CHN-3', must: 'A channel that is not open to the caller answers 404.' },
    {
      id: 'CHN-4',
      must: 'people counts the active people of the audience as of now, joiners and leavers included.',
    },
  ],
});
