import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { keepSession } from './session.ts';

/** Any number that no other advisory lock of ours uses. */
const SERVER_LOCK = 7_205_002;

/** A server killed a moment ago still has its lock until PostgreSQL sees the closed connection. */
const patience = { attempts: 15, pause: 100 };

/**
 * One web server on one embedded data folder (F4): to be taken by main before it serves, and only there,
 * since with DATABASE_URL several nodes are normal. Lasts as long as its connection, so a killed server
 * leaves no lock behind. `onLost` is called if the database went away and came back to another server.
 */
export async function holdServerLock(
  url: string,
  onLost?: () => void,
): Promise<{ held: true; release(): Promise<void> } | { held: false }> {
  const session = await keepSession({
    url,
    name: 'palabre server',
    claim: claimServerLock,
    ...(onLost && { onLost }),
  });
  return session ? { held: true, release: session.release } : { held: false };
}

async function claimServerLock(client: pg.Client): Promise<boolean> {
  for (let attempt = 1; ; attempt += 1) {
    const { rows } = await client.query<{ held: boolean }>(
      'select pg_try_advisory_lock($1) as held',
      [SERVER_LOCK],
    );
    if (rows[0]!.held || attempt === patience.attempts) return rows[0]!.held;
    await wait(patience.pause);
  }
}
