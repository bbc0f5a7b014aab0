/** A file that is not taken; the message says why, to whoever sent it. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/** Refuses a file that ends too early. */
export function cutOff(): never {
  throw new Refused('The file is cut off or damaged. Open it, save it again and send that.');
}
