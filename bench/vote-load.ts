import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Two clients that cast ballots from a process of their own, with as many connections each. */

export interface CastRequest {
  path: string;
  cookie: string;
  body: string;
}

/** A statement as the driver got it; `name` stands where each voter has a value of their own. */
export interface Statement {
  text: string;
  values: readonly ({ name: string } | { names: readonly string[] } | { value: unknown })[];
}

export interface CastLoad {
  perSecond: number;
  /** Of each ballot. */
  milliseconds: number[];
}

/** Requests in flight, and connections to the database on the other side: the server's pool has ten. */
const IN_FLIGHT = 32;
const CONNECTIONS = 10;

export function castByHttp(address: string, requests: readonly CastRequest[]): Promise<CastLoad> {
  return runClient(HTTP, { address, requests, inFlight: IN_FLIGHT });
}

export function castByDriver(
  url: string,
  statements: readonly Statement[],
  voters: readonly Record<string, string>[],
): Promise<CastLoad> {
  return runClient(DRIVER, { url, statements, voters, inFlight: CONNECTIONS });
}

export interface SteadyLoad extends CastLoad {
  acknowledged: number;
  refused: number;
}

/** Each ballot at its time, whether or not those before it were answered. */
export function castSteadily(
  address: string,
  requests: readonly CastRequest[],
  perSecond: number,
): Promise<SteadyLoad> {
  return runClient(STEADY, { address, requests, perSecond, inFlight: 0 });
}

async function runClient<T extends CastLoad>(script: string, work: object): Promise<T> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', SHARED + script], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(JSON.stringify(work));
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error('A client of the measurement failed.');
  return JSON.parse(said) as T;
}

const SHARED = `
let text = '';
for await (const chunk of process.stdin) text += chunk;
const work = JSON.parse(text);
const milliseconds = [];
async function all(items, one) {
  let next = 0;
  const started = performance.now();
  await Promise.all(Array.from({ length: work.inFlight }, async () => {
    while (next < items.length) {
      const item = items[next++];
      const begun = performance.now();
      await one(item);
      milliseconds.push(performance.now() - begun);
    }
  }));
  return items.length / ((performance.now() - started) / 1000);
}
`;

const HTTP = `
import http from 'node:http';
const agent = new http.Agent({ keepAlive: true, maxSockets: work.inFlight });
const url = new URL(work.address);
const perSecond = await all(work.requests, ({ path, cookie, body }) => new Promise((resolve, reject) => {
  const headers = { host: 'localhost', origin: 'http://localhost', cookie,
    'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) };
  const request = http.request({ agent, host: url.hostname, port: url.port, path, method: 'POST', headers }, (answer) => {
    answer.resume();
    answer.on('end', () => answer.statusCode === 303 ? resolve() : reject(new Error('status ' + answer.statusCode)));
  });
  request.on('error', reject);
  request.end(body);
}));
agent.destroy();
process.stdout.write(JSON.stringify({ perSecond, milliseconds }));
`;

const DRIVER = `
import pg from 'pg';
const pool = new pg.Pool({ connectionString: work.url, max: work.inFlight });
const perSecond = await all(work.voters, async (voter) => {
  const client = await pool.connect();
  for (const { text, values } of work.statements)
    await client.query(text, values.map((one) =>
      one.names ? one.names.map((name) => voter[name]) : one.name ? voter[one.name] : one.value));
  client.release();
});
await pool.end();
process.stdout.write(JSON.stringify({ perSecond, milliseconds }));
`;

const STEADY = `
import http from 'node:http';
const agent = new http.Agent({ keepAlive: true });
const url = new URL(work.address);
let acknowledged = 0, refused = 0;
const started = performance.now();
await Promise.all(work.requests.map(({ path, cookie, body }, at) => new Promise((resolve) => {
  const due = at * 1000 / work.perSecond;
  const headers = { host: 'localhost', origin: 'http://localhost', cookie,
    'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) };
  const ended = (right) => {
    if (right) acknowledged++; else refused++;
    milliseconds.push(performance.now() - started - due);
    resolve();
  };
  setTimeout(() => {
    const request = http.request({ agent, host: url.hostname, port: url.port, path, method: 'POST', headers }, (answer) => {
      answer.resume();
      answer.on('end', () => ended(answer.statusCode === 303));
    });
    request.on('error', () => ended(false));
    request.end(body);
  }, due);
})));
const perSecond = acknowledged / ((performance.now() - started) / 1000);
agent.destroy();
process.stdout.write(JSON.stringify({ perSecond, milliseconds, acknowledged, refused }));
`;
