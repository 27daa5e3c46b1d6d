import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

/** A connection kept for what it holds: a lock, or the mere fact of being there. */
export interface KeptSession {
  /** One query on the connection of the moment; rejects while it is broken. */
  ask(sql: string, values?: unknown[]): Promise<pg.QueryResult>;
  release(): Promise<void>;
}

interface Keeping {
  url: string;
  /** Shown in pg_stat_activity. */
  name: string;
  /** Takes what the session is for; false: somebody else has it. */
  claim(client: pg.Client): Promise<boolean>;
  /** The connection broke, and when it was mended somebody else had taken the claim. */
  onLost?(): void;
}

/**
 * Connects and claims; null when the claim is somebody else's. A broken connection is made again and the
 * claim taken again, until released. It does not keep the process alive.
 */
export async function keepSession(keeping: Keeping): Promise<KeptSession | null> {
  let released = false;
  let current = await open();
  if (!current) return null;
  return {
    ask: async (sql, values) => {
      if (current) referable(current).ref();
      try {
        return await current!.query(sql, values);
      } finally {
        if (current) referable(current).unref();
      }
    },
    release: async () => {
      released = true;
      if (current) referable(current).ref();
      await current?.end().catch(() => {});
    },
  };

  async function open(): Promise<pg.Client | null> {
    const client = new pg.Client({
      connectionString: keeping.url,
      application_name: keeping.name,
      connectionTimeoutMillis: 5000,
    });
    client.on('error', () => {});
    await client.connect();
    if (await keeping.claim(client)) {
      referable(client).unref();
      client.once('end', () => void mend());
      return client;
    }
    await client.end();
    return null;
  }

  async function mend(): Promise<void> {
    while (!released) {
      await wait(200, undefined, { ref: false });
      try {
        current = await open();
      } catch {
        continue;
      }
      if (!current) keeping.onLost?.();
      else if (released) await current.end();
      return;
    }
  }
}

/** Known to pg, not to its types: whether the connection keeps the process alive. */
function referable(client: pg.Client): { ref(): void; unref(): void } {
  return client as pg.Client & { ref(): void; unref(): void };
}
