import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Db } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import type { Act } from '../../spaces/index.ts';
import { listGuides } from '../pages/guide.store.ts';
import type { Guide } from '../pages/guide.ts';
import { insertGuide, lockGuides } from '../pages/guide-writing.store.ts';
import { readWordFile, STARTING_GUIDES, type WordFile } from './starting-guides.ts';

/** A starting page in a language. `root`: folder of the installation. */
export function readStartingGuide(root: string, name: string, lang: 'fr' | 'en'): WordFile {
  const path = join(root, 'src/rooms/guides/start', lang, `${name}.md`);
  const read = readWordFile(readFileSync(path, 'utf8'));
  if (!read) throw new Error(`No title, line and text: ${path}`);
  return read;
}

/**
 * Adds the starting pages that this organisation has not got, not shown to anybody yet: an officer reads them
 * first. Asked twice, they are there once.
 */
export async function addStartingGuides(
  db: Db,
  root: string,
  act: Act,
  lang: 'fr' | 'en',
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await lockGuides(tx, act.organisationId);
    for (const { name, audience } of listMissing(await listGuides(tx, act.organisationId))) {
      const written = { ...readStartingGuide(root, name, lang), lang, audience };
      const made = await insertGuide(tx, act, written, name);
      if (!made.ok) return;
    }
  });
}

/** The starting pages that an organisation with these pages has not got. */
export const listMissing = (guides: readonly Guide[]) =>
  STARTING_GUIDES.filter(({ name }) => !guides.some(({ starting }) => starting === name));
