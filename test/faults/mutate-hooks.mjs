// Hooks of Node's module loader (see mutate.mjs).
import { mutants } from './mutants.mjs';

let mutant;

export function initialize(name) {
  mutant = mutants.find((one) => one.name === name);
  if (!mutant) throw new Error(`There is no mutant ${name}.`);
}

export async function load(url, context, nextLoad) {
  const loaded = await nextLoad(url, context);
  if (!url.endsWith(mutant.file)) return loaded;
  const parts = String(loaded.source).split(mutant.find);
  if (parts.length !== 2) {
    throw new Error(`The mutant ${mutant.name} no longer fits ${mutant.file}: write it anew.`);
  }
  return { ...loaded, source: parts.join(mutant.replace) };
}
