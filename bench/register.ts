import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '../src/platform/database/database.ts';
import { migrateDatabase } from '../src/platform/database/migrate.ts';
import { openStorage } from '../src/platform/files/index.ts';
import { matchEntry, searchRegister } from '../src/rooms/electorate/index.ts';
import { guessMapping } from '../src/rooms/electorate/register/columns.ts';
import { findImport, insertImport } from '../src/rooms/electorate/register/import.store.ts';
import { importFile } from '../src/rooms/electorate/register/import-rows.store.ts';
import { startImport } from '../src/rooms/electorate/register/import-run.store.ts';
import { takeFile } from '../src/rooms/electorate/register/upload.store.ts';
import { enrolPerson } from '../src/rooms/identity/index.ts';
import { insertOrganisation } from '../src/rooms/organisations/index.ts';
import { insertEdition, USUAL_SETTINGS } from '../src/rooms/spaces/index.ts';
import { INVENTED_HEADINGS, inventPeople } from './many-people.ts';
import { quantile, round } from './measure.ts';

const USUAL = 200_000;
const LARGE = 2_000_000;
const SEARCHES = 200;

/**
 * Imports a register through the functions that the site imports with, then searches it as a desk does.
 * Asked: 200,000 rows within 60 s; with `--large`, on two million, searches within 100 ms at the 95th percentile.
 */
export async function benchRegister(url: string, detail?: string): Promise<object> {
  const people = detail === '--large' ? LARGE : USUAL;
  await migrateDatabase(url);
  const db = openDatabase(url, { size: 4 });
  const folder = await mkdtemp(join(tmpdir(), 'palabre-register-'));
  try {
    const place = await makePlace(db);
    const imported = await importPeople(db, folder, place, people);
    return {
      people,
      ...imported,
      searchMilliseconds: await searchAll(db, place, people),
      asked: { seconds: 60, of: USUAL, searchP95Milliseconds: 100 },
    };
  } finally {
    await db.destroy();
    await rm(folder, { recursive: true, force: true });
  }
}

interface Place {
  organisationId: string;
  editionId: string;
  officer: string;
}

async function makePlace(db: Database): Promise<Place> {
  const organisationId = await insertOrganisation(db, {
    slug: 'banc',
    name: 'Banc d’essai',
    host: 'localhost',
    kind: 'town',
    colour: '#1B6B3A',
    contactEmail: 'banc@exemple.fr',
    tagline: '',
    charter: 'Je participe avec respect.',
  });
  const person = await enrolPerson(db, {
    organisationId,
    organisationName: 'Banc d’essai',
    name: 'Camille Durand',
    nickname: 'Agente',
    email: 'agente@exemple.fr',
  });
  if (!person.ok) throw new Error('Nobody at the desk.');
  const written = await insertEdition(
    db,
    { organisationId, by: null },
    { ...USUAL_SETTINGS, slug: '2026', title: 'Budget participatif', summary: 'Banc d’essai' },
    (['collection', 'study', 'campaign', 'vote', 'delivery'] as const).map((step, index) => ({
      step,
      startsAt: new Date(Date.now() + index * 86_400_000),
      endsAt: step === 'delivery' ? null : new Date(Date.now() + (index + 1) * 86_400_000),
    })),
  );
  if (!written.ok) throw new Error(written.refusal);
  return { organisationId, editionId: written.edition.id, officer: person.id };
}

/** The file as an upload brings it, a thousand lines at a time. */
async function* writeFile(people: number): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`${INVENTED_HEADINGS}\n`);
  for (let at = 0; at < people; at += 1000)
    yield Buffer.from(`${[...inventPeople(Math.min(1000, people - at), at)].join('\n')}\n`);
}

async function importPeople(db: Database, folder: string, place: Place, people: number) {
  const { organisationId, editionId } = place;
  const storage = openStorage({ varFolder: folder });
  const upload = { name: 'banc.csv', bytes: writeFile(people) };
  const sent = performance.now();
  const taken = await takeFile(storage, organisationId, upload);
  if (!taken.ok) throw new Error(taken.refusal);
  await insertImport(db, { organisationId, by: null }, editionId, taken.file);
  const run = (await findImport(db, { organisationId, editionId }, taken.file.id))!;
  await startImport(db, run, guessMapping(run.shape.columns));
  const begun = performance.now();
  let memory = 0;
  const ended = await importFile(db, storage, run, {
    onBatch() {
      memory = Math.max(memory, process.memoryUsage().rss);
    },
  });
  const seconds = (performance.now() - begun) / 1000;
  if (ended?.added !== people) throw new Error(`${ended?.added} of ${people} were added.`);
  return {
    uploadSeconds: round((begun - sent) / 1000, 1),
    importSeconds: round(seconds, 1),
    rowsPerSecond: Math.round(people / seconds),
    megabytesOfFile: Math.round(taken.file.bytes / 1e6),
    megabytesOfMemoryAtMost: Math.round(memory / 1e6),
  };
}

/** As people are looked for: people of the list, by what a desk types of them. */
async function searchAll(db: Database, place: Place, people: number) {
  const act = { organisationId: place.organisationId, by: place.officer };
  const search = (name: string, birthDate?: string) =>
    searchRegister(db, act, place.editionId, { name, ...(birthDate && { birthDate }) });
  const kinds: Record<string, (person: Looked) => Promise<unknown>> = {
    'three letters': ({ last }) => search(last.slice(0, 3)),
    'last name': ({ last }) => search(last),
    'last and first name': ({ last, first }) => search(`${last} ${first}`),
    'first and last name': ({ last, first }) => search(`${first} ${last}`),
    'first name and a letter': ({ last, first }) => search(`${first} ${last.slice(0, 1)}`),
    'nobody of that name': ({ last }) => search(`${last.slice(0, 2)} Zébulon`),
    'mistyped, with birth date': ({ last, first, day }) =>
      search(`${first} x${last.slice(1)}`, day),
    'identified online': ({ last, first, day }) =>
      matchEntry(db, place.organisationId, place.editionId, {
        lastName: last,
        firstName: first,
        birthDate: day,
      }),
  };
  const p95: Record<string, number> = {};
  for (const [kind, ask] of Object.entries(kinds)) {
    const times: number[] = [];
    for (let at = 0; at < SEARCHES; at += 1) {
      const person = drawPerson(Math.floor(((at + 0.5) / SEARCHES) * people));
      const begun = performance.now();
      await ask(person);
      times.push(performance.now() - begun);
    }
    p95[kind] = round(quantile(times, 0.95), 1);
  }
  return { p95, worst: Math.max(...Object.values(p95)) };
}

interface Looked {
  last: string;
  first: string;
  day: string;
}

function drawPerson(at: number): Looked {
  const [line] = [...inventPeople(1, at)];
  const [last = '', firsts = '', date = ''] = line!.split(';');
  const [day = '', month = '', year = ''] = date.split('/');
  return {
    last,
    first: firsts.split(' ')[0]!,
    day: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
  };
}
