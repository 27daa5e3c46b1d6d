import { sql } from 'kysely';
import { type Database, openDatabase } from '../src/platform/database/database.ts';
import { migrateDatabase } from '../src/platform/database/migrate.ts';
import { ideaSegment } from '../src/rooms/ideas/index.page.ts';
import { urls } from '../src/urls.ts';
import { fillEvents } from './europe-events.ts';
import { openEurope } from './europe-space.ts';
import { fillComments, fillIdeas, fillSupports } from './europe-voices.ts';
import { round } from './measure.ts';
import { follow, measurePages, type Pages } from './pages.ts';
import { openBenchSite, type Reader } from './readers.ts';

/** As many as the Conference on the Future of Europe had, about. */
const VOLUME = {
  accounts: 50_000,
  ideas: 19_000,
  comments: 22_000,
  supports: 23_000,
  events: 6000,
};
/** Comments under the idea that is most spoken of. */
const MOST_COMMENTS = 1000;
/** Milliseconds at the 95th percentile. */
const ASKED = { signedIn: 300, anonymous: 50 };

/**
 * A consultation of a continent: pages of its space as somebody signed in and as somebody without account asks them of a site
 * that keeps no page in memory. `detail`: another number of ideas, the rest in proportion.
 */
export async function benchEurope(url: string, detail?: string): Promise<object> {
  await migrateDatabase(url);
  const db = openDatabase(url, { size: 8 });
  try {
    const begun = performance.now();
    const filled = await fillEurope(db, Number(detail ?? VOLUME.ideas) / VOLUME.ideas);
    const seconds = round((performance.now() - begun) / 1000, 1);
    const site = openBenchSite(url, db, filled.organisationId);
    const reader = await site.readerOf(filled.people[0]!);
    const pages = await listPages(site.anybody, filled);
    const anonymous = await measurePages(site.anybody, pages);
    const signedIn = await measurePages(reader, pages);
    const worst = (of: Record<string, number>) => Math.max(...Object.values(of));
    return {
      filledInSeconds: seconds,
      ...(await countAll(db, filled.organisationId)),
      p95Milliseconds: Object.fromEntries(
        Object.keys(pages).map((name) => [
          name,
          { anonymous: anonymous[name], signedIn: signedIn[name] },
        ]),
      ),
      worst: { anonymous: worst(anonymous), signedIn: worst(signedIn) },
      ratioToAsked: {
        anonymous: round(worst(anonymous) / ASKED.anonymous, 2),
        signedIn: round(worst(signedIn) / ASKED.signedIn, 2),
      },
      asked: ASKED,
    };
  } finally {
    await db.destroy();
  }
}

export async function fillEurope(db: Database, share: number, host?: string) {
  const part = (of: number) => Math.max(20, Math.round(of * share));
  const europe = await openEurope(db, part(VOLUME.accounts), host);
  const ideas = await fillIdeas(db, europe, part(VOLUME.ideas));
  await fillSupports(db, europe, ideas, part(VOLUME.supports));
  const events = await fillEvents(db, europe, part(VOLUME.events));
  const busiest = ideas[0]!;
  const most = Math.min(MOST_COMMENTS, part(VOLUME.comments) / 2);
  await fillComments(db, europe, { kind: 'idea', id: busiest.id }, most);
  for (let given = most, at = 1; given < part(VOLUME.comments); at += 1) {
    const count = Math.min(12, part(VOLUME.comments) - given);
    await fillComments(
      db,
      europe,
      { kind: 'idea', id: ideas[(at * 11) % ideas.length]!.id },
      count,
      given,
    );
    given += count;
  }
  await sql`vacuum analyze`.execute(db);
  return { ...europe, ideas, events, busiest };
}

async function listPages(
  read: Reader,
  { space, themes, ideas, busiest }: Awaited<ReturnType<typeof fillEurope>>,
): Promise<Pages> {
  const at = { space: space.slug };
  const { theme, ideas: board, events } = themes[0]!;
  const agenda = (query: Record<string, string> = {}) =>
    urls.spaceEvents({ ...at, component: events.slug }, query);
  const list = (query: Record<string, string> = {}) =>
    urls.spaceIdeas({ ...at, component: board.slug }, query);
  const quiet = ideas.find(({ theme: of, number }) => of === 0 && number === 9)!;
  const said = { kind: 'idea', contribution: busiest.id };
  return {
    home: urls.home(),
    spaces: urls.spaces(),
    space: urls.space(at),
    theme: urls.theme({ ...at, theme: theme.slug }),
    list: list(),
    'list, most supported': list({ tri: 'soutenues' }),
    'list, to discover': list({ tri: 'a-decouvrir' }),
    'list, thirtieth page': await follow(read, list(), 29),
    'list, category': list({ categorie: theme.categories[1]!.slug }),
    'list, language': list({ langue: 'de' }),
    'list, search': list({ q: 'Nachtzüge' }),
    idea: urls.spaceIdea({ ...at, component: board.slug, idea: ideaSegment(quiet) }),
    'idea with 1,000 comments': urls.spaceIdea({
      ...at,
      component: board.slug,
      idea: ideaSegment(busiest),
    }),
    'its comments, best rated': urls.comments(said, { tri: 'mieux-notes' }),
    'its comments, against': urls.comments(said, { avis: 'contre' }),
    'its comments, tenth page': await follow(read, urls.comments(said), 9),
    'events and their map': agenda(),
    'events, past': agenda({ quand: 'passes' }),
    'events, tenth page': await follow(read, agenda(), 9),
    event: await firstEvent(read, agenda()),
    agenda: urls.agenda(),
    search: urls.search({ q: 'transports' }),
  };
}

/** The first event of a list. */
async function firstEvent(read: Reader, path: string): Promise<string> {
  const html = await (await read(path)).text();
  return /href="(\/agenda\/\d+[^"?#]*)"/.exec(html)![1]!;
}

async function countAll(db: Database, organisationId: string): Promise<object> {
  const { rows } = await sql<Record<string, number>>`select
      (select count(*)::int from person where organisation_id = ${organisationId}) as accounts,
      (select count(*)::int from idea where organisation_id = ${organisationId}) as ideas,
      (select count(*)::int from idea_support where organisation_id = ${organisationId}) as supports,
      (select count(*)::int from comment where organisation_id = ${organisationId}) as comments,
      (select count(*)::int from meeting where organisation_id = ${organisationId}) as events`.execute(
    db,
  );
  return rows[0]!;
}
