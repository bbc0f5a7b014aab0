/**
 * The real backend for browser tests that need one, from what was built, on the origin of the page:
 *
 *     const { folder, token } = await executeServerCommand('backend', { userName: 'person-1' });
 *
 * Below `folder`, with any further segment after it, is the contract; `token` is an access token of that person. It is
 * opened with the first request for it.
 */
import { getRequestListener } from '@hono/node-server';
import { openOffice } from '../setup/office.mjs';

const folder = '/heed-backend';
const people = 100;

/**
 * @returns {{
 *   middleware: import('@web/test-runner').Middleware,
 *   plugin: import('@web/test-runner').TestRunnerPlugin,
 * }}
 */
export function backend() {
  let opening;
  const open = () => (opening ??= openOffice(people));
  return {
    async middleware(context, next) {
      const [, path] = new RegExp(`^${folder}/[^/]+(/.*)$`).exec(context.url) ?? [];
      if (!path) return next();
      const heed = await open();
      context.respond = false;
      context.req.url = path;
      await getRequestListener(heed.fetch)(context.req, context.res);
    },
    plugin: {
      name: 'backend',
      async serverStop() {
        await (await opening)?.close();
      },
      async executeCommand({ command, payload }) {
        if (command !== 'backend') return undefined;
        return { folder, token: await (await open()).token(payload.userName) };
      },
    },
  };
}
