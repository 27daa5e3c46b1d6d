/** Short-lived roots and processes for the tests of this folder. */
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withClient } from './connect.ts';

/** A root that every account may cross, as a checkout usually is. */
export function makeRoot(): string {
  const root = mkdtempSync(join(tmpdir(), 'palabre-root-'));
  chmodSync(root, 0o755);
  return root;
}

export function removeRoot(root: string): void {
  rmSync(root, { recursive: true, force: true });
}

/** A root under a folder that only we may enter. */
export function makeHiddenRoot(): { hidden: string; root: string } {
  const hidden = mkdtempSync(join(tmpdir(), 'palabre-hidden-'));
  const root = join(hidden, 'project');
  mkdirSync(root);
  return { hidden, root };
}

export async function askOne<Value>(url: string, sql: string): Promise<Value> {
  return withClient(url, async (client) => {
    const { rows } = await client.query({ text: sql, rowMode: 'array' });
    return rows[0]?.[0] as Value;
  });
}

export async function execute(url: string, sql: string): Promise<void> {
  await withClient(url, (client) => client.query(sql));
}

/** Waits until it is so; the test's own time limit is the limit. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20));
}

export interface OtherProcess {
  pid: number;
  /** The next line that it prints, parsed; rejects with its errors when it ended without. */
  next<Value>(): Promise<Value>;
  kill(signal: NodeJS.Signals): Promise<void>;
}

/**
 * Runs a module text in another process, where `startPostgres`, `holdServerLock` and `print` exist.
 * It lives until it is killed, or ends by itself.
 */
export function runElsewhere(text: string, ids: { uid?: number; gid?: number } = {}): OtherProcess {
  const door = new URL('./index.ts', import.meta.url).href;
  const program = `
    import { holdServerLock, startPostgres } from ${JSON.stringify(door)};
    const print = (value) => console.log(JSON.stringify(value));
    ${text}`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    ...ids,
    cwd: '/',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  let errors = '';
  let ended = false;
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    rest += chunk;
    const whole = rest.split('\n');
    rest = whole.pop()!;
    lines.push(...whole);
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    errors += chunk;
  });
  const end = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      errors += error.message;
    });
    child.once('close', () => {
      ended = true;
      resolve();
    });
  });
  return {
    pid: child.pid!,
    next: async () => {
      await until(() => lines.length > 0 || ended);
      if (lines.length === 0) throw new Error(errors);
      return JSON.parse(lines.shift()!);
    },
    kill: async (signal) => {
      child.kill(signal);
      await end;
    },
  };
}
