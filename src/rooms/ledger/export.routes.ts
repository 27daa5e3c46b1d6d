import { Readable } from 'node:stream';
import * as m from '../../paraglide/messages.js';
import { dayInParis } from '../../platform/clock/paris.ts';
import { found } from '../../platform/http/refused.ts';
import { get, type Route } from '../../platform/http/route.ts';
import { type Answer, type SignedInVisit, seeOther } from '../../platform/http/visit.ts';
import { recordTakenExport } from '../../platform/journal/taken-export.ts';
import { withLocale } from '../../platform/locale/locale.ts';
import type { Value } from '../../platform/sets/data-set.ts';
import { writeRows } from '../../platform/sets/data-set.ts';
import { FORMAT_TYPES, writeFile } from '../../platform/sets/formats.ts';
import { urls } from '../../urls.ts';
import { inMovements } from '../groups/index.routes.ts';
import { listEntries, listEntriesOfYear } from './book.store.ts';
import { type EntriesFilter, readEntriesFilter } from './book.ts';
import { entryColumns, journalWords } from './entry-columns.page.ts';
import { FEC_COLUMNS, type FecWords, nameFec, writeFecLine, writeFecLines } from './fec.ts';
import { accountKindWords, kindWords } from './ledger-words.page.ts';
import { nameEntryHolders } from './load.routes.ts';
import { findLedgerSettings } from './settings.store.ts';
import type { LedgerSettings } from './settings.ts';

/** Entries read at once, however many a file holds. */
const BATCH = 500;

/** Entries as files: for spreadsheets, with the filters of the list; for accountants, a year at a time. */
export const exportRoutes: readonly Route[] = inMovements([
  get(urls.financeExport, 'finance', async (visit) => {
    const { db, organisation, params, url } = visit;
    const settings = await findLedgerSettings(db, organisation.id);
    if (params.file === 'fec') {
      const year = Number(found(/^20\d\d$/.exec(url.searchParams.get('annee') ?? ''), 'year')[0]);
      // the file is named after it: the page says where to write it
      if (settings.siren === '') return seeOther(visit, urls.financeSettings());
      const name = nameFec(settings.siren, year);
      const file = inBytes(writeFec(visit, settings, year));
      return sendFile(visit, { name, format: 'fec', type: 'text/plain; charset=utf-8', file });
    }
    const format = found(
      (['csv', 'xlsx'] as const).find((one) => params.file === `ecritures.${one}`),
    );
    const filter = readEntriesFilter((name) => url.searchParams.get(name));
    return sendFile(visit, {
      name: `ecritures.${format}`,
      format,
      type: FORMAT_TYPES[format],
      file: writeFile(format, {
        title: withLocale(organisation.defaultLocale, m.ledger_entries),
        columns: entryColumns(settings.numbers, new Map()),
        rows: readRows(visit, settings, filter),
        about: {},
      }),
    });
  }),
]);

async function sendFile(
  visit: SignedInVisit,
  {
    name,
    format,
    type,
    file,
  }: { name: string; format: string; type: string; file: AsyncIterable<Uint8Array> },
): Promise<Answer> {
  await recordTakenExport(visit, null, { title: m.ledger_entries(), format });
  return new Response(Readable.toWeb(Readable.from(file)) as ReadableStream<Uint8Array>, {
    headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` },
  });
}

async function* readRows(
  visit: SignedInVisit,
  { numbers }: LedgerSettings,
  asked: EntriesFilter,
): AsyncGenerator<readonly Value[][]> {
  const { db, organisation, origin } = visit;
  const around = {
    organisationId: organisation.id,
    origin,
    locale: organisation.defaultLocale,
    editions: [],
  };
  const among = asked.words === '' ? null : await visit.seekHolders(asked.words);
  for (let after: string | null = null; ; ) {
    const { entries, next } = await listEntries(
      db,
      organisation.id,
      { ...asked, after, among },
      BATCH,
    );
    const columns = entryColumns(numbers, await nameEntryHolders(visit, entries));
    yield* writeRows({ columns }, db, around, one(entries));
    if (!next) return;
    after = next;
  }
}

async function* one<T>(batch: T): AsyncGenerator<T> {
  yield batch;
}

/** Numbered without a gap in order of recording: what is recorded later comes after, and nothing changes its number. */
async function* writeFec(
  visit: SignedInVisit,
  { numbers }: LedgerSettings,
  year: number,
): AsyncGenerator<string> {
  const { db, organisation } = visit;
  const words = withLocale('fr', tellFec);
  yield writeFecLine(FEC_COLUMNS);
  let number = 0;
  for (let after = 0; ; ) {
    const entries = await listEntriesOfYear(db, organisation.id, year, after, BATCH);
    const holders = await nameEntryHolders(visit, entries);
    const nameOf = (id: string) => holders.get(id)?.name ?? '';
    let text = '';
    for (const entry of entries) {
      number += 1;
      text += writeFecLines(entry, number, { numbers, words, nameOf, dayOf: dayInParis });
    }
    yield text;
    if (entries.length < BATCH) return;
    after = entries.at(-1)!.sequence;
  }
}

function tellFec(): FecWords {
  const tell = <Key extends string>(each: Readonly<Record<Key, () => string>>) =>
    Object.fromEntries(
      Object.entries<() => string>(each).map(([key, words]) => [key, words()]),
    ) as Record<Key, string>;
  return {
    journals: tell(journalWords),
    accounts: tell(accountKindWords),
    kinds: tell(kindWords),
  };
}

async function* inBytes(texts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const text of texts) if (text !== '') yield Buffer.from(text);
}
