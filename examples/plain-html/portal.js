// The host's side of the integration: who is signed in, which language, and one line for the token.
import { words } from './portal-words.js';

const provider = document.querySelector('#isms');
const chooser = document.querySelector('#persona');
const address = new URL(location.href);

const personas = await (await fetch('/dev/personas')).json();
const wanted = address.searchParams.get('persona') ?? sessionStorage.getItem('persona');
const person = personas.items.find((p) => p.userName === wanted) ?? personas.items[0];
sessionStorage.setItem('persona', person.userName);

const preferred = person.preferredLanguage?.slice(0, 2);
const language = address.searchParams.get('lang') ?? (preferred in words ? preferred : 'en');
document.documentElement.lang = language;
const text = words[language] ?? words.en;
for (const element of document.querySelectorAll('[data-text]'))
  element.textContent = text[element.dataset.text];
for (const element of document.querySelectorAll('[data-label]'))
  element.ariaLabel = text[element.dataset.label];
const greeting = document.querySelector('#greeting');
if (greeting) {
  greeting.textContent = text.greeting.replace('{name}', person.displayName.split(' ')[0]);
  document.querySelector('#today').textContent = new Intl.DateTimeFormat(language, {
    dateStyle: 'full',
  }).format(new Date());
}

for (const p of personas.items)
  chooser.add(
    new Option(
      [p.displayName, p.title].filter(Boolean).join(', '),
      p.userName,
      false,
      p === person,
    ),
  );
chooser.addEventListener('change', () => {
  sessionStorage.setItem('persona', chooser.value);
  address.searchParams.delete('persona');
  location.assign(address);
});

const policy = address.searchParams.get('policy');
if (policy) {
  const reader = document.querySelector('policy-reader');
  if (location.hash) reader.setAttribute('section', decodeURIComponent(location.hash.slice(1)));
  reader.setAttribute('policy', policy);
  document.querySelector('ack-button').setAttribute('policy', policy);
}

const channel = address.searchParams.get('channel');
const feed = document.querySelector('comms-feed');
if (channel && feed) {
  // A link in a mail leads to one message.
  const message = address.searchParams.get('message');
  if (message) feed.setAttribute('message', message);
  feed.setAttribute('selected', channel);
}

const task = address.searchParams.get('task');
if (task) document.querySelector('task-list')?.setAttribute('task', task);

const report = address.searchParams.get('report');
if (report) document.querySelector('incident-report')?.setAttribute('report', report);

// This is all the integration an authenticated portal writes: hand over an access token when asked.
let token;
provider.getToken = ({ refresh } = {}) => {
  if (refresh || !token) {
    token = signIn(person.userName);
    // Without a connection it is asked for again.
    token.catch(() => (token = undefined));
  }
  return token;
};
provider.setAttribute('base-url', location.origin);

// With its service worker the portal opens without a connection, too. Absent on plain http but for this machine.
const trusted = globalThis.trustedTypes?.createPolicy('portal', { createScriptURL: (url) => url });
navigator.serviceWorker?.register(trusted?.createScriptURL('/offline.js') ?? '/offline.js');

async function signIn(userName) {
  const answer = await fetch('/dev/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ userName }),
  });
  return (await answer.json()).token;
}
