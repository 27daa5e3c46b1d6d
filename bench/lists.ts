import { join } from 'node:path';
import { readConfig } from '../src/platform/config.ts';
import { type Database, openDatabase } from '../src/platform/database/database.ts';
import { migrateDatabase } from '../src/platform/database/migrate.ts';
import { createApp } from '../src/platform/http/app.ts';
import { openAssets } from '../src/platform/http/assets.ts';
import { PageCache } from '../src/platform/http/page-cache.ts';
import { enrolPerson, openSession } from '../src/rooms/identity/index.ts';
import { insertOrganisation } from '../src/rooms/organisations/index.ts';
import { insertEdition, openEdition, USUAL_SETTINGS } from '../src/rooms/spaces/index.ts';
import { openSite } from '../src/site.tsx';
import { fillEdition, type Place, supportMeanwhile } from './many-ideas.ts';
import { median, quantile, round } from './measure.ts';

const SIZES = [1_000, 10_000, 100_000];
const ROUNDS = 5;
const REQUESTS = 40;

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
 * The list of ideas with 1,000, 10,000 and 100,000 of them, for a signed-in reader and uncached: session,
 * edition, list and page, for each sort and filter, first pages and deep ones, while others support ideas.
 * Milliseconds at the 95th percentile. Asked: at 100,000 at most twice that at 1,000.
 */
export async function benchLists(url: string): Promise<object> {
  await migrateDatabase(url);
  const db = openDatabase(url, { size: 4 });
  try {
    const place = await makePlace(db);
    const open = await openReader(url, db, place);
    const measured: Record<string, Record<string, number>> = {};
    let before = 0;
    for (const size of SIZES) {
      await fillEdition(db, place, before, size);
      before = size;
      const pages = await listPages(open, place);
      if (size === SIZES.at(-1)) await supportMeanwhile(db, place);
      for (const [name, p95] of Object.entries(await measure(open, pages))) {
        measured[name] = { ...measured[name], [size]: p95 };
      }
    }
    const cases = Object.fromEntries(
      Object.entries(measured).map(([name, bySize]) => [
        name,
        { ...bySize, ratio: round(bySize[100_000]! / bySize[1_000]!, 2) },
      ]),
    );
    return {
      p95Milliseconds: cases,
      worstRatio: Math.max(...Object.values(cases).map(({ ratio }) => ratio)),
      asked: { ratio: 2 },
    };
  } finally {
    await db.destroy();
  }
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
  const app = createApp({ site, config, db, assets, cache: new PageCache() });
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

async function measure(open: Reader, pages: Record<string, string>) {
  const names = Object.keys(pages);
  const p95s = new Map(names.map((name) => [name, [] as number[]]));
  for (const name of names) for (let warm = 0; warm < 8; warm += 1) await open(pages[name]!);
  for (let turn = 0; turn < ROUNDS; turn += 1) {
    for (const name of names) {
      const times: number[] = [];
      for (let request = 0; request < REQUESTS; request += 1) {
        const begun = performance.now();
        await open(pages[name]!);
        times.push(performance.now() - begun);
      }
      p95s.get(name)!.push(quantile(times, 0.95));
    }
  }
  return Object.fromEntries([...p95s].map(([name, values]) => [name, round(median(values), 2)]));
}
