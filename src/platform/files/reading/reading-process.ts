/** Hands a document to a process of its own, which is ended where it takes too long or too much. */
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { PaintedPage, Reading } from './read.ts';

export type ReadingRequest =
  | { ask: 'read'; mediaType: string; bytes: Uint8Array }
  | { ask: 'paint'; bytes: Uint8Array; page: number; width: number };

export type ReadingAnswer =
  | { ask: 'read'; reading: Reading }
  | { ask: 'paint'; page: PaintedPage | null };

export interface Bounds {
  /** Milliseconds. */
  time: number;
  /** Bytes of the whole process, what pages are painted on included. */
  memory: number;
}

const BOUNDS: Bounds = { time: 20_000, memory: 768 * 1024 * 1024 };
const HEAP_MB = 384;
/** Milliseconds between two looks at its memory. */
const BETWEEN_LOOKS = 100;

/** Beside the built server when built, at the root of the sources otherwise. */
const script = import.meta.url.endsWith('.ts')
  ? new URL('../../../reading-worker.ts', import.meta.url)
  : new URL('./reading-worker.js', import.meta.url);

let last: Promise<unknown> = Promise.resolve();

/** One document at a time in each process of the site; null: it ended without an answer. */
export async function askReader(
  request: ReadingRequest,
  bounds = BOUNDS,
): Promise<ReadingAnswer | null> {
  const turn = last.then(() => askOnce(request, bounds));
  last = turn;
  return turn;
}

/**
 * A process, not a thread: what reads PDF takes its memory outside of what V8 bounds, and may end whatever it runs in.
 * It is new for each document, knows nothing of our environment, writes no file, starts nothing and loads no native code.
 */
function askOnce(request: ReadingRequest, bounds: Bounds): Promise<ReadingAnswer | null> {
  return new Promise((resolve) => {
    const child = fork(script, {
      serialization: 'advanced',
      env: {},
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: ['--permission', '--allow-fs-read=*', `--max-old-space-size=${HEAP_MB}`],
    });
    const end = (answer: ReadingAnswer | null) => {
      clearTimeout(late);
      clearInterval(watch);
      child.kill('SIGKILL');
      resolve(answer);
    };
    const late = setTimeout(() => end(null), bounds.time);
    const watch = setInterval(() => {
      if (readMemory(child.pid) > bounds.memory) end(null);
    }, BETWEEN_LOOKS);
    child.once('message', (answer: ReadingAnswer) => end(answer));
    child.once('error', () => end(null));
    child.once('exit', () => end(null));
    child.send(request, (error) => error && end(null));
  });
}

const PAGE_BYTES = 4096;

/** Bytes that a process holds; 0 where the system does not tell, and time alone is the bound. */
function readMemory(pid: number | undefined): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]) * PAGE_BYTES;
  } catch {
    return 0;
  }
}
