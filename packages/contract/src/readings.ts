import * as z from 'zod/mini';
import { endpoint } from './endpoint.js';
import { Hash, Id, Language, open, Seconds, Time } from './shapes.js';

/** A place in a document that survives reflow, fonts and a new version. */
export const Place = z.object({
  /** Section id. A place in a section that the document does not have counts for nothing. */
  section: z.string().check(z.maxLength(200)),
  /** The text that stands there, up to 160 characters. */
  quote: z.string().check(z.maxLength(160)),
  /** Characters from the start of the section's text to the quote, as the device counts them. */
  offset: z.int().check(z.minimum(0)),
});
/** A place in a document. */
export type Place = z.output<typeof Place>;

/** A section that was displayed, and for how long in view and in an active window. */
export const SectionDisplay = z.object({
  /** Section id. One that the document does not have counts for nothing. */
  id: z.string().check(z.maxLength(200)),
  /** In view and in an active window, in this sitting so far. */
  seconds: Seconds,
});
/** A section that was displayed. */
export type SectionDisplay = z.output<typeof SectionDisplay>;

/** How a text reached the person. */
export const Method = z.enum(['visual', 'assistive', 'speech', 'print']);
/** How a text reached the person. */
export type Method = z.output<typeof Method>;

/**
 * One sitting of one person with one document, from one device. The device sends it again and again
 * while it grows; a higher `sequence` replaces a lower one, so late and repeated sends do no harm.
 */
export const ReadingDraft = z.object({
  /** Id of the policy. */
  policy: Id,
  /** Number of the version. */
  version: z.int().check(z.minimum(1)),
  /** BCP 47, of the document that is shown. */
  language: Language,
  /**
   * Of the document that is shown; of another version or language it answers 409 content-mismatch. So does another
   * document than the one that the session began with: that is another sitting, and needs an id of its own.
   */
  contentHash: Hash,
  /** Grows with every send of the same session. */
  sequence: z.int().check(z.minimum(0)),
  /** RFC 3339 UTC, the device's clock. */
  startedAt: Time,
  /** How the text reaches the person in this sitting. */
  method: Method,
  /** What was displayed in this session so far; at most 5,000 sections. */
  sections: z.array(SectionDisplay).check(z.maxLength(5000)),
  /** Where the person is; a send without it takes away what this session said before. */
  last: z.optional(Place),
  /** The furthest place reached in this session. */
  furthest: z.optional(Place),
  /** Words for the person to know the device by, for example `Firefox on Windows`. */
  device: z.optional(z.string().check(z.maxLength(80))),
});
/** One sitting as the device reports it. */
export type ReadingDraft = z.input<typeof ReadingDraft>;

/** What was displayed to a person, over all sittings and devices. Never a claim that it was read. */
export const Reading = z.object({
  /** Id of the policy. */
  policy: z.string(),
  /** Number of the version. */
  version: z.int(),
  /** Sections displayed, in the order of the document, with the seconds of all sittings. */
  sections: z.array(
    z.object({
      /** Section id. */
      id: z.string(),
      /** In view and in an active window. */
      seconds: z.int(),
    }),
  ),
  /** Seconds in view and in an active window, all sections. */
  seconds: z.int(),
  /** Every way in which the text reached the person, each once. */
  methods: z.array(open('visual', 'assistive', 'speech', 'print')),
  /** Where the person is: of the places that each session said last, the one that arrived latest. */
  last: z.optional(
    z.object({
      /** Section id. */
      section: z.string(),
      /** The text that stands there. */
      quote: z.string(),
      /** Characters from the start of the section’s text to the quote. */
      offset: z.int(),
      /** RFC 3339 UTC, when the backend received it. */
      at: z.string(),
      /** As the device named itself. */
      device: z.optional(z.string()),
    }),
  ),
  /** The furthest place of all sittings: by the order of the sections in the document, then by `offset`. */
  furthest: z.optional(
    z.object({
      /** Section id. */
      section: z.string(),
      /** The text that stands there. */
      quote: z.string(),
      /** Characters from the start of the section’s text to the quote. */
      offset: z.int(),
    }),
  ),
});
/** What was displayed to a person. */
export type Reading = z.output<typeof Reading>;

/** `GET /v1/policies/{policy}/versions/{version}/reading` */
export const readReading = endpoint({
  method: 'GET',
  path: '/v1/policies/{policy}/versions/{version}/reading',
  answers: { 200: Reading },
  summary: 'What of a version was displayed to the caller, and where they are',
  profile: 'core',
  access: { who: 'person' },
  params: z.object({
    /** Id of the policy. */
    policy: Id,
    /** Number of the version. */
    version: z.coerce.number().check(z.int(), z.minimum(1)),
  }),
  cache: 'revalidate',
  problems: ['not-found'],
  requirements: [
    {
      id: 'REA-1',
      must: 'Answers the caller’s own reading; nothing displayed yet is an empty reading, not 404.',
    },
  ],
});

/** `PUT /v1/readings/{session}` */
export const recordReading = endpoint({
  method: 'PUT',
  path: '/v1/readings/{session}',
  answers: { 200: Reading },
  summary: 'Report what a sitting has displayed so far',
  profile: 'core',
  access: { who: 'person' },
  params: z.object({
    /** Chosen by the device at random, once for each sitting. */
    session: Id,
  }),
  body: ReadingDraft,
  cache: 'none',
  problems: ['malformed', 'not-found', 'content-mismatch', 'too-large', 'unsupported-media-type'],
  requirements: [
    {
      id: 'REA-2',
      must: 'A send with a sequence not higher than the stored one changes nothing and answers 200.',
    },
    {
      id: 'REA-3',
      must: 'Seconds of different sessions add up; the same session sent twice counts once.',
    },
    { id: 'REA-4', must: 'A session id used by another person answers 404 and changes nothing.' },
    { id: 'REA-5', must: 'The furthest place never moves back.' },
    {
      id: 'REA-6',
      must: 'A content hash that is not of this version and language, or not of the document that the session began with, answers 409 content-mismatch and changes nothing.',
    },
    {
      id: 'REA-7',
      must: 'Sections that the document does not have, and places in them, count for nothing.',
    },
    {
      id: 'REA-8',
      must: 'The last place is the one that arrived latest of what each session said last; a report without one takes away what its session said.',
    },
  ],
});
