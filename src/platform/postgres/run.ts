import { spawn } from 'node:child_process';
import type { Account } from './account.ts';

export interface Outcome {
  code: number;
  output: string;
}

/**
 * Runs a program as the account and waits for its end. Never rejects for what the program does:
 * a program that could not be started at all is code 127 with the reason as output.
 * `inherit` are file descriptors that the program receives as 3, 4, …
 */
export function runAs(
  account: Account,
  program: string,
  words: string[],
  options: { cwd?: string; env?: Record<string, string>; inherit?: number[] } = {},
): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(program, words, {
      ...account.ids,
      cwd: options.cwd ?? '/',
      // A small environment: neither the locale nor the time zone of who starts it may shape a cluster.
      env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC', ...options.env },
      stdio: ['ignore', 'pipe', 'pipe', ...(options.inherit ?? [])],
    });
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (text) => (output += text));
    child.stderr?.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('error', (error) => resolve({ code: 127, output: error.message }));
    // `exit` and not `close`: a server that the program left running may keep the pipes open.
    child.on('exit', (code) =>
      setImmediate(() => resolve({ code: code ?? 1, output: output.trim() })),
    );
  });
}
