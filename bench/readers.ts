import { join } from 'node:path';
import { readConfig } from '../src/platform/config.ts';
import type { Database } from '../src/platform/database/database.ts';
import { createApp } from '../src/platform/http/app.ts';
import { openAssets } from '../src/platform/http/assets.ts';
import { Memory } from '../src/platform/http/memory.ts';
import { openSession } from '../src/rooms/identity/index.ts';
import { openSite } from '../src/site.tsx';

/** Opens a page as one person sees it; throws unless it is there. */
export type Reader = (path: string) => Promise<Response>;

/** The whole site in this process, keeping no page in memory. `readerOf` signs somebody in, second factor proven. */
export function openBenchSite(url: string, db: Database, organisationId: string) {
  const config = { ...readConfig(), databaseUrl: url };
  const assets = openAssets(join(config.root, 'dist/assets'));
  const site = openSite({ db, config, assets });
  const app = createApp({ site, config, db, assets, memory: new Memory({ seconds: 0 }) });
  return {
    config,
    /** Somebody without an account. */
    anybody: (async (path) => {
      const answer = await app.request(`http://localhost${path}`);
      if (answer.status !== 200) throw new Error(`${answer.status} ${path}`);
      return answer;
    }) as Reader,
    async readerOf(personId: string): Promise<Reader> {
      const factor = { factorProven: true };
      const token = await openSession(db, organisationId, personId, 'banc', factor);
      return async (path) => {
        const answer = await app.request(`http://localhost${path}`, {
          headers: { cookie: `palabre=${token}` },
        });
        if (answer.status !== 200) throw new Error(`${answer.status} ${path}`);
        return answer;
      };
    },
  };
}
