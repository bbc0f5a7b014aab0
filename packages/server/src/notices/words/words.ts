/** The words of a notice about an alert or a task. */
export interface Words {
  subject(title: string): string;
  /** Without a title. */
  untitled: string;
  todo: string;
  until(when: string): string;
  from(author: string, channel: string): string;
  open: string;
  /** That nothing happens by following the link. */
  nothing: string;
  why(audience: string): string;
}
