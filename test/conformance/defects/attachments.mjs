// Defects in what is told of files that people send.
import { body, good, problem, refusal } from '../ways.mjs';

/** @type {import('./all.mjs').Told[]} */
export const attachments = [
  [
    'file-forgotten',
    'ATT-1',
    'attachments.record',
    'whoever asks how much of a file is there is told that nothing is',
    () => body('attachments.record', (it) => ({ ...it, received: 0, ready: false })),
  ],
  [
    'file-reused-conflict',
    'ATT-2',
    'attachments.record',
    'an id that was used for another file is a conflict',
    () =>
      refusal('attachments.record', (it, told) => {
        if (it.code !== 'attachment-reused') return it;
        told.status = 409;
        return JSON.parse(problem(409, 'not-open-for-this').text);
      }),
  ],
  [
    'file-size-as-sent',
    'ATT-8',
    'uploads.record',
    'the size of a file is another one than that of its content',
    () => body('uploads.record', (it) => ({ ...it, size: it.size + 1 })),
  ],
  [
    'file-inline',
    'ATT-9',
    'attachments.read',
    'the content of a file is shown, and not saved',
    () => good('attachments.read', (told) => (told.headers['content-disposition'] = 'inline')),
  ],
  [
    'file-sniffed',
    'ATT-9',
    'attachments.read',
    'a browser may guess what a file is',
    () => good('attachments.read', (told) => delete told.headers['x-content-type-options']),
  ],
  [
    'files-of-message-turned',
    'MSG-15',
    'messages.record',
    'the files of a message are told in another order',
    () =>
      body('messages.record', (it) => ({
        ...it,
        ...(it.attachments && { attachments: it.attachments.toReversed() }),
      })),
  ],
];
