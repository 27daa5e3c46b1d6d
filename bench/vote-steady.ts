import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../src/platform/config.ts';
import { openDatabase } from '../src/platform/database/database.ts';
import { migrateDatabase } from '../src/platform/database/migrate.ts';
import { quantile, round } from './measure.ts';
import { startServer } from './scratch.ts';
import { castSteadily } from './vote-load.ts';
import { asRequest, makePlace, makeVoters } from './vote-place.ts';

const PER_SECOND = 50;
const SECONDS = 300;

/**
 * So many ballots a second, at their times whatever the server answers, for five minutes: how long each voter
 * waits (from the time at which the ballot was due, so that a server that falls behind shows), and whether
 * every ballot that was acknowledged is in the box. Asked: p99 under a second, none lost.
 */
export async function benchVoteSteady(url: string): Promise<object> {
  const folder = await mkdtemp(join(tmpdir(), 'palabre-bench-steady-'));
  process.env.PALABRE_KEYS = join(folder, 'keys');
  const config = { ...readConfig(), varFolder: folder, keysFolder: process.env.PALABRE_KEYS };
  await migrateDatabase(url);
  const db = openDatabase(url, { size: 8 });
  try {
    const { organisationId, poll, slug } = await makePlace(db, config);
    const voters = await makeVoters(db, organisationId, PER_SECOND * SECONDS);
    const server = await startServer(url);
    try {
      const requests = voters.map((voter) => asRequest(voter, poll, slug));
      const cast = await castSteadily(server.address, requests, PER_SECOND);
      const { ballots } = await db
        .selectFrom('ballot_slot')
        .select(({ fn }) => fn.countAll<number>().as('ballots'))
        .where('poll_id', '=', poll.id)
        .executeTakeFirstOrThrow();
      return {
        perSecond: PER_SECOND,
        seconds: SECONDS,
        reachedPerSecond: round(cast.perSecond, 1),
        acknowledged: cast.acknowledged,
        refused: cast.refused,
        lost: cast.acknowledged - ballots,
        p50Milliseconds: round(quantile(cast.milliseconds, 0.5), 1),
        p99Milliseconds: round(quantile(cast.milliseconds, 0.99), 1),
        worstMilliseconds: round(Math.max(...cast.milliseconds), 1),
        asked: { p99Milliseconds: 1000, lost: 0 },
      };
    } finally {
      await server.stop();
    }
  } finally {
    await db.destroy();
    await rm(folder, { recursive: true, force: true });
  }
}
