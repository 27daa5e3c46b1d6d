import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { readConfig } from '../src/platform/config.ts';
import { databaseAt } from '../src/platform/postgres/connect.ts';
import { locatePostgres } from '../src/platform/postgres/index.ts';

/** A database of its own for one measurement, on the server that the site would use. */
export async function withScratchDatabase<T>(run: (url: string) => Promise<T>): Promise<T> {
  const config = readConfig();
  const postgres = config.databaseUrl ? null : await locatePostgres(config.root, config.varFolder);
  const home = config.databaseUrl ?? postgres!.url;
  const name = `palabre_bench_${process.pid}`;
  const client = new pg.Client({ connectionString: home });
  await client.connect();
  await client.query(`create database ${name}`);
  try {
    return await run(databaseAt(home, name));
  } finally {
    await client.query(`drop database ${name} with (force)`);
    await client.end();
    if (postgres && !postgres.adopted) await postgres.stop();
  }
}

export interface RunningServer {
  /** `http://127.0.0.1:PORT` */
  address: string;
  pid: number;
  stop(): Promise<void>;
}

/** The built server on a free port with its own folders and the demo loaded. Ends with `stop`. */
export async function startServer(databaseUrl: string): Promise<RunningServer> {
  const { root } = readConfig();
  const folder = await mkdtemp(join(tmpdir(), 'palabre-bench-'));
  const child = spawn(process.execPath, [join(root, 'dist/main.js'), '--port', '0'], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PALABRE_ROOT: root,
      PALABRE_VAR: folder,
      DATABASE_URL: databaseUrl,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  for await (const chunk of child.stdout) {
    said += chunk;
    const port = /http:\/\/localhost:(\d+)/.exec(said)?.[1];
    if (!port) continue;
    child.stdout.resume();
    return {
      address: `http://127.0.0.1:${port}`,
      pid: child.pid!,
      async stop() {
        const ended = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGTERM');
        await ended;
        await rm(folder, { recursive: true, force: true });
      },
    };
  }
  throw new Error(`The server did not start:\n${said}`);
}
