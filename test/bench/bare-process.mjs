// The least that Node can serve: the same bytes with the same headers from node:http, and nothing else. Its argument is
// JSON: `{ body, headers }`.
import { createServer } from 'node:http';

const { body, headers } = JSON.parse(process.argv[2]);
const bytes = Buffer.from(body);
const bare = { ...headers };
delete bare['content-type'];

const server = createServer((request, response) => {
  if (request.headers['if-none-match'] === headers.etag) response.writeHead(304, bare).end();
  else response.writeHead(200, { ...headers, 'content-length': bytes.length }).end(bytes);
});
server.listen(0, '127.0.0.1', () => {
  console.log(JSON.stringify({ address: `http://127.0.0.1:${server.address().port}/` }));
});
