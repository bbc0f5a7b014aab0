// For `node --import`: a backend with defects in its code, of which whoever started it turns on one at a time.
import { register } from 'node:module';

register('./edit-hooks.mjs', import.meta.url);
process.on('message', (name) => {
  globalThis.defect = name;
  process.send({ on: name });
});
