import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * A folder of the data that tests read and the repository does not hold: in PALABRE_DATA, or beside
 * the repository. Null where it is absent (the test is then skipped), which continuous integration
 * does not accept.
 */
export function findSharedData(folder: string): string | null {
  const root = process.env.PALABRE_DATA ?? resolve(import.meta.dirname, '../../shared/data');
  const path = join(root, folder);
  if (existsSync(path)) return path;
  if (process.env.CI === 'true') throw new Error(`Test data not found: ${path}`);
  console.log(`skipped: no test data at ${path}`);
  return null;
}
