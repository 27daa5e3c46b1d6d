import { execFileSync, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../src/platform/config.ts';
import { round } from './measure.ts';

/**
 * From a clean clone to the first page (packages, build, database, demo), then a second start, in seconds.
 * Asked: a second start shows its first page within 5 s.
 */
export async function benchStart(): Promise<object> {
  const { root } = readConfig();
  const folder = await mkdtemp(join(tmpdir(), 'palabre-clone-'));
  try {
    execFileSync('git', ['clone', '--quiet', root, join(folder, 'palabre')]);
    const first = await secondsToFirstPage(join(folder, 'palabre'));
    const second = await secondsToFirstPage(join(folder, 'palabre'));
    return { cleanClone: first, secondStart: second, asked: { secondStart: 5 } };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function secondsToFirstPage(clone: string): Promise<number> {
  const { DATABASE_URL: _, PALABRE_ROOT: __, PALABRE_VAR: ___, ...env } = process.env;
  const begun = performance.now();
  const child = spawn(join(clone, 'bin/start'), ['--port', '0'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  try {
    for await (const chunk of child.stdout) {
      said += chunk;
      const port = /http:\/\/localhost:(\d+)/.exec(said)?.[1];
      if (!port) continue;
      const answer = await fetch(`http://127.0.0.1:${port}/`);
      if (answer.status !== 200) throw new Error(`${answer.status} at the first page`);
      await answer.text();
      return round((performance.now() - begun) / 1000, 1);
    }
    throw new Error(`No address was printed:\n${said}`);
  } finally {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  }
}
