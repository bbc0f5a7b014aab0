import { writeFileSync } from 'node:fs';

/**
 * A calm reporter for `node --test`: one line for each file with its tests and seconds, everything about what
 * failed, the reason of what was skipped. Writes the counts of each file and what was skipped to the file named by
 * HEED_COUNTS. Suites and whole files are not tests and are not counted, except a file that failed without a test.
 *
 * @param {AsyncIterable<{ type: string, data: any }>} source
 */
export default async function* nodeReporter(source) {
  const skipped = [];
  const files = new Map();
  const output = new Map();
  let latest;
  for await (const { type, data } of source) {
    if (type === 'test:stderr' || type === 'test:stdout') {
      const { file, message } = data;
      output.set(file, ((output.get(file) ?? '') + message).slice(-4_000));
    } else if (type === 'test:pass' || type === 'test:fail') {
      const isFile = data.nesting === 0 && /\.(m?js|ts)$/.test(data.name);
      const isSuite = data.details?.type === 'suite';
      // A suite that was opened by what tests share belongs to the file of its tests, which were told before it.
      const named = data.file ?? data.name;
      const isShared = isSuite && named.includes('/test/setup/');
      if (!isShared) latest = named;
      const tally = tallyOf(files, isShared ? (latest ?? named) : named);
      if (data.nesting === 0) tally.seconds += data.details.duration_ms / 1000;
      if (type === 'test:fail' && data.todo === undefined) {
        // A suite or file fails because a test in it did, which is already counted, or by itself.
        const inherited = data.details?.error?.failureType === 'subtestsFailed';
        if (inherited) continue;
        tally.failed += 1;
        yield failure(data, isFile ? output.get(named) : undefined);
      } else if (isSuite || isFile) {
        continue;
      } else if (data.skip !== undefined || data.todo !== undefined) {
        const reason = [data.skip, data.todo].find(
          (each) => typeof each === 'string' && each !== '',
        );
        skipped.push(`${data.name}${reason ? `: ${reason}` : ''}`);
      } else {
        tally.passed += 1;
      }
    }
  }
  for (const [file, { passed, failed, seconds }] of [...files].sort()) {
    const mark = failed > 0 ? '✗' : '✓';
    const bad = failed > 0 ? `, ${failed} failed` : '';
    yield `  ${mark} ${short(file)} (${passed}${bad}, ${seconds.toFixed(1)} s)\n`;
  }
  if (process.env.HEED_COUNTS) {
    const counts = { files: Object.fromEntries(files), skipped };
    writeFileSync(process.env.HEED_COUNTS, JSON.stringify(counts));
  }
}

function tallyOf(files, file) {
  if (!files.has(file)) files.set(file, { passed: 0, failed: 0, seconds: 0 });
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

/** Relative to the root; a test that was compiled is named by its source. */
function short(file) {
  const path = file.replace(`${process.cwd()}/`, '');
  return path.replace(/^(packages\/\w+)\/dist\/(.*)\.js$/, '$1/src/$2.ts');
}
