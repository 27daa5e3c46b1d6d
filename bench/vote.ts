import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type Config, readConfig } from '../src/platform/config.ts';
import { type Database, openDatabase } from '../src/platform/database/database.ts';
import { migrateDatabase } from '../src/platform/database/migrate.ts';
import { createApp } from '../src/platform/http/app.ts';
import { openAssets } from '../src/platform/http/assets.ts';
import { Memory } from '../src/platform/http/memory.ts';
import { hashSecret } from '../src/platform/secrets/token.ts';
import { enrolPerson, openSession } from '../src/rooms/identity/index.ts';
import { insertOrganisation } from '../src/rooms/organisations/index.ts';
import { findPollOf, openPoll, type Poll } from '../src/rooms/polls/index.ts';
import { freezeList, insertProject } from '../src/rooms/projects/index.ts';
import { insertEdition, openEdition, STEPS, USUAL_SETTINGS } from '../src/rooms/spaces/index.ts';
import { openSite } from '../src/site.tsx';
import { urls } from '../src/urls.ts';
import { median, quantile, round } from './measure.ts';
import { startServer } from './scratch.ts';
import { type CastRequest, castByDriver, castByHttp, type Statement } from './vote-load.ts';

const PAIRS = 5;
const VOTERS = 400;
const PROJECTS = 32;
const DAY = 86_400_000;

interface Voter {
  personId: string;
  token: string;
}

/**
 * Ballots cast over HTTP by distinct signed-in voters, against the very SQL that one such request runs
 * (recorded from a real one), straight through the driver on the same server, with as many connections:
 * ballots per second, median of paired runs, each pair on fresh voters. Asked: at least half as many.
 */
export async function benchVote(url: string): Promise<object> {
  const folder = await mkdtemp(join(tmpdir(), 'palabre-bench-vote-'));
  process.env.PALABRE_KEYS = join(folder, 'keys');
  const config = { ...readConfig(), varFolder: folder, keysFolder: process.env.PALABRE_KEYS };
  await migrateDatabase(url);
  const db = openDatabase(url, { size: 8 });
  try {
    const { organisationId, poll, slug } = await makePlace(db, config);
    const voters = await makeVoters(db, organisationId, 1 + 2 * (PAIRS + 1) * VOTERS);
    const recorded = await recordCast(url, config, slug, poll, voters.pop()!, organisationId);
    const server = await startServer(url);
    try {
      const pairs: { http: number; driver: number }[] = [];
      const milliseconds: number[] = [];
      for (let pair = 0; pair <= PAIRS; pair += 1) {
        const requests = voters.splice(-VOTERS).map((voter) => asRequest(voter, poll, slug));
        const http = await castByHttp(server.address, requests);
        const driver = await castByDriver(url, recorded, asValues(voters.splice(-VOTERS)));
        // the first pair warms up both sides
        if (pair === 0) continue;
        pairs.push({ http: http.perSecond, driver: driver.perSecond });
        milliseconds.push(...http.milliseconds);
      }
      return {
        voters: VOTERS * PAIRS,
        statements: recorded.length,
        ballotsPerSecond: round(median(pairs.map((pair) => pair.http)), 0),
        driverPerSecond: round(median(pairs.map((pair) => pair.driver)), 0),
        ratio: round(median(pairs.map((pair) => pair.http / pair.driver))),
        p50Milliseconds: round(quantile(milliseconds, 0.5), 1),
        p99Milliseconds: round(quantile(milliseconds, 0.99), 1),
        asked: { ratio: 0.5 },
      };
    } finally {
      await server.stop();
    }
  } finally {
    await db.destroy();
    await rm(folder, { recursive: true, force: true });
  }
}

async function makePlace(db: Database, config: Config) {
  const organisationId = await insertOrganisation(db, {
    slug: 'banc',
    name: 'Banc',
    host: 'localhost',
    kind: 'town',
    colour: '#1B6B3A',
    contactEmail: 'banc@exemple.fr',
    tagline: '',
    charter: 'Je participe.',
  });
  const act = { organisationId, by: null };
  const now = Date.now();
  const dates = { opensAt: new Date(now - DAY), closesAt: new Date(now + DAY) };
  const made = await insertEdition(
    db,
    act,
    { ...USUAL_SETTINGS, slug: '2026', title: 'Budget participatif 2026' },
    // two days each, the vote around now
    STEPS.map((step, at) => ({
      step,
      startsAt: new Date(now + (at - 3) * 2 * DAY - DAY),
      endsAt: step === 'delivery' ? null : new Date(now + (at - 3) * 2 * DAY + DAY),
    })),
  );
  if (!made.ok) throw new Error(made.refusal);
  for (let number = 1; number <= PROJECTS; number += 1)
    await insertProject(db, act, made.edition.id, {
      title: `Projet ${number}`,
      summary: 'Ce que le projet change pour le quartier, en quelques lignes.',
      categoryId: null,
      cost: number * 1000_00,
      place: '',
      ideaIds: [],
    });
  await freezeList(db, act, made.edition.id);
  const shown = await openEdition(db, act, made.edition.id);
  if (!shown.ok) throw new Error(shown.refusals.join());
  const opened = await openPoll(db, config, act, made.edition, {
    title: made.edition.title,
    minimumChoices: 1,
    maximumChoices: 3,
    rule: 'greedy',
    tieBreak: ['smaller-id'],
    ...dates,
  });
  if (!opened.ok) throw new Error(opened.refusals.join());
  const poll = (await findPollOf(db, organisationId, made.edition.id))!;
  return { organisationId, poll, slug: made.edition.slug };
}

