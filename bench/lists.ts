import { join } from 'node:path';
import pg from 'pg';
import { readConfig } from '../src/platform/config.ts';
import { type Database, openDatabase } from '../src/platform/database/database.ts';
import { migrateDatabase } from '../src/platform/database/migrate.ts';
import { createApp } from '../src/platform/http/app.ts';
import { openAssets } from '../src/platform/http/assets.ts';
import { Memory } from '../src/platform/http/memory.ts';
import { enrolPerson, openSession } from '../src/rooms/identity/index.ts';
import { insertOrganisation } from '../src/rooms/organisations/index.ts';
import { insertEdition, openEdition, USUAL_SETTINGS } from '../src/rooms/spaces/index.ts';
import { openSite } from '../src/site.tsx';
import { fillEdition, type Place, supportMeanwhile } from './many-ideas.ts';
import { median, quantile, round } from './measure.ts';

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
  open: Reader;
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
  const place = await makePlace(db);
  await fillEdition(db, place, size);
  const open = await openReader(own, db, place);
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

type Reader = (path: string) => Promise<string>;

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
  const act = { organisationId, by: null };
  const day = 86_400_000;
  const from = Date.now() - 5 * day;
  const written = await insertEdition(
    db,
    act,
    { ...USUAL_SETTINGS, slug: '2026', title: 'Budget participatif', summary: 'Banc d’essai' },
    (['collection', 'study', 'campaign', 'vote', 'delivery'] as const).map((step, index) => ({
      step,
      startsAt: new Date(from + index * 10 * day),
      endsAt: step === 'delivery' ? null : new Date(from + (index + 1) * 10 * day),
    })),
  );
  if (!written.ok) throw new Error(written.refusal);
  await openEdition(db, act, written.edition.id);
  return {
    organisationId,
    editionId: written.edition.id,
    categories: written.edition.categories.map(({ id }) => id),
    category: written.edition.categories[0]!.slug,
  };
}

/** The whole site in this process, asked by a signed-in person. */
async function openReader(url: string, db: Database, place: Place): Promise<Reader> {
  const config = { ...readConfig(), databaseUrl: url };
  const assets = openAssets(join(config.root, 'dist/assets'));
  const site = openSite({ db, config, assets });
  const app = createApp({ site, config, db, assets, memory: new Memory({ seconds: 0 }) });
  const person = await enrolPerson(db, {
    organisationId: place.organisationId,
    organisationName: 'Banc d’essai',
    name: 'Camille Durand',
    nickname: 'Lectrice',
    email: 'lectrice@exemple.fr',
  });
  if (!person.ok) throw new Error('Nobody to read.');
  const token = await openSession(db, place.organisationId, person.id, 'banc');
  return async (path) => {
    const answer = await app.request(`http://localhost${path}`, {
      headers: { cookie: `palabre=${token}` },
    });
    if (answer.status !== 200) throw new Error(`${answer.status} ${path}`);
    return answer.text();
  };
}

/** Addresses of first pages and of the thirtieth, as its reader comes to it: by following « next ». */
async function listPages(open: Reader, place: Place): Promise<Record<string, string>> {
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
