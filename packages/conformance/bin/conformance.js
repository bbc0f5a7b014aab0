#!/usr/bin/env node
// Committed and not compiled: npm links a command only when its file is there while it installs.
import { existsSync } from 'node:fs';

const built = new URL('../dist/main.js', import.meta.url);
if (existsSync(built)) await import(built.href);
else {
  process.stderr.write(
    'conformance is not built yet, so nothing was tried. Run `npm run build` in the folder of the repository, then try again.\n',
  );
  process.exitCode = 3;
}
