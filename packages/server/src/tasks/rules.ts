import type { Person, TaskDraft } from '@heed/contract';
import { belongs, type Audience } from '../audiences/rules.js';
import type { Catalogue } from '../catalogue.js';
import { Failure, type Misfit } from '../http/failure.js';
import { holds, overseers, type Caller } from '../identity/caller.js';
import type { StoredTask } from './records.js';

/** What somebody is to a task. */
export interface Standing {
  isAsked: boolean;
  mayManage: boolean;
  /** How it stands with everybody, and what everybody said. */
  seesAll: boolean;
}

/** What the caller is to a task; undefined when it is not open to them (TSK-5, TSK-7). */
export function standing(
  caller: Caller,
  task: Pick<StoredTask, 'person'>,
  isAsked: boolean,
): Standing | undefined {
  const mayManage = task.person === caller.person.id || holds(caller, ['isms-manager']);
  const seesAll = mayManage || holds(caller, overseers);
  return isAsked || seesAll ? { isAsked, mayManage, seesAll } : undefined;
}

/** A due date as it is kept; undefined when it is not a moment that every part of a backend knows. */
export function moment(dueAt: string): string | undefined {
  const time = Date.parse(dueAt);
  return Number.isNaN(time) || dueAt.startsWith('0000') ? undefined : new Date(time).toISOString();
}

const noMoment: Misfit = { pointer: '/dueAt', message: 'There is no such moment' };

/** What of a draft does not fit together (TSK-10). */
export function misfits({ people, audience, dueAt }: TaskDraft): Misfit[] {
  const isAsked = people !== undefined || audience !== undefined;
  return [
    ...(isAsked
      ? []
      : [{ pointer: '/people', message: 'Say whom you ask: people, or an audience' }]),
    ...(dueAt === undefined || moment(dueAt) !== undefined ? [] : [noMoment]),
  ];
}

/** The same of the due date of a step. */
export const dueMisfits = (dueAt: string | undefined): Misfit[] =>
  dueAt === undefined || moment(dueAt) !== undefined ? [] : [noMoment];

/**
 * The refusal of a task; undefined when the caller may ask that of them (TSK-9, TSK-10).
 *
 * @param known those who are asked by name, as far as they are there, by id.
 */
export function refusal(
  { audiences, channels }: Pick<Catalogue, 'audiences' | 'channels'>,
  caller: Caller,
  { people = [], audience }: TaskDraft,
  known: ReadonlyMap<string, Person>,
): Failure | undefined {
  const isThere = (id: string) => known.get(id)?.active === true;
  if (holds(caller, ['isms-manager'])) {
    const errors = [
      ...people.flatMap((id, at) =>
        isThere(id) ? [] : [{ pointer: `/people/${at}`, message: 'Nobody active has this id' }],
      ),
      ...(audience === undefined || audiences.has(audience)
        ? []
        : [{ pointer: '/audience', message: 'No audience has this id' }]),
    ];
    return errors.length > 0 ? new Failure('invalid', 'Nothing was asked.', { errors }) : undefined;
  }
  const isIn = (one: Audience | undefined, person: Person) =>
    one !== undefined && belongs(one, person);
  const reached = channels
    .filter(({ announcers = '' }) => isIn(audiences.get(announcers), caller.person))
    .map((channel) => channel.audience);
  const reaches = (id: string) => {
    const person = known.get(id);
    return person !== undefined && reached.some((each) => isIn(audiences.get(each), person));
  };
  const isAllowed =
    reached.length > 0 &&
    people.every(reaches) &&
    (audience === undefined || reached.includes(audience));
  if (isAllowed) return undefined;
  return new Failure(
    'forbidden',
    'You may ask the audiences of channels in which you announce, and people in them. Nothing was asked.',
  );
}
