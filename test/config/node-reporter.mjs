import { writeFileSync } from 'node:fs';

/**
 * A calm reporter for `node --test`: one line for each file, everything about what failed, the reason of what
 * was skipped. Writes `{ passed, failed, skipped }` to the file named by HEED_COUNTS. Suites and whole files are
 * not tests and are not counted, except a file that failed without a test.
 *
 * @param {AsyncIterable<{ type: string, data: any }>} source
 */
export default async function* nodeReporter(source) {
  const counts = { passed: 0, failed: 0, skipped: [] };
  const files = new Map();
  const output = new Map();
  for await (const { type, data } of source) {
    if (type === 'test:stderr' || type === 'test:stdout') {
      const { file, message } = data;
      output.set(file, ((output.get(file) ?? '') + message).slice(-4_000));
    } else if (type === 'test:pass' || type === 'test:fail') {
      const isFile = data.nesting === 0 && /\.(m?js|ts)$/.test(data.name);
      const isSuite = data.details?.type === 'suite';
      const tally = tallyOf(files, data.file ?? data.name);
      if (type === 'test:fail' && data.todo === undefined) {
        // A suite or file fails because a test in it did, which is already counted, or by itself.
        const inherited = data.details?.error?.failureType === 'subtestsFailed';
        if (inherited) continue;
        counts.failed += 1;
        tally.failed += 1;
        yield failure(data, isFile ? output.get(data.file ?? data.name) : undefined);
      } else if (isSuite || isFile) {
        continue;
      } else if (data.skip !== undefined || data.todo !== undefined) {
        const reason = [data.skip, data.todo].find(
          (each) => typeof each === 'string' && each !== '',
        );
        counts.skipped.push(`${data.name}${reason ? `: ${reason}` : ''}`);
      } else {
        counts.passed += 1;
        tally.passed += 1;
      }
    }
  }
  for (const [file, { passed, failed }] of [...files].sort()) {
    yield `  ${failed > 0 ? '✗' : '✓'} ${short(file)} (${passed}${failed > 0 ? `, ${failed} failed` : ''})\n`;
  }
  if (process.env.HEED_COUNTS) writeFileSync(process.env.HEED_COUNTS, JSON.stringify(counts));
}

function tallyOf(files, file) {
  if (!files.has(file)) files.set(file, { passed: 0, failed: 0 });
  return files.get(file);
}

/** A file that fails without a test said why on its way out: that is `output`. */
function failure({ name, file, line, details }, output) {
  const error = details?.error?.cause ?? details?.error;
  const text = output ?? error?.stack ?? error?.message ?? String(error);
  const lines = text.split('\n').filter((each) => !each.includes('(node:internal'));
  const where = file === undefined ? '' : ` (${short(file)}${line ? `:${line}` : ''})`;
  return `\n  ✗ ${short(name)}${where}\n${lines.map((each) => `      ${each}`).join('\n')}\n\n`;
}

function short(file) {
  return file.replace(`${process.cwd()}/`, '');
}
