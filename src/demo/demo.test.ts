import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  countAgain,
  countInPerson,
  countRows,
  depositAndVote,
  describeContent,
  expectDecided,
  expectStudied,
  findPersonId,
  killSeedHalfway,
  openPages,
} from '../../tests/make/demo.ts';
import { expectShared } from '../../tests/make/demo-movement.ts';
import { expectFollowed, expectHeard, expectPictured } from '../../tests/make/demo-projects.ts';
import { castFor } from '../../tests/make/polls.ts';
import { createTestDatabase, type TestDatabase } from '../../tests/setup/database.ts';
import { type Config, readConfig } from '../platform/config.ts';
import { type Database, openDatabase, openPool, readNow } from '../platform/database/database.ts';
import { runDueJobs } from '../platform/jobs/worker.ts';
import { verifyJournal } from '../platform/journal/journal.ts';
import type { Mail } from '../platform/mail/mail.ts';
import { submitIdea } from '../rooms/ideas/index.ts';
import { findOrganisationBySlug, listOrganisations } from '../rooms/organisations/index.ts';
import { findPollOf, findPublishedResult, listPointsOfToday } from '../rooms/polls/index.ts';
import { countProjects, listBallotProjects } from '../rooms/projects/index.ts';
import { addDays, dayInParis, findEdition, listEditions } from '../rooms/spaces/index.ts';
import { openJobs } from '../site.tsx';
import { urls } from '../urls.ts';
import { demoAccounts } from './accounts.ts';
import { inParis } from './edition.ts';
import { seedDemo } from './index.ts';

/** Another database, filled beside the first, to be compared with it; by the long tests alone. */
const ALL = process.env.PALABRE_ALL === '1';
let twin: TestDatabase;
let database: TestDatabase;
let folder: string;
let config: Config;
let db: Database;
let offset: string | null = null;
let [fleury, valley] = ['', ''];

beforeAll(async () => {
  [database, twin] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  folder = await mkdtemp(join(tmpdir(), 'palabre-demo-'));
  config = readConfig({ PALABRE_ROOT: process.cwd(), PALABRE_VAR: folder });
  db = openDatabase(database.url, { clockOffset: () => offset });
  await killSeedHalfway(database.url, join(folder, 'killed'));
  expect(await listOrganisations(db)).toEqual([]);
  const left = sql<{ rows: number }>`
    select ((select count(*) from person) + (select count(*) from fact)
    + (select count(*) from poll) + (select count(*) from graphile_worker.jobs))::int as rows`;
  expect(await countRows(db, left)).toBe(0);
  const varFolder = join(folder, 'twin');
  const twinFolders = { ...config, keysFolder: join(varFolder, 'keys'), varFolder };
  // a story of three weeks up to now is another one a second later: both end at one instant
  const endsAt = await readNow(db);
  await Promise.all([
    seedDemo({ url: database.url, config, endsAt }),
    ALL && seedDemo({ url: twin.url, config: twinFolders, endsAt }),
  ]);
  fleury = (await findOrganisationBySlug(db, 'fleury'))!.id;
  valley = (await findOrganisationBySlug(db, 'val-de-braye'))!.id;
}, 300_000);

afterAll(async () => {
  await db.destroy();
  await Promise.all([database.drop(), twin.drop()]);
  await rm(folder, { recursive: true, force: true });
});

/** Lives at another instant for the time of an act. */
async function livingAt<T>(at: Date, act: () => Promise<T>): Promise<T> {
  offset = `${at.getTime() - Date.now()} milliseconds`;
  try {
    return await act();
  } finally {
    offset = null;
  }
}

async function getEdition(slug: string, organisationId = fleury) {
  return (await findEdition(db, organisationId, slug))!;
}

