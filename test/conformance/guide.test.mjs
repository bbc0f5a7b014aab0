// The vendor's guide, followed to the letter: what it tells to serve is served, what it tells to run is run.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { delimiter, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { root } from '../config/files.mjs';

const guide = readFileSync(join(root, 'docs/vendors.md'), 'utf8');
const [, chapter] = /## The first ten minutes\n(.*?)\n## /s.exec(guide);

/** The blocks of one language in the chapter. */
function blocks(language) {
  return [...chapter.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'))].map(
    ([, text]) => text,
  );
}

/** An answer as it stands in the guide. */
function answerIn(text) {
  const [head, ...rest] = text.split('\n\n');
  const [status, ...headers] = head.split('\n');
  return {
    status: Number(status.split(' ')[0]),
    headers: Object.fromEntries(headers.map((line) => line.split(/: (.*)/s).slice(0, 2))),
    body: rest.join('\n\n').replaceAll(/\n\s*/g, ''),
  };
}

const [discovery, me, refusal] = blocks('http');
const told = (text) => answerIn(text.slice(text.indexOf('\n\n') + 2));

/** What somebody has after ten minutes who writes down what the guide says, with the third token as its prose says. */
function serve(request, response) {
  const people = { 'a-token-for-ann': told(me), 'a-token-for-bob': bob() };
  const token = request.headers.authorization?.replace('Bearer ', '');
  const unknown = { ...answerIn(refusal), status: 403 };
  unknown.body = unknown.body
    .replaceAll('not-signed-in', 'unknown-person')
    .replace('You are not signed in', 'You are signed in, but not known here')
    .replace('401', '403');
  const found =
    request.url === '/.well-known/isms'
      ? told(discovery)
      : (people[token] ?? (token === 'a-token-for-nobody' ? unknown : answerIn(refusal)));
  const isSame = found.headers.ETag && request.headers['if-none-match'] === found.headers.ETag;
  response.writeHead(isSame ? 304 : found.status, found.headers).end(isSame ? '' : found.body);
}

function bob() {
  const ann = told(me);
  return {
    ...ann,
    body: ann.body
      .replace('p-1', 'p-2')
      .replaceAll('nn Alder', 'ob Birch')
      .replace('"ann"', '"bob"'),
  };
}

describe('the first ten minutes of the guide', () => {
  let server, port;
  before(async () => {
    server = createServer(serve);
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    ({ port } = server.address());
  });
  after(() => server.close());

  it('end with the checks that the guide shows', async () => {
    const [commands] = blocks('sh');
    assert.match(commands, /^npx conformance --base-url http:\/\/localhost:8000 /m);
    const script = commands.replace('localhost:8000', `localhost:${port}`);
    const PATH = `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH}`;
    const { code, said } = await new Promise((resolve) => {
      execFile(
        'sh',
        ['-c', script],
        { cwd: root, env: { ...process.env, PATH } },
        (error, out, err) => resolve({ code: error?.code ?? 0, said: out + err }),
      );
    });
    assert.equal(code, 0, said);
    const [, shown] = /```\n(✓.*?)```/s.exec(chapter);
    for (const line of shown.split('\n').filter((each) => /\S/.test(each) && each !== '…')) {
      assert.ok(said.includes(line), `the guide shows “${line}”, and the kit says\n${said}`);
    }
  });
});