async function makeVoter(db: Database, organisationId: string, name: string): Promise<Voter> {
  const enrolled = await enrolPerson(db, {
    organisationId,
    organisationName: 'Banc',
    name: 'Camille Durand',
    nickname: name,
    email: `${name}@exemple.fr`,
    birthDate: '1980-05-17',
    residence: 'Banc',
  });
  if (!enrolled.ok) throw new Error('A voter could not be enrolled.');
  const token = await openSession(db, organisationId, enrolled.id, 'bench');
  return { personId: enrolled.id, token };
}

async function makeVoters(db: Database, organisationId: string, count: number): Promise<Voter[]> {
  const voters: Voter[] = [];
  while (voters.length < count) {
    const some = Array.from({ length: Math.min(8, count - voters.length) }, (_, one) =>
      makeVoter(db, organisationId, `camille-${voters.length + one}`),
    );
    voters.push(...(await Promise.all(some)));
  }
  return voters;
}

function asRequest(voter: Voter, poll: Poll, slug: string): CastRequest {
  const chosen = [1, 2, 3].map((step) => poll.options[(step * 7) % PROJECTS]!.key);
  const body = new URLSearchParams([
    ['scrutin', poll.id],
    ['cle', randomUUID()],
    ['revision', '0'],
    ['alea', `${randomUUID()}${randomUUID()}`.replaceAll('-', '')],
    ...chosen.map((key) => ['choix', key]),
  ]);
  return {
    path: urls.voteCast({ edition: slug }),
    cookie: `palabre=${voter.token}`,
    body: body.toString(),
  };
}

/** What differs from one voter's statements to the next's. */
function asValues(voters: readonly Voter[]): Record<string, string>[] {
  return voters.map((voter) => ({
    tokenHash: hashSecret(voter.token),
    personId: voter.personId,
    keyHash: hashSecret(voter.personId),
    personMark: hashSecret(voter.personId, 'mark'),
    electorId: randomUUID(),
    slotKey: hashSecret(voter.token, 'slot'),
    idempotencyKey: randomUUID(),
  }));
}

/** The statements of one cast over HTTP, as the driver saw them, with the voter's own values named. */
async function recordCast(
  url: string,
  config: Config,
  slug: string,
  poll: Poll,
  voter: Voter,
  organisationId: string,
): Promise<Statement[]> {
  const db = openDatabase(url, { size: 1 });
  const assets = openAssets(join(config.root, 'dist/assets'));
  const site = openSite({ db, config, assets });
  const app = createApp({ site, config, db, assets, memory: new Memory() });
  const seen: { text: string; values: unknown[] }[] = [];
  const query = pg.Client.prototype.query;
  const watched = function (this: pg.Client, ...given: unknown[]) {
    const [text, values] = given as [string | { text: string; values?: unknown[] }, unknown[]?];
    seen.push(
      typeof text === 'string'
        ? { text, values: values ?? [] }
        : { text: text.text, values: text.values ?? [] },
    );
    return (query as (...all: unknown[]) => unknown).apply(this, given);
  };
  const cast = async (from: Voter) => {
    const { path, cookie, body } = asRequest(from, poll, slug);
    const answer = await app.fetch(
      new Request(`http://localhost${path}`, {
        method: 'POST',
        headers: {
          cookie,
          origin: 'http://localhost',
          'content-type': 'application/x-www-form-urlencoded',
        },
        body,
      }),
    );
    if (answer.status !== 303) throw new Error(`${answer.status} for a vote`);
  };
  // once unseen, so that what a process does once only is not counted
  await cast(await makeVoter(db, organisationId, 'premier'));
  Object.assign(pg.Client.prototype, { query: watched });
  try {
    await cast(voter);
  } finally {
    Object.assign(pg.Client.prototype, { query });
    await db.destroy();
  }
  const inserted = seen.find(({ text }) => text.includes('into elector'));
  const slot = seen.find(({ text }) => text.includes('into "casting_request"'));
  const marks = inserted?.values.find(
    (value) => Array.isArray(value) && value.every(isHash),
  ) as string[];
  const isOfPoll = (value: unknown) => value === poll.id || value === organisationId;
  const names = new Map<unknown, string>([
    [hashSecret(voter.token), 'tokenHash'],
    [voter.personId, 'personId'],
    [marks[0], 'keyHash'],
    [marks[1], 'personMark'],
    [inserted?.values.find((value) => isUuid(value) && !isOfPoll(value)), 'electorId'],
    [slot?.values.find(isHash), 'slotKey'],
    [slot?.values.find((value) => isUuid(value) && !isOfPoll(value)), 'idempotencyKey'],
  ]);
  return seen.map(({ text, values }) => ({
    text,
    values: values.map((value) => {
      if (Array.isArray(value) && value.every((one) => names.has(one)))
        return { names: value.map((one) => names.get(one)!) };
      const name = names.get(value);
      return name ? { name } : { value };
    }),
  }));
}

const isHash = (value: unknown) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
const isUuid = (value: unknown) => typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value);