describe('SC1 Fleury, a whole cycle', () => {
  it('SC1 R45 R77 93 ideas by 60 people, at most 5 each, become 32 projects out of 35, and 58 refusals with their reasons', async () => {
    const edition = await getEdition('2020');
    await expectDecided(db, config, fleury, edition);
    const { rows } = await sql<{ ideas: number; authors: number; most: number }>`
      select sum(n)::int as ideas, count(*)::int as authors, max(n)::int as most
      from (select count(*) as n from idea where edition_id = ${edition.id} group by author_id) a`.execute(
      db,
    );
    expect(rows[0]).toEqual({ ideas: 93, authors: 60, most: 5 });
    expect(await countProjects(db, fleury, edition.id)).toMatchObject({ projects: 32, ideas: 35 });
  });

  it('SC1 R50 projects stand in one of four districts, or serve the whole town', async () => {
    for (const slug of ['2020', 'jeunesse-2026']) {
      const { id, districts } = await getEdition(slug);
      expect(districts).toHaveLength(4);
      const projects = await listBallotProjects(db, fleury, id);
      expect(new Set(projects.map(({ district }) => district))).toEqual(
        new Set(['', ...districts]),
      );
    }
    expect((await getEdition('2026', valley)).districts).toEqual([]);
  });

  it('SC1 R67 R76 R77 600 voters cast 1 800 votes; 11 projects win within the envelope', async () => {
    const edition = await getEdition('2020');
    const result = (await findPublishedResult(db, fleury, edition.id))!;
    expect(result).toMatchObject({ voters: 600, ballots: 600, options: 32, envelope: 100_000_00 });
    expect(result.winners).toHaveLength(11);
    const cost = result.winners.reduce((sum, winner) => sum + winner.cost, 0);
    expect(cost).toBe(result.cost);
    expect(cost).toBeLessThanOrEqual(100_000_00);
    expect(result.left).toBeGreaterThan(0);
    const poll = (await findPollOf(db, fleury, edition.id))!;
    const votes = await sql<{ rows: number }>`select sum(jsonb_array_length(choices))::int as rows
      from sealed_ballot where poll_id = ${poll.id}`.execute(db);
    expect(votes.rows[0]?.rows).toBe(1800);
  });

  it('SC1 V1 the winners are those that anyone counts again from the sealed box', async () => {
    const edition = await getEdition('2020');
    const poll = (await findPollOf(db, fleury, edition.id))!;
    const winners = await countAgain(db, poll);
    const result = (await findPublishedResult(db, fleury, edition.id))!;
    const byKey = new Map(poll.options.map((option) => [option.key, option.targetId]));
    expect(winners.map((key) => byKey.get(key))).toEqual(
      result.winners.map(({ projectId }) => projectId),
    );
  });

  it('SC1 R81 R86 every winner is followed up; the pool has four steps done', async () => {
    await expectFollowed(db, fleury, (await getEdition('2020')).id);
  });

  it('SC1 R75 a sixth idea is refused', async () => {
    const edition = await getEdition('2020');
    const authorId = await findPersonId(db, 'Mamie Vélo');
    const sixth = await livingAt(inParis('2021-01-31 12:00'), () =>
      submitIdea(db, {
        organisationId: fleury,
        editionId: edition.id,
        authorId,
        title: 'Une sixième idée',
        body: 'Celle qui est de trop, et que personne ne verra jamais.',
        categoryId: edition.categories[0]!.id,
        lang: 'fr',
      }),
    );
    expect(sixth).toMatchObject({ ok: false, refusal: 'too-many-ideas' });
  });

  it('SC1 R69 at 15 one neither deposits nor votes; at 16 one does', async () => {
    const today = dayInParis(await readNow(db));
    const turning16 = `${Number(today.slice(0, 4)) - 16}${today.slice(4)}`.replace(
      '02-29',
      '02-28',
    );
    const outcomes = await Promise.all(
      [addDays(turning16, 1), turning16].map((birthDate) =>
        depositAndVote({ db, config, fleury, valley }, birthDate),
      ),
    );
    expect(outcomes[0]).toMatchObject([{ refusal: 'too-young' }, { refusal: 'too-young' }]);
    expect(outcomes[1]).toMatchObject([{ ok: true }, { ok: true }]);
  });

  it('SC1 R76 a fourth choice is refused', async () => {
    const edition = await getEdition('2020');
    const poll = (await findPollOf(db, fleury, edition.id))!;
    const personId = await findPersonId(db, 'Camille');
    const site = { db, config, organisationId: fleury };
    const cast = await castFor(site, poll, personId, [1, 2, 3, 4]);
    expect(cast).toMatchObject({ ok: false, refusal: 'too-many-choices' });
  });

  it('SC1 R57 R64 R88 a result is hidden until it is published; a report tells its questionnaire', async () => {
    const edition = await getEdition('jeunesse-2026');
    const poll = (await findPollOf(db, fleury, edition.id))!;
    const cast = await sql<{ rows: number }>`select count(*)::int as rows from ballot_slot
      where poll_id = ${poll.id}`.execute(db);
    expect(cast.rows[0]?.rows).toBeGreaterThanOrEqual(120);
    expect(await findPublishedResult(db, fleury, edition.id)).toBeNull();
    const client = openPages(db, config);
    const page = await client('localhost').get(urls.results({ edition: 'jeunesse-2026' }));
    expect(page.status).toBeLessThan(500);
    expect(poll.options.filter((option) => page.html.includes(option.label))).toEqual([]);
    const report = await client('localhost').get(urls.report({ edition: '2020' }));
    expect(report.html).toContain('Réponses reçues');
  });
});

