import { contractVersion } from '@heed/contract';
import { pathOf } from '../kit/exchange.js';
import { requirement } from '../kit/requirements.js';
import { count, type Outcome, type Run, type Status } from '../kit/result.js';
import { escape } from './escape.js';
import { redacted, type Shown } from './redacted.js';
import { style } from './style.js';

const words: Record<Status, string> = {
  fail: 'failed',
  error: 'without an answer',
  pass: 'passed',
  skipped: 'skipped',
  unsupported: 'not declared',
};

function headers(all: Record<string, string>): string {
  return Object.entries(all)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

function traffic(one: Shown): string {
  const { method, url, requestHeaders, requestBody, status, headers: got, body, ms } = one;
  const sent = [`${method} ${url}`, headers(requestHeaders), '', pretty(requestBody ?? '')];
  const came = [String(status), headers(got), '', pretty(body)];
  return `<details><summary><code>${escape(method)} ${escape(pathOf(url))}</code> ${status}, ${ms} ms</summary>
<h4>Sent</h4><pre>${escape(sent.join('\n').trimEnd())}</pre>
<h4>Came</h4><pre>${escape(came.join('\n').trimEnd())}</pre></details>`;
}

function outcomeOf({ id, title, status, reason, requirements, exchanges, ms }: Outcome): string {
  const musts = requirements.map(
    (each) => `<dt>${each}</dt><dd>${escape(requirement(each).must)}</dd>`,
  );
  const shown = redacted(exchanges);
  return `<article class="${status}" id="${escape(id)}">
<h3><span class="status">${words[status]}</span> ${escape(title)}</h3>
<p class="id"><code>${escape(id)}</code>, ${ms} ms</p>
${reason === undefined ? '' : `<p class="reason">${escape(reason)}</p>`}
<dl>${musts.join('')}</dl>
${shown.length > 0 ? `<p>The last ${shown.length} requests, tokens hidden:</p>${shown.map(traffic).join('\n')}` : ''}
</article>`;
}

function section(title: string, outcomes: readonly Outcome[]): string {
  if (outcomes.length === 0) return '';
  return `<section><h2>${title} (${outcomes.length})</h2>${outcomes.map(outcomeOf).join('\n')}</section>`;
}

/** `report.html`: one file for people, without scripts and without tokens. */
export function htmlReport(run: Run): string {
  const { outcomes, declared, trouble, startedAt, ms, baseUrl } = run;
  const counts = count(outcomes);
  const of = (...all: Status[]) => outcomes.filter(({ status }) => all.includes(status));
  const sums = (Object.keys(words) as Status[])
    .map(
      (status) =>
        `<li class="${counts[status] > 0 ? status : 'none'}"><strong>${counts[status]}</strong> ${words[status]}</li>`,
    )
    .join('');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Conformance of ${escape(baseUrl)}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>Conformance of ${escape(baseUrl)}</h1>
<p>Contract ${contractVersion}, profiles ${escape(declared.join(', ') || 'none')}; ${escape(startedAt)}, ${(ms / 1000).toFixed(1)} s.</p>
<ul class="sums">${sums}</ul>
${trouble === undefined ? '' : `<p class="reason">The run could not begin. ${escape(trouble)}</p>`}
</header>
<main>
${section('What failed', of('fail'))}
${section('What could not be tried', of('error'))}
${section('What was left out', of('skipped', 'unsupported'))}
${section('What holds', of('pass'))}
</main>
</body>
</html>
`;
}
