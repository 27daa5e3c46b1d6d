import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../src/platform/config.ts';
import { type Database, openDatabase, openPool } from '../src/platform/database/database.ts';
import { migrateDatabase } from '../src/platform/database/migrate.ts';
import { runDueJobs } from '../src/platform/jobs/worker.ts';
import { guessCategories, guessColumns } from '../src/rooms/ideas/import/guess.ts';
import {
  findImport,
  insertImport,
  saveMapping,
  startImport,
} from '../src/rooms/ideas/import/import.store.ts';
import { readTable } from '../src/rooms/ideas/import/table-file.store.ts';
import { enrolPerson } from '../src/rooms/identity/index.ts';
import { insertDepartment } from '../src/rooms/organisations/index.ts';
import { saveRouting } from '../src/rooms/review/assignment/routing.store.ts';
import { findEditionById } from '../src/rooms/spaces/index.ts';
import { openJobs } from '../src/site.tsx';
import { round } from './measure.ts';
import { openTown, type Town } from './town-at-scale.ts';
import { writeTownText } from './town-words.ts';

const IDEAS = 5000;

/**
 * A file of 5,000 ideas imported as the site does it, its jobs around it: until the last line is an idea (`import`),
 * and until every idea was also compared with the others, found its department and stands in the chain (`settled`).
 * `detail`: another number of ideas.
 */
export async function benchImport(url: string, detail?: string): Promise<object> {
  await migrateDatabase(url);
  const db = openDatabase(url, { size: 8 });
  const pool = openPool(url, 4);
  const folder = await mkdtemp(join(tmpdir(), 'palabre-import-'));
  try {
    const ideas = Number(detail ?? IDEAS);
    const town = await openTown(db);
    const run = await takeFile(db, town, ideas);
    const config = readConfig({ ...process.env, PALABRE_VAR: folder });
    const jobs = openJobs({ db, config, postman: { send: async () => {} } });
    const begun = performance.now();
    await startImport(db, run.of, run.by);
    let imported = 0;
    const timed = async (payload: never) => {
      await jobs['import-ideas']!(payload);
      imported = performance.now();
    };
    await runDueJobs(pool, { ...jobs, 'import-ideas': timed });
    const settled = performance.now();
    const ended = await findImport(db, town, run.of.id);
    if (ended?.added !== ideas) throw new Error(`${ended?.added} of ${ideas} were added.`);
    return {
      ideas,
      importSeconds: round((imported - begun) / 1000, 1),
      settledSeconds: round((settled - begun) / 1000, 1),
      megabytesOfMemory: round(process.memoryUsage().rss / 1_048_576, 0),
    };
  } finally {
    await db.destroy();
    await pool.end();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The file as an office sends it, its columns named, each category with its department. */
async function takeFile(db: Database, town: Town, ideas: number) {
  const { organisationId } = town;
  const edition = (await findEditionById(db, organisationId, town.editionId))!;
  const officer = await enrolPerson(db, {
    organisationId,
    organisationName: 'Banc d’essai',
    name: 'Camille Durand',
    nickname: 'Agente',
    email: 'agente@exemple.fr',
  });
  if (!officer.ok) throw new Error('Nobody to import.');
  const act = { organisationId, by: officer.id };
  const department = await insertDepartment(db, act, { name: 'Voirie' });
  if (!department.ok) throw new Error(department.refusal);
  await saveRouting(db, act, edition, {
    departments: new Map(edition.categories.map(({ id }) => [id, department.id])),
    automatic: true,
    delayDays: null,
    version: 0,
  });
  const lines = Array.from({ length: ideas }, (_, at) => {
    const { title, body } = writeTownText(at + 1);
    const { name } = edition.categories[at % edition.categories.length]!;
    return [title, body, name, `p${at}@exemple.fr`, `L-${at}`].map(quote).join(';');
  });
  const file = ['Titre;Texte;Catégorie;Courriel;Identifiant', ...lines].join('\n');
  const read = await readTable(Buffer.from(file));
  if (!read.ok) throw new Error(read.refusal);
  const id = await insertImport(db, town, officer.id, 'idees.csv', read.table);
  const run = (await findImport(db, town, id))!;
  const names = edition.categories.map(({ name }) => name);
  await saveMapping(db, run, {
    columns: guessColumns(run.columns),
    fixed: {},
    categoryId: null,
    categories: guessCategories(names, edition.categories),
    signature: 'Idée transmise',
    lang: 'fr',
  });
  return { of: run, by: officer.id };
}

const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
