import { spawn } from 'node:child_process';

/** Requests per second of one address, by a bounded number of keep-alive connections, for some seconds. */
export interface Load {
  perSecond: number;
  failures: number;
}

/**
 * Loads an address from a second process, so that the client does not share the server's thread.
 * Loopback only, bounded in connections and seconds.
 */
export async function load(
  url: string,
  options: { connections?: number; seconds?: number; cookie?: string } = {},
): Promise<Load> {
  const { connections = 32, seconds = 2, cookie = '' } = options;
  if (new URL(url).hostname !== '127.0.0.1') throw new Error('Loopback only.');
  const child = spawn(
    process.execPath,
    ['--input-type=module', '-e', CLIENT, url, String(connections), String(seconds), cookie],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  let text = '';
  for await (const chunk of child.stdout) text += chunk;
  return JSON.parse(text) as Load;
}

const CLIENT = `
import http from 'node:http';
const [url, connections, seconds, cookie] = process.argv.slice(1);
const agent = new http.Agent({ keepAlive: true, maxSockets: Number(connections) });
const headers = { host: 'localhost', ...(cookie && { cookie }) };
let done = 0, failures = 0;
const end = performance.now() + Number(seconds) * 1000;
const started = performance.now();
function once() {
  return new Promise((resolve) => {
    http.get(url, { agent, headers }, (answer) => {
      if (answer.statusCode !== 200) failures++;
      answer.on('data', () => {}).on('end', resolve);
    }).on('error', () => { failures++; resolve(); });
  });
}
await Promise.all(Array.from({ length: Number(connections) }, async () => {
  while (performance.now() < end) { await once(); done++; }
}));
agent.destroy();
process.stdout.write(JSON.stringify({ perSecond: done / ((performance.now() - started) / 1000), failures }));
`;

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
}

export const round = (value: number, digits = 3): number => Number(value.toFixed(digits));
