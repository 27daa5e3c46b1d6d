import pg from 'pg';
import { type Database, openDatabase } from '../src/platform/database/database.ts';
import { migrateDatabase } from '../src/platform/database/migrate.ts';
import { enrolPerson } from '../src/rooms/identity/index.ts';
import { findEditionById } from '../src/rooms/spaces/index.ts';
import { fillEdition, type Place, supportMeanwhile } from './many-ideas.ts';
import { median, quantile, round } from './measure.ts';
import { openBenchSite } from './readers.ts';
import { openTown } from './town-at-scale.ts';

const SIZES = [1_000, 10_000, 100_000];
const WARMING = 10;
const ROUNDS = 5;
const REQUESTS = 50;

/** Searches that find two ideas in three, one in fifteen, in a hundred, one in 20,000; by beginning, by two words, and what is mistyped. */
const SEARCHES = {
  common: 'jardin',
  medium: 'tilleul',
  uncommon: 'belvédère',
  rare: 'guinguette',
  beginning: 'biblioth',
  two: 'jardin école',
  mistyped: 'guingette',
};

/**
 * The list of ideas with 1,000, 10,000 and 100,000 of them, each in a database of its own, for a signed-in
 * reader and uncached: session, edition, list and page, for each sort and filter, first pages and deep ones,
 * after others supported 300 ideas. Milliseconds at the 95th percentile; the three sizes are asked in turn,
 * so that whatever else the machine does weighs on all. Asked: at 100,000 at most twice that at 1,000.
 */
export async function benchLists(url: string): Promise<object> {
  const sites: Site[] = [];
  try {
    for (const size of SIZES) sites.push(await openSized(url, size));
    const cases: Record<string, Record<string, number>> = {};
    for (const name of Object.keys(sites[0]!.pages)) {
      const p95 = await measure(sites, name);
      cases[name] = {
        ...Object.fromEntries(SIZES.map((size, index) => [size, round(p95[index]!, 2)])),
        ratio: round(p95.at(-1)! / p95[0]!, 2),
      };
    }
    return {
      p95Milliseconds: cases,
      worstRatio: Math.max(...Object.values(cases).map(({ ratio }) => ratio!)),
      asked: { ratio: 2 },
    };
  } finally {
    for (const site of sites) await site.close();
  }
}

interface Site {
  open: OpenText;
  /** Addresses by name of the case. */
  pages: Record<string, string>;
  close(): Promise<void>;
}

/** A site with so many ideas, in a new database beside the given one. */
async function openSized(url: string, size: number): Promise<Site> {
  const name = `${new URL(url.replace('@/', '@localhost/')).pathname.slice(1)}_${size}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`create database ${name}`);
  const own = url.replace(/\/[^/?]*(\?|$)/, `/${name}$1`);
  await migrateDatabase(own);
  const db = openDatabase(own, { size: 2 });
  const place = await openPlace(db);
  await fillEdition(db, place, size);
  const open = await openReader(own, db, place.organisationId);
  const pages = await listPages(open, place);
  await supportMeanwhile(db, place);
  return {
    open,
    pages,
    async close() {
      await db.destroy();
      await client.query(`drop database ${name} with (force)`);
      await client.end();
    },
  };
}

async function openPlace(db: Database): Promise<Place> {
  const town = await openTown(db);
  const edition = (await findEditionById(db, town.organisationId, town.editionId))!;
  return {
    ...town,
    categories: edition.categories.map(({ id }) => id),
    category: edition.categories[0]!.slug,
  };
}

type OpenText = (path: string) => Promise<string>;

async function openReader(url: string, db: Database, organisationId: string): Promise<OpenText> {
  const person = await enrolPerson(db, {
    organisationId,
    organisationName: 'Banc d’essai',
    name: 'Camille Durand',
    nickname: 'Lectrice',
    email: 'lectrice@exemple.fr',
  });
  if (!person.ok) throw new Error('Nobody to read.');
  const read = await openBenchSite(url, db, organisationId).readerOf(person.id);
  return async (path) => (await read(path)).text();
}

/** Addresses of first pages and of the thirtieth, as its reader comes to it: by following « next ». */
async function listPages(open: OpenText, place: Place): Promise<Record<string, string>> {
  const pages: Record<string, string> = {};
  const list = (query: Record<string, string>) =>
    `/editions/2026/idees?${new URLSearchParams(query)}`;
  for (const sort of ['recentes', 'soutenues', 'a-decouvrir']) {
    pages[sort] = list({ tri: sort });
    pages[`${sort}, a category`] = list({ tri: sort, categorie: place.category });
    for (const [name, words] of Object.entries(SEARCHES)) {
      pages[`${sort}, search ${name}`] = list({ tri: sort, recherche: words });
    }
    pages[`${sort}, category and search`] = list({
      tri: sort,
      categorie: place.category,
      recherche: SEARCHES.common,
    });
    let deep = pages[sort];
    for (let turn = 1; turn < 30; turn += 1) {
      deep = /<a [^>]*href="([^"]+)" rel="next"/
        .exec(await open(deep))![1]!
        .replaceAll('&amp;', '&');
    }
    pages[`${sort}, thirtieth page`] = deep;
  }
  return pages;
}

/** The 95th percentile of one page at each size, the sizes in turn: the median of a few rounds, as others work here too. */
async function measure(sites: readonly Site[], name: string): Promise<number[]> {
  for (const { open, pages } of sites) {
    for (let warm = 0; warm < WARMING; warm += 1) await open(pages[name]!);
  }
  const rounds = sites.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    const times = sites.map((): number[] => []);
    for (let request = 0; request < REQUESTS; request += 1) {
      for (const [index, { open, pages }] of sites.entries()) {
        const begun = performance.now();
        await open(pages[name]!);
        times[index]!.push(performance.now() - begun);
      }
    }
    for (const [index, taken] of times.entries()) rounds[index]!.push(quantile(taken, 0.95));
  }
  return rounds.map(median);
}
