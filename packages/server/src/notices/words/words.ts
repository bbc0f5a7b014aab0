import type { Law } from '../../clocks/laws.js';

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

/** The words of a warning before something that a law asks for is due. */
export interface ClockWords extends Words {
  /** What the laws are called. */
  laws: Readonly<Record<Law, string>>;
  /** What has to be sent, by the last part of the id of its clock. */
  stages: Readonly<
    Record<
      | 'warning'
      | 'notification'
      | 'progress'
      | 'final'
      | 'initial'
      | 'intermediate'
      | 'acknowledgement'
      | 'feedback',
      string
    >
  >;
  /** To whom it is sent, if the organisation has said that. */
  send(stage: string, authority: string | undefined): string;
  /** The same of what whoever reported gets. */
  answer: string;
}
