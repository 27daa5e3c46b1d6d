import { Readable } from 'node:stream';
import * as m from '../../../paraglide/messages.js';
import { listFiles, openStorage } from '../../../platform/files/index.ts';
import type { SignedInVisit } from '../../../platform/http/visit.ts';
import { withLocale } from '../../../platform/locale/locale.ts';
import type { Owner, OwnRow } from '../../../platform/personal.ts';
import { writeZip, type ZipEntry } from '../../../platform/sets/zip.ts';
import { CSV_MARK, writeCsvLine } from '../../../platform/text/csv.ts';
import { findOwnTurnout } from '../../polls/index.ts';
import { listEditions } from '../../spaces/index.ts';

interface ReadSection {
  key: string;
  title: string;
  rows: readonly OwnRow[];
}

/** All that is kept of somebody as one zip: everything as JSON, each section as CSV, and the files they sent. */
export async function answerTakeAway(visit: SignedInVisit, owner: Owner): Promise<Response> {
  const { organisation, locale } = visit;
  const sections = await readSections(visit, owner);
  const body = Readable.toWeb(Readable.from(writeZip(await packEntries(visit, owner, sections))));
  const name = withLocale(locale, m.personal_file_name);
  return new Response(body as unknown as BodyInit, {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${name}-${organisation.slug}.zip"`,
      'cache-control': 'private, no-store',
    },
  });
}

async function readSections(visit: SignedInVisit, owner: Owner): Promise<ReadSection[]> {
  const read: ReadSection[] = [];
  for (const { key, title, read: rowsOf } of visit.personalData.flatMap((room) => room.sections))
    read.push({ key, title: title(), rows: await rowsOf(visit.db, owner) });
  read.push({ key: 'votes', title: m.personal_votes(), rows: await listVotesCast(visit) });
  return read;
}

/** That they voted, as the roll says it as long as it is kept; never what. */
async function listVotesCast({ db, config, organisation, visitor }: SignedInVisit) {
  const rows: OwnRow[] = [];
  for (const { id, title } of await listEditions(db, organisation.id)) {
    const own = await findOwnTurnout(db, config, organisation.id, id, visitor.id);
    if (own?.hasVoted) rows.push({ edition_id: id, edition: title, voted: true });
  }
  return rows;
}

async function packEntries(
  visit: SignedInVisit,
  owner: Owner,
  sections: readonly ReadSection[],
): Promise<ZipEntry[]> {
  const { db, config, organisation } = visit;
  const storage = openStorage(config);
  const ids = await Promise.all(visit.personalData.map((room) => room.files?.(db, owner) ?? []));
  const files = await listFiles(db, organisation.id, [...new Set(ids.flat())]);
  const everything = { organisation: organisation.name, sections };
  return [
    { name: 'everything.json', bytes: [encode(`${JSON.stringify(everything, null, 2)}\n`)] },
    ...sections.flatMap(({ key, rows }) =>
      rows.length === 0 ? [] : [{ name: `${key}.csv`, bytes: [encode(writeCsv(rows))] }],
    ),
    ...files.map(({ fileId, name, storageKey }) => ({
      // two files may bear one name; a name never leads out of the folder
      name: `files/${fileId.slice(0, 8)}-${name.replaceAll(/[\\/\p{Cc}]/gu, '_')}`,
      bytes: readStored(storage, storageKey),
    })),
  ];
}

async function* readStored(
  storage: ReturnType<typeof openStorage>,
  key: string,
): AsyncGenerator<Uint8Array> {
  for await (const piece of await storage.read(key)) yield piece as Uint8Array;
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

function writeCsv(rows: readonly OwnRow[]): string {
  const keys = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => writeCsvLine(keys.map((key) => asCell(row[key]))));
  return CSV_MARK + writeCsvLine(keys) + lines.join('');
}

function asCell(value: unknown): string | number {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'string') return value;
  if (value instanceof Date) return value.toISOString();
  return Array.isArray(value) ? value.join(', ') : String(value);
}
