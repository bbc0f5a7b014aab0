/**
 * Commands of the browser tests that change what the page believes about its host:
 *
 *     import { executeServerCommand } from '@web/test-runner-commands';
 *     await executeServerCommand('host-resize', { width: 320, height: 640 });
 *     await executeServerCommand('host-media', { features: [{ name: 'forced-colors', value: 'active' }] });
 *
 *     await executeServerCommand('host-soaks', {}); // whether the long form was asked for
 *
 * `host-media` answers false where the browser cannot (Firefox): such a test then skips itself. An empty list
 * of features resets them.
 *
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export function hostEnv() {
  const connections = new WeakMap();
  return {
    name: 'host-env',
    async executeCommand({ command, payload, session }) {
      if (command === 'host-resize') {
        await session.browser.getPage(session.id).setViewport(payload);
        return true;
      }
      if (command === 'host-soaks') return process.env.SOAK === '1';
      if (command === 'host-media') {
        if (session.browser.name !== 'Chrome') return false;
        const page = session.browser.getPage(session.id);
        // A page is used again for another file, and each connection would put its own features back.
        if (!connections.has(page)) connections.set(page, await page.createCDPSession());
        const devtools = connections.get(page);
        await devtools.send('Emulation.setEmulatedMedia', { features: payload.features });
        return true;
      }
      return undefined;
    },
  };
}
