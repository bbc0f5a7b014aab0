// For `node --import`: puts the mutant that HEED_MUTANT names into what this process loads.
import { register } from 'node:module';

register('./mutate-hooks.mjs', import.meta.url, { data: process.env.HEED_MUTANT });
