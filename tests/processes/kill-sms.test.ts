import { afterAll, beforeAll, expect, it } from 'vitest';
import { openKeys } from '../../src/platform/keys/keys.ts';
import { queueSms } from '../../src/platform/sms/sms.ts';
import { type SmsPeer, startSmsPeer } from '../make/sms-peer.ts';
import { openTestSite, type TestSite } from '../site-client.ts';
import { type Process, run } from './server.ts';

let site: TestSite;
let peer: SmsPeer;
const servers: Process[] = [];
beforeAll(async () => {
  site = await openTestSite();
  peer = await startSmsPeer();
});
afterAll(async () => {
  for (const { child } of servers) child.kill('SIGKILL');
  await peer.stop();
  await site.close();
});

/** A whole server whose jobs are those of production. */
async function start(): Promise<Process> {
  const server = run('main', ['--port', '0'], {
    PALABRE_VAR: site.config.varFolder,
    DATABASE_URL: site.url,
    PALABRE_SMS_URL: peer.url,
  });
  servers.push(server);
  await server.says(/http:\/\/localhost:(\d+)/);
  return server;
}

const queue = (text: string, until?: Date) => {
  const key = openKeys(site.config.keysFolder).rollKey();
  return queueSms(site.db, key, { to: '+33612345678', text, ...(until && { until }) });
};
const textsOf = () => peer.asked.map(({ body }) => (JSON.parse(body) as { text: string }).text);

it('F1 F6 killed in the middle of a send: a message goes again with its own key, a code that ended does not', async () => {
  const first = await start();
  // the gateway has heard both, and says nothing
  peer.next('silent', 'silent');
  await queue('message');
  await queue('code', new Date(Date.now() + 60_000));
  while (peer.asked.length < 2) await peer.heard();
  first.child.kill('SIGKILL');
  await first.ended;
  const [held] = (
    await site.pool.query(
      `select count(*)::int as jobs from graphile_worker.jobs where task_identifier = 'send-sms' and locked_at is not null`,
    )
  ).rows as { jobs: number }[];
  expect(held!.jobs).toBe(2);

  // the queue frees what a dead process held after four hours; the code has ended long before
  await site.pool.query(
    `update graphile_worker._private_jobs set locked_at = null, locked_by = null,
      payload = case when payload->>'until' is null then payload
        else jsonb_set(payload::jsonb, '{until}', '"2020-01-01T00:00:00.000Z"')::json end
     where locked_at is not null`,
  );
  const second = await start();
  const waiting = `select from graphile_worker.jobs where task_identifier = 'send-sms'`;
  while ((await site.pool.query(waiting)).rowCount !== 0);
  second.child.kill('SIGTERM');
  expect(await second.ended).toBe(0);
  expect(textsOf().sort()).toEqual(['code', 'message', 'message']);
  const keys = new Set(
    peer.asked
      .filter(({ body }) => body.includes('message'))
      .map(({ headers }) => headers['idempotency-key']),
  );
  expect(keys.size).toBe(1);
});
