/** The words of a digest. */
export interface DigestWords {
  subject(count: number): string;
  /** Above what is asked of the person. */
  asked: string;
  /** Above messages whose text names the person. */
  named: string;
  isNew: string;
  until(when: string): string;
  overdue(since: string): string;
  from(author: string): string;
  reply(author: string): string;
  more(count: number): string;
  /** That nothing happens by following a link. */
  nothing: string;
  why: Record<'daily' | 'weekly', string>;
  /** The link that ends the digest. */
  stop: string;
  /** On the page where that link leads. */
  stopQuestion: string;
  stopped: string;
}
