import { type Database, openDatabase } from '../src/platform/database/database.ts';
import { migrateDatabase } from '../src/platform/database/migrate.ts';
import {
  findSimilarSearch,
  listSimilarPairs,
  requestSimilarPairs,
  type SimilarPair,
} from '../src/rooms/ideas/index.ts';
import { searchOn } from '../src/rooms/ideas/similar/search.store.ts';
import { quantile, round } from './measure.ts';
import { fillTown, openTown, type Town } from './town-at-scale.ts';
import { KINDS, plantDoubles } from './town-doubles.ts';

const IDEAS = 20_000;
const DOUBLES = 400;

/**
 * Every idea of an edition of 20,000 compared with all others, 400 doubles among them: how long the job works,
 * how much the process grows meanwhile, which doubles are among the pairs, and reading the pairs page after page.
 * Asked: a few minutes, nine doubles in ten. `detail`: another number of ideas.
 */
export async function benchPairs(url: string, detail?: string): Promise<object> {
  await migrateDatabase(url);
  const db = openDatabase(url, { size: 2 });
  try {
    const ideas = Number(detail ?? IDEAS);
    const town = await openTown(db);
    const planted = plantDoubles(DOUBLES, ideas);
    await fillTown(
      db,
      town,
      ideas,
      planted.map(({ double }) => double),
    );
    const before = process.memoryUsage().rss;
    let most = before;
    const begun = performance.now();
    await requestSimilarPairs(db, { ...town, by: null });
    while ((await findSimilarSearch(db, town))?.finishedAt === null) {
      await searchOn(db, town);
      most = Math.max(most, process.memoryUsage().rss);
    }
    const seconds = (performance.now() - begun) / 1000;
    const { pairs, pages } = await readAll(db, town);
    const found = new Set(pairs.map(({ ideas: two }) => two.map(({ number }) => number).join()));
    const recallOf = (kind: string | null) => {
      const chosen = planted.flatMap((one, index) =>
        kind === null || one.kind === kind ? [`${one.first},${ideas + 1 + index}`] : [],
      );
      return round(chosen.filter((pair) => found.has(pair)).length / chosen.length);
    };
    return {
      ideas: ideas + DOUBLES,
      seconds: round(seconds, 1),
      grownByMegabytes: round((most - before) / 1_048_576, 1),
      pairs: pairs.length,
      pairsFrom06: pairs.filter(({ score }) => score >= 0.6).length,
      recall: {
        overall: recallOf(null),
        ...Object.fromEntries(KINDS.map((kind) => [kind, recallOf(kind)])),
      },
      pageMilliseconds: {
        p50: round(quantile(pages, 0.5), 1),
        p95: round(quantile(pages, 0.95), 1),
      },
      asked: { seconds: 300, recall: 0.9 },
    };
  } finally {
    await db.destroy();
  }
}

async function readAll(
  db: Database,
  { organisationId, editionId }: Town,
): Promise<{ pairs: SimilarPair[]; pages: number[] }> {
  const pairs: SimilarPair[] = [];
  const pages: number[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const begun = performance.now();
    const page = await listSimilarPairs(db, organisationId, editionId, { cursor: cursor ?? null });
    pages.push(performance.now() - begun);
    pairs.push(...page.pairs);
    cursor = page.next;
  }
  return { pairs, pages };
}
