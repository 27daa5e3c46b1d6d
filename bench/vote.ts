import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type Config, readConfig } from '../src/platform/config.ts';
import { openDatabase } from '../src/platform/database/database.ts';
import { migrateDatabase } from '../src/platform/database/migrate.ts';
import { createApp } from '../src/platform/http/app.ts';
import { openAssets } from '../src/platform/http/assets.ts';
import { Memory } from '../src/platform/http/memory.ts';
import { hashSecret } from '../src/platform/secrets/token.ts';
import type { Poll } from '../src/rooms/polls/index.ts';
import { openSite } from '../src/site.tsx';
import { median, quantile, round } from './measure.ts';
import { startServer } from './scratch.ts';
import { castByDriver, castByHttp, type Statement } from './vote-load.ts';
import { asRequest, makePlace, makeVoter, makeVoters, type Voter } from './vote-place.ts';

const PAIRS = 5;
const VOTERS = 400;

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
