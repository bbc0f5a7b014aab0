import type { Section } from '@heed/sdk';
import type { Draft, ModelBackend } from './backend.js';

const section = (id: string, title: string, level: number, ...paragraphs: string[]): Section => ({
  id,
  title,
  level,
  html: paragraphs.map((text) => `<p>${text}</p>`).join(''),
  words: paragraphs.join(' ').split(' ').length,
});

/** Days from now as RFC 3339 UTC. */
export const inDays = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString();

const acceptableUse: Draft = {
  id: 'acceptable-use',
  version: 3,
  change: 'Private devices may be used for e-mail.',
  statement: {
    en: 'I have received this policy and will keep to it in my work.',
    de: 'Ich habe diese Richtlinie erhalten und halte mich bei meiner Arbeit daran.',
  },
  asks: { asks: 'acknowledge', dueAt: inDays(5), acknowledgedVersion: 2 },
  documents: {
    en: {
      title: 'Acceptable use of information and devices',
      sections: [
        section(
          'purpose',
          'Purpose',
          2,
          'This policy says what we may do with the devices we work on.',
        ),
        section(
          'devices',
          'Devices',
          2,
          'Lock the screen when you leave it.',
          'Report a loss at once.',
        ),
        section('private', 'Private devices', 2, 'Private devices may be used for e-mail.'),
      ],
    },
    de: {
      title: 'Zulässiger Gebrauch von Informationen und Geräten',
      sections: [
        section(
          'purpose',
          'Zweck',
          2,
          'Diese Richtlinie sagt, was wir mit unseren Geräten dürfen.',
        ),
        section(
          'devices',
          'Geräte',
          2,
          'Sperren Sie den Bildschirm.',
          'Melden Sie einen Verlust sofort.',
        ),
        section('private', 'Private Geräte', 2, 'Private Geräte dürfen für E-Mail genutzt werden.'),
      ],
    },
  },
};

const notice = (id: string, title: string, german: string, asks?: Draft['asks']): Draft => ({
  id,
  statement: { en: 'I will keep to this.', de: 'Ich halte mich daran.' },
  documents: {
    en: { title, sections: [section('all', title, 2, 'Put papers away at the end of the day.')] },
    de: { title: german, sections: [section('all', german, 2, 'Räumen Sie Papiere abends weg.')] },
  },
  ...(asks && { asks }),
});

/** Publishes a handful of policies: three open (one overdue), one with nothing asked. */
export async function publishSamples(backend: ModelBackend): Promise<void> {
  await backend.publish(
    notice('clear-desk', 'Clear desk and clear screen', 'Aufgeräumter Schreibtisch', {
      asks: 'agree',
      state: 'overdue',
      dueAt: inDays(-3),
    }),
  );
  await backend.publish(acceptableUse);
  await backend.publish(
    notice('travel', 'Working while travelling', 'Arbeiten auf Reisen', { asks: 'display' }),
  );
  await backend.publish(notice('visitors', 'Visitors on site', 'Besuch im Haus'));
}

/** The policy with everything: two languages, a change, a statement, due in five days. */
export const sample = acceptableUse;
