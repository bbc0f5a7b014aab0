import { weekdays, type Cadence, type Hours, type Weekday } from './digests/rules.js';
import type { MailStyle } from './notices/page.js';
import { SettingsError } from './settings-error.js';

/** What digests go out with. */
export interface DigestSettings {
  /** How often those get one who chose nothing. */
  cadence: Cadence;
  hours: Hours;
  /** Address of the portal's page of a policy, with `{policy}` in it. */
  policyLink: string;
  /** Where this server is found, with a slash at the end; absent: digests have no link that ends them. */
  publicUrl?: string | undefined;
}

/** What is told by mail, and how. */
export interface MailSettings {
  /** The mail server. */
  url: string;
  /** The sender. */
  from: string;
  style: MailStyle;
  /** Absent: alerts only. */
  digest?: DigestSettings | undefined;
}

/** The days from one to another, past the end of the week too: `sun-thu`. */
function daysOf(text: string): Hours['days'] {
  const [first, last = first] = text.split('-') as Weekday[];
  const from = weekdays.indexOf(first as Weekday);
  const to = weekdays.indexOf(last as Weekday);
  if (from < 0 || to < 0 || text.split('-').length > 2) {
    throw new SettingsError(
      `HEED_DIGEST_DAYS ${text} are not days, so nothing was started. Give them like mon-fri or sun-thu, from ${weekdays.join(', ')}.`,
    );
  }
  const more = Array.from(
    { length: (to - from + 7) % 7 },
    (_, at) => weekdays[(from + at + 1) % 7],
  );
  return [weekdays[from] as Weekday, ...(more as Weekday[])];
}

function hoursOf(text: string): Pick<Hours, 'from' | 'until'> {
  const [from, until] = text.split('-').map(Number) as [number, number];
  if (/^\d{1,2}-\d{1,2}$/.test(text) && from < until && until <= 24) return { from, until };
  throw new SettingsError(
    `HEED_DIGEST_HOURS ${text} are not hours of one day, so nothing was started. Give them like 8-18.`,
  );
}

/** People may end their digest without a sign-in where mails can say where. */
function publicUrlOf(text: string | undefined): string | undefined {
  if (!text) return undefined;
  if (URL.canParse(text) && /^https?:/.test(text)) return text.endsWith('/') ? text : `${text}/`;
  throw new SettingsError(
    `HEED_PUBLIC_URL ${text} is no address, so nothing was started. Give where browsers find this server, like https://isms.example.com/.`,
  );
}

function digestOf(environment: NodeJS.ProcessEnv, timeZone: string): DigestSettings | undefined {
  const { HEED_DIGEST: cadence, HEED_POLICY_URL: policyLink } = environment;
  if (!cadence) return undefined;
  if (cadence !== 'daily' && cadence !== 'weekly' && cadence !== 'never') {
    throw new SettingsError(
      `HEED_DIGEST ${cadence} is not how often a digest goes out, so nothing was started. Give daily, weekly or never.`,
    );
  }
  if (
    !policyLink?.includes('{policy}') ||
    !URL.canParse(policyLink) ||
    !/^https?:/.test(policyLink)
  ) {
    throw new SettingsError(
      'HEED_DIGEST is set, but what is asked would lead nowhere. Set HEED_POLICY_URL to your page, like https://intranet.example.com/policy?policy={policy}.',
    );
  }
  const days = daysOf(environment['HEED_DIGEST_DAYS'] || 'mon-fri');
  const hours = hoursOf(environment['HEED_DIGEST_HOURS'] || '8-18');
  const publicUrl = publicUrlOf(environment['HEED_PUBLIC_URL']);
  return { cadence, policyLink, publicUrl, hours: { timeZone, days, ...hours } };
}

function taskLinkOf({ HEED_TASK_URL: link }: NodeJS.ProcessEnv): string | undefined {
  if (!link || (link.includes('{task}') && URL.canParse(link) && /^https?:/.test(link))) {
    return link || undefined;
  }
  throw new SettingsError(
    'HEED_TASK_URL leads to no task. Set it to your page, like https://intranet.example.com/tasks?task={task}.',
  );
}

function incidentLinkOf({ HEED_INCIDENT_URL: link }: NodeJS.ProcessEnv): string | undefined {
  if (!link || (link.includes('{incident}') && URL.canParse(link) && /^https?:/.test(link))) {
    return link || undefined;
  }
  throw new SettingsError(
    'HEED_INCIDENT_URL leads to no report. Set it to your page, like https://intranet.example.com/reports?incident={incident}.',
  );
}

/** What is told by mail; undefined where there is no mail server. */
export function mailOf(environment: NodeJS.ProcessEnv, timeZone: string): MailSettings | undefined {
  const { HEED_SMTP_URL: url, HEED_MAIL_FROM: from, HEED_MESSAGE_URL: link } = environment;
  if (!url) return undefined;
  if (!URL.canParse(url) || !/^smtps?:$/.test(new URL(url).protocol)) {
    throw new SettingsError(
      'HEED_SMTP_URL is not the address of a mail server, so nothing was started. Give it like smtps://user:secret@mail.example.com, with %40 for @ in the password.',
    );
  }
  if (!from || !/[^\s@<>]+@[^\s@<>]+/.test(from)) {
    throw new SettingsError(
      'HEED_SMTP_URL is set without a sender. Set HEED_MAIL_FROM, like Information security <isms@example.com>.',
    );
  }
  if (!link?.includes('{message}') || !URL.canParse(link) || !/^https?:/.test(link)) {
    throw new SettingsError(
      'HEED_SMTP_URL is set, but mails would lead nowhere. Set HEED_MESSAGE_URL to your page, like https://intranet.example.com/news?channel={channel}&message={message}.',
    );
  }
  const links = { taskLink: taskLinkOf(environment), incidentLink: incidentLinkOf(environment) };
  const style = { link, ...links, timeZone };
  return { url, from, style, digest: digestOf(environment, timeZone) };
}
