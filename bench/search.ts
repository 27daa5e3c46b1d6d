import { sql } from 'kysely';
import { type Database, openDatabase } from '../src/platform/database/database.ts';
import { migrateDatabase } from '../src/platform/database/migrate.ts';
import { readCursor, SORTS } from '../src/rooms/ideas/idea-list.ts';
import { listIdeas, listIdeasForOffice, searchWords } from '../src/rooms/ideas/index.ts';
import { findSimilar } from '../src/rooms/ideas/similar/draft.store.ts';
import { searchEverywhere } from '../src/rooms/portal/search/everywhere.store.ts';
import { SEARCH_KINDS } from '../src/rooms/portal/search/search.ts';
import { listEditions } from '../src/rooms/spaces/index.ts';
import { searchables } from '../src/site.tsx';
import { quantile, round } from './measure.ts';
import { fillTown, openTown, type Town } from './town-at-scale.ts';
import { KINDS, mistype, plantDoubles } from './town-doubles.ts';
import { chance, writeTownText } from './town-words.ts';

const IDEAS = 100_000;
const DRAFTS = 400;
const SEARCHES = 300;
const WARMING = 20;
const TOGETHER = 4;
const ASKED = 150;

/**
 * Searching 100,000 ideas of one edition: the public list by its sorts, with and without a category, first pages
 * and next ones; the office's list; everything at once (/recherche); and ideas similar to a draft. Each one after the other, then four at once.
 * A draft is the double of an idea that is there (plantDoubles), itself not: recall is how often that idea is
 * among the ten shown. Asked: 150 ms at the 95th percentile, recall of 0.9. `detail`: another number of ideas.
 */
export async function benchSearch(url: string, detail?: string): Promise<object> {
  await migrateDatabase(url);
  const db = openDatabase(url, { size: TOGETHER });
  try {
    const ideas = Number(detail ?? IDEAS);
    const town = await openTown(db);
    const begun = performance.now();
    await fillTown(db, town, ideas);
    const filled = performance.now() - begun;
    const drafts = plantDoubles(DRAFTS, ideas);
    const shown = new Map<number, boolean>();
    const similar = await measure(
      drafts.map(({ double, first }, index) => async () => {
        const found = await findSimilar(
          db,
          town.organisationId,
          { id: town.editionId, likeness: 'usual' },
          double,
        );
        shown.set(
          index,
          found.some(({ number }) => number === first),
        );
      }),
    );
    const recallOf = (chosen: readonly number[]) =>
      round(chosen.filter((index) => shown.get(index)).length / chosen.length);
    const all = [...drafts.keys()];
    return {
      ideas,
      filledInSeconds: round(filled / 1000, 1),
      similar,
      recallAt10: {
        overall: recallOf(all),
        ...Object.fromEntries(
          KINDS.map((kind) => [
            kind,
            recallOf(all.filter((index) => drafts[index]!.kind === kind)),
          ]),
        ),
      },
      publicList: await measure(await publicSearches(db, town, ideas)),
      everywhere: await measure(await searchesEverywhere(db, town, ideas)),
      officeList: await measure(officeSearches(db, town, ideas)),
      asked: { p95Milliseconds: ASKED, recallAt10: 0.9 },
    };
  } finally {
    await db.destroy();
  }
}

type Act = () => Promise<unknown>;

/** Milliseconds, one act after the other, then four at once. */
export async function measure(acts: readonly Act[]): Promise<object> {
  for (const act of acts.slice(0, WARMING)) await act();
  return { oneByOne: await run(acts, 1), fourAtOnce: await run(acts, TOGETHER) };
}

async function run(acts: readonly Act[], together: number): Promise<object> {
  const times: number[] = [];
  const waiting = [...acts];
  await Promise.all(
    Array.from({ length: together }, async () => {
      for (let act = waiting.shift(); act; act = waiting.shift()) {
        const begun = performance.now();
        await act();
        times.push(performance.now() - begun);
      }
    }),
  );
  return {
    p50: round(quantile(times, 0.5), 1),
    p95: round(quantile(times, 0.95), 1),
    max: round(Math.max(...times), 1),
  };
}

/**
 * What people type: one to three words of a title, sometimes only the beginning of the last one, sometimes
 * mistyped; now and then what nobody has written.
 */
function typedWords(seed: number, ideas: number): string {
  const draw = chance(seed + 5_000_000);
  const words = writeTownText(1 + Math.floor(draw() * ideas)).title.match(/\p{L}{4,}/gu) ?? [];
  const from = Math.floor(draw() * words.length);
  const typed = words.slice(from, from + 1 + Math.floor(draw() * 3));
  const last = typed.pop() ?? 'guinguette';
  const way = draw();
  if (way < 0.2) typed.push(last.slice(0, Math.max(4, last.length - 3)));
  else if (way < 0.4) typed.push(mistype(last, draw));
  else if (way < 0.45) typed.push('zzyzx');
  else typed.push(last);
  return typed.join(' ');
}

async function publicSearches(db: Database, town: Town, ideas: number): Promise<Act[]> {
  const { organisationId, editionId } = town;
  const { rows } = await sql<{ id: string }>`select id from category
    where organisation_id = ${organisationId} order by position`.execute(db);
  const acts: Act[] = [];
  for (let index = 0; index < SEARCHES; index += 1) {
    const query = {
      editionId,
      sort: SORTS[index % SORTS.length]!,
      categoryId: index % 4 === 0 ? rows[index % rows.length]!.id : null,
      outcome: null,
      search: typedWords(index, ideas),
    };
    acts.push(() => listIdeas(db, organisationId, { ...query, cursor: null }));
    if (index % 3 > 0) continue;
    const { next } = await listIdeas(db, organisationId, { ...query, cursor: null });
    const cursor = next && readCursor(next);
    if (cursor) acts.push(() => listIdeas(db, organisationId, { ...query, cursor }));
  }
  return acts;
}

function officeSearches(db: Database, { organisationId, editionId }: Town, ideas: number): Act[] {
  return Array.from({ length: SEARCHES }, (_, index) => {
    const filter = { search: typedWords(SEARCHES + index, ideas) };
    const cursor = index % 3 === 0 ? Math.floor(ideas / 2) : null;
    return () => listIdeasForOffice(db, organisationId, editionId, { filter, cursor });
  });
}

/** As /recherche asks: of every kind, or the second page of one; mistyped words are searched twice. */
export async function searchesEverywhere(db: Database, town: Town, ideas: number): Promise<Act[]> {
  const { organisationId } = town;
  const editions = await listEditions(db, organisationId);
  return Array.from({ length: SEARCHES }, (_, index) => {
    const text = typedWords(2 * SEARCHES + index, ideas);
    const kind = index % 3 === 0 ? SEARCH_KINDS[index % SEARCH_KINDS.length]! : null;
    const search = { text, kind, edition: null, space: null, page: kind === 'idea' ? 2 : 1 };
    const words = searchWords(text);
    const asked = { organisationId, locale: 'fr' as const, words, editions, spaces: [] };
    return () => searchEverywhere(db, searchables, search, asked);
  });
}
