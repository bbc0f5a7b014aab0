import assert from 'node:assert/strict';
import type { Session } from '../office.js';

/** Lets the person have a question about what was said. */
export async function wonder(session: Session, message: string): Promise<void> {
  const answer = await session.send('PUT', `/v1/messages/${message}/reactions`, {
    reactions: ['question'],
  });
  assert.equal(answer.status, 200, answer.text);
}
