import { openStorage } from '../../src/platform/files/index.ts';
import { guessMapping } from '../../src/rooms/electorate/register/columns.ts';
import {
  findImport,
  type ImportRun,
  insertImport,
  type RegisterImport,
} from '../../src/rooms/electorate/register/import.store.ts';
import { importFile } from '../../src/rooms/electorate/register/import-rows.store.ts';
import { startImport } from '../../src/rooms/electorate/register/import-run.store.ts';
import { takeFile } from '../../src/rooms/electorate/register/upload.store.ts';
import type { Edition } from '../../src/rooms/spaces/index.ts';
import type { TestSite } from '../site-client.ts';

type Site = Pick<TestSite, 'db' | 'config' | 'organisationId'>;

export const HEADINGS = 'Nom de naissance;Prénoms;Date de naissance';

/** The bytes of a file, in pieces as a network brings them. */
async function* cut(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 10_000) yield bytes.subarray(at, at + 10_000);
}

interface Sent {
  by?: string | null;
  organisationId?: string;
}

/** A file sent in, whose columns wait to be named. */
export async function sendFile(
  site: Site,
  edition: Edition,
  content: string | Uint8Array,
  { by = null, organisationId = site.organisationId }: Sent = {},
): Promise<RegisterImport> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const upload = { name: 'liste.csv', bytes: cut(bytes) };
  const taken = await takeFile(openStorage(site.config), organisationId, upload);
  if (!taken.ok) throw new Error(`sendFile: ${taken.refusal}`);
  await insertImport(site.db, { organisationId, by }, edition.id, taken.file);
  return (await findImport(site.db, { organisationId, editionId: edition.id }, taken.file.id))!;
}

/** The same, its columns as they are recognised, its import asked for. */
export async function askImport(
  site: Site,
  edition: Edition,
  content: string | Uint8Array,
  sent: Sent = {},
): Promise<ImportRun> {
  const run = await sendFile(site, edition, content, sent);
  const started = await startImport(site.db, run, guessMapping(run.shape.columns));
  if (!started.ok) throw new Error(`askImport: ${started.refusal}`);
  return { organisationId: run.organisationId, id: run.id };
}

/** A file sent in and imported. */
export async function importInto(
  site: Site,
  edition: Edition,
  content: string | Uint8Array,
  sent: Sent = {},
): Promise<RegisterImport> {
  const run = await askImport(site, edition, content, sent);
  return (await importFile(site.db, openStorage(site.config), run))!;
}
