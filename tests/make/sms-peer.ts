import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type pg from 'pg';

/** What the gateway does with the next asking. */
type Manner = 'take' | 'fail' | 'hang-up' | 'hang-up-after-taking' | 'silent' | 'redirect';

interface Asked {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
}

/** A real SMS gateway on this machine: it keeps what it was asked, and what it took, once for each key. */
export async function startSmsPeer(port = 0) {
  const asked: Asked[] = [];
  const taken = new Map<string, string>();
  const manners: Manner[] = [];
  let hear = () => {};
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const { method = '', url: path = '', headers } = request;
    asked.push({ method, path, headers, body });
    const manner = manners.shift() ?? 'take';
    if (manner === 'take' || manner === 'hang-up-after-taking')
      taken.set(String(headers['idempotency-key']), body);
    hear();
    if (manner === 'hang-up' || manner === 'hang-up-after-taking')
      return void request.socket.destroy();
    if (manner === 'silent') return;
    if (manner === 'redirect') response.setHeader('location', 'http://127.0.0.1:1/elsewhere');
    response.statusCode = { take: 202, fail: 500, redirect: 307 }[manner];
    response.end('{"status":"as said"}');
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const { port: bound } = server.address() as AddressInfo;
  return {
    asked,
    /** By idempotency key. */
    taken,
    port: bound,
    url: `http://127.0.0.1:${bound}/messages`,
    next: (...these: Manner[]) => void manners.push(...these),
    /** Resolves at the next asking. */
    heard: () => new Promise<void>((resolve) => (hear = resolve)),
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export type SmsPeer = Awaited<ReturnType<typeof startSmsPeer>>;

/** The worker writes a job's end after it says that it is done: returns when no job is held any more. */
export async function settleJobs(pool: pg.Pool): Promise<void> {
  const held = 'select from graphile_worker._private_jobs where locked_at is not null';
  while ((await pool.query(held)).rowCount !== 0);
}
