import type { Member } from '@heed/contract';
import type { Misfit } from '../http/failure.js';

/** Whether a text names somebody. */
export const isNamed = (text: string, { displayName }: Member): boolean =>
  text.includes(`@${displayName}`);

/** What of the mentions of a draft is not as it has to be (MNT-2). */
export function misnamed(
  text: string,
  mentions: readonly string[],
  members: readonly Member[],
): Misfit[] {
  return mentions.flatMap((id, at) => {
    const member = members.find((one) => one.id === id);
    const message =
      mentions.indexOf(id) < at
        ? 'Named twice'
        : !member
          ? 'Nobody who is told in this channel'
          : isNamed(text, member)
            ? undefined
            : 'The text does not name them with @ and their name';
    return message === undefined ? [] : [{ pointer: `/mentions/${at}`, message }];
  });
}
