import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Run } from '../kit/result.js';
import { htmlReport } from './html.js';
import { jsonReport } from './json.js';
import { junitReport } from './junit.js';

/** Writes report.html, result.json and junit.xml into a folder, which is made. Returns their paths. */
export async function writeReports(run: Run, folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const files = {
    'report.html': htmlReport(run),
    'result.json': jsonReport(run),
    'junit.xml': junitReport(run),
  };
  const written = Object.entries(files).map(async ([name, text]) => {
    const path = join(folder, name);
    await writeFile(path, text);
    return path;
  });
  return Promise.all(written);
}
