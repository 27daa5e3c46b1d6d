/** The operator's own program against viruses, asked about each upload that is kept (R149, W7). */
import { spawn } from 'node:child_process';
import { open } from 'node:fs/promises';
import type { Config } from '../config.ts';

export type Scanning = Pick<Config, 'scanCommand'>;

/** For what we draw ourselves: the pictures of a demonstration. */
export const NOT_SCANNED: Scanning = { scanCommand: null };

/** `off`: no program is named. */
export type ScanVerdict = 'clean' | 'infected' | 'not-looked-at' | 'off';

/** Milliseconds after which a program that says nothing is ended. */
const PATIENCE = 60_000;

// one at a time: such programs may take a gigabyte each
let last: Promise<unknown> = Promise.resolve();

/**
 * Gives the bytes, or a file that lies on the disk, to the program on its standard input, without a shell. It ends
 * with 0: clean, with 1: infected; whatever else it does, nobody looked.
 */
export async function scanUpload(
  { scanCommand }: Scanning,
  upload: Uint8Array | { path: string },
  patience = PATIENCE,
): Promise<ScanVerdict> {
  if (!scanCommand) return 'off';
  const turn = last.then(() => scanOnce(scanCommand, upload, patience));
  last = turn;
  return turn;
}

async function scanOnce(
  [program = '', ...words]: readonly string[],
  upload: Uint8Array | { path: string },
  patience: number,
): Promise<ScanVerdict> {
  const file = upload instanceof Uint8Array ? null : await open(upload.path, 'r');
  try {
    const ended = await run(program, words, file?.fd ?? (upload as Uint8Array), patience);
    if (ended === 0) return 'clean';
    if (ended === 1) return 'infected';
    console.error(`PALABRE_SCAN_COMMAND: ${program}: ${ended}`);
    return 'not-looked-at';
  } finally {
    await file?.close();
  }
}

/** The code it ended with, or what went wrong. */
function run(
  program: string,
  words: readonly string[],
  input: Uint8Array | number,
  patience: number,
): Promise<number | string> {
  return new Promise((resolve) => {
    const isFile = typeof input === 'number';
    const child = spawn(program, words, {
      stdio: [isFile ? input : 'pipe', 'ignore', 'ignore'],
      // nothing of our own settings is its business
      env: { PATH: process.env.PATH },
      // a group of its own: whatever it starts ends with it
      detached: true,
    });
    const end = (answer: number | string) => {
      clearTimeout(late);
      resolve(answer);
    };
    const late = setTimeout(() => {
      end('it takes too long');
      try {
        if (child.pid) process.kill(-child.pid, 'SIGKILL');
      } catch {
        // it ended just now
      }
    }, patience);
    child.once('error', (error) => end(error.message));
    child.once('exit', (code, signal) => end(code ?? `ended by ${signal}`));
    // it may have seen enough before the end
    child.stdin?.on('error', () => {});
    if (!isFile) child.stdin?.end(input);
  });
}
