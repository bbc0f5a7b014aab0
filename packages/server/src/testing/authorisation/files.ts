import assert from 'node:assert/strict';
import type { Office } from '../office.js';

/** What is in the file of a person: it says whose it is. */
export const fileText = (userName: string): string => `A file of ${userName}\n`;

/** What a file of a person is called. */
export const fileName = 'file.txt';

/** Attachments of a person: one that can be read, and the id under which they declare one. */
export const filed = (userName: string) => ({
  ...{ attachment: `${userName}-attachment`, file: `${userName}-attachment` },
});

/** Lets somebody send a file; what it says is of that person. */
export async function hand(
  { app, issuer }: Office,
  tenant: string,
  who: string,
  id: string,
  userName: string,
): Promise<void> {
  const through = app(tenant);
  const authorisation = { Authorization: `Bearer ${await issuer.sign(who, 600)}` };
  const text = fileText(userName);
  for (const [path, type, body] of [
    ['', 'application/json', JSON.stringify({ name: fileName, size: Buffer.byteLength(text) })],
    ['/parts/0', 'application/octet-stream', text],
  ] as const) {
    const answer = await through.request(`/v1/attachments/${id}${path}`, {
      ...{ method: 'PUT', body, headers: { ...authorisation, 'Content-Type': type } },
    });
    assert.equal(answer.status, 200, await answer.text());
  }
}