describe('the demo', () => {
  it.runIf(ALL)('is the same each time', async () => {
    const other = openDatabase(twin.url);
    const [one, two] = await Promise.all([describeContent(db), describeContent(other)]);
    await other.destroy();
    expect(one.length).toBeGreaterThan(1500);
    expect(two).toEqual(one);
  });

  it('is loaded once: a database that holds an organisation stays as it is', async () => {
    const people = sql<{ rows: number }>`select count(*)::int as rows from person`;
    const apps = sql<{ rows: number }>`select count(*)::int as rows from authenticator_app`;
    const before = [await countRows(db, people), await countRows(db, apps)];
    expect(await countRows(db, sql`select count(*)::int as rows from vote_hour`)).not.toBe(0);
    expect(await seedDemo({ url: database.url, config })).toEqual(demoAccounts);
    expect([await countRows(db, people), await countRows(db, apps)]).toEqual(before);
  });

  it('SC1 R35 has editions in each of four situations', async () => {
    const slugs = (await listEditions(db, fleury)).map((edition) => edition.slug);
    expect(slugs).toEqual(['2026', 'cadre-de-vie-2026', 'jeunesse-2026', 'quartiers-2023', '2020']);
    expect(await listEditions(db, valley)).toHaveLength(1);
  });

  it('R36 R43 R44 R47 has a study under way, with something for everybody who works on it', async () => {
    await expectStudied(db, fleury, (await getEdition('cadre-de-vie-2026')).id);
  });

  it('R50 R51 every project of the youth has a photo with its words; so do winners of 2020, on their map', async () => {
    const [young, first] = await Promise.all(
      ['jeunesse-2026', '2020'].map((one) => getEdition(one)),
    );
    await expectPictured(db, fleury, { young: young!.id, first: first!.id });
    const reader = openPages(db, config)('localhost');
    for (const path of [urls.home(), urls.edition({ edition: '2020' })]) {
      await reader.get(path);
      expect(reader.html, path).toMatch(/-640\.webp" alt="[^"]+" width="640"/);
    }
  });

  it('R49 R65 SC2 has pages that were read, messages, and a fund that groups share', async () => {
    await Promise.all([expectHeard(db, fleury), expectShared(db)]);
  });

  it('SC1 W3 the second organisation sees nothing of the first', async () => {
    expect(await findEdition(db, valley, '2020')).toBeNull();
    const client = openPages(db, config);
    const town = await client('localhost').get(urls.ideas({ edition: '2020' }));
    expect(town.status).toBe(200);
    const abroad = client('val-de-braye.localhost');
    for (const path of [
      urls.edition({ edition: '2020' }),
      urls.ideas({ edition: 'jeunesse-2026' }),
    ]) {
      expect((await abroad.get(path)).status, path).toBe(404);
    }
    expect((await abroad.get(urls.ideas({ edition: '2026' }))).status).toBe(200);
    expect(abroad.html).toContain('camion-épicerie');
    expect(abroad.html).not.toContain('Fleury');
  });

  it('R52 R54 has a register of forty, a class, and a desk where the officer serves from morning to night', async () => {
    const edition = await getEdition('jeunesse-2026');
    expect(await countInPerson(db, edition.id)).toEqual({ entries: 40, classes: 1 });
    const officer = await findPersonId(db, 'Agathe · participation');
    const today = dayInParis(await readNow(db));
    for (const [days, hour] of [
      [0, '08:00'],
      [0, '21:59'],
      [2, '12:30'],
    ] as const) {
      const at = inParis(`${addDays(today, days)} ${hour}`);
      const [own] = await livingAt(at, () => listPointsOfToday(db, fleury, officer));
      expect(own, `${days} ${hour}`).toMatchObject({ isOwn: true, isOpen: true });
    }
  });

  it('leaves jobs that all succeed, write to nobody and chain the whole journal', async () => {
    const pool = openPool(database.url, 4);
    const mails: Mail[] = [];
    const postman = { send: async (mail: Mail) => void mails.push(mail) };
    // the hourly rounds are due later: as if that hour had come
    await sql`select graphile_worker.reschedule_jobs(array_agg(id), run_at => now())
      from graphile_worker.jobs`.execute(db);
    await runDueJobs(pool, openJobs({ db, config, postman }));
    const { rows } = await sql<{ error: string }>`select last_error as error
      from graphile_worker.jobs where last_error is not null`.execute(db);
    await pool.end();
    expect(rows).toEqual([]);
    expect(mails).toEqual([]);
    const facts = await countRows(db, sql`select count(*)::int as rows from fact`);
    const places = await sql<{ id: string }>`select id from organisation`.execute(db);
    const journals = await Promise.all(places.rows.map(({ id }) => verifyJournal(db, id)));
    expect(journals.reduce((sum, one) => sum + (one.ok ? one.facts : 0), 0)).toBe(facts);
  }, 120_000);
});
