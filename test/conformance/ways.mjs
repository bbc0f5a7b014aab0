// How a defect is written down: as a change of what is asked or told at an endpoint.
import { contract } from '@heed/contract';

function patternOf(name) {
  const [noun, verb] = name.split('.');
  const { method, path } = contract[noun][verb];
  const pattern = path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '([^/?]+)');
  return { method, pattern: new RegExp(`^${pattern}(\\?|$)`) };
}

/** Whether a request is for the endpoint of that name. HEAD is GET. */
export function isFor(name, { method, path }) {
  const { method: wanted, pattern } = patternOf(name);
  return wanted === (method === 'HEAD' ? 'GET' : method) && pattern.test(path);
}

const isGood = ({ status }) => status >= 200 && status < 300;

/** Changes the headers and status of good answers of an endpoint, or of all. */
export const good = (name, change) => ({
  tells(told, asked) {
    if (isGood(told) && (name === '*' || isFor(name, asked))) change(told, asked);
  },
});

/** Changes the JSON of good answers of an endpoint, in place or by what it returns. */
export const body = (name, change) =>
  good(name, (told, asked) => {
    if (!told.headers['content-type']?.includes('json')) return;
    const value = JSON.parse(told.text);
    told.text = JSON.stringify(change(value, asked) ?? value);
  });

/** Changes the items of a list. */
export const items = (name, change) =>
  body(name, (page, asked) => ({ ...page, items: change(page.items, asked) ?? page.items }));

/** Changes the problems of an endpoint, or of all, in place or by what it returns. */
export const refusal = (name, change) => ({
  tells(told, asked) {
    if (told.status < 400 || !(name === '*' || isFor(name, asked))) return;
    const value = told.text ? JSON.parse(told.text) : {};
    told.text = JSON.stringify(change(value, told, asked) ?? value);
  },
});

/** Changes what is asked of an endpoint. */
export const asks = (name, change) => ({
  asks(asked) {
    if (isFor(name, asked)) change(asked);
  },
});

/** Changes the query of what is asked. */
export const query = (name, change) =>
  asks(name, (asked) => {
    const [path, search = ''] = asked.path.split('?');
    const values = new URLSearchParams(search);
    change(values);
    asked.path = values.size > 0 ? `${path}?${values}` : path;
  });

/** Answers in place of the backend. */
export const instead = (name, answer) => ({
  answers: (asked, forward) =>
    name === '*' || isFor(name, asked) ? answer(asked, forward) : forward(asked),
});

/** Tells events of a stream otherwise: `change` gets the lines of one and answers with others, or undefined. */
export const events = (change) => ({
  streams(block, asked, tell) {
    const changed = change(block, asked);
    if (changed !== undefined) tell(changed);
  },
});

/** Changes the data of messages on a stream, in place or by what it returns. */
export const streamed = (change) =>
  events((block, asked) => {
    if (!/^event: ?message$/m.test(block)) return block;
    return block.replace(/^data: ?(.*)$/m, (_, data) => {
      const value = JSON.parse(data);
      return `data: ${JSON.stringify(change(value, asked) ?? value)}`;
    });
  });

/** A problem as a backend would tell it. */
export function problem(status, code, title = code) {
  const text = JSON.stringify({ type: `urn:heed:problem:${code}`, title, status, code });
  const headers = { 'content-type': 'application/problem+json', 'cache-control': 'no-store' };
  return { status, headers, text };
}

/** The same request without what makes the answer short or empty. */
export const plainly = (asked) => ({
  ...asked,
  headers: { ...asked.headers, 'if-none-match': '' },
});
