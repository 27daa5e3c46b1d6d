import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type SmsPeer, settleJobs, startSmsPeer } from '../../../tests/make/sms-peer.ts';
import { createTestDatabase, type TestDatabase } from '../../../tests/setup/database.ts';
import { type Config, readConfig } from '../config.ts';
import { type Database, openDatabase, openPool } from '../database/database.ts';
import { runDueJobs } from '../jobs/worker.ts';
import { outboxFolder } from '../mail/mail.ts';
import { openSmsGateway, type QueuedSms, queueSms, sendQueuedSms } from './sms.ts';

const sms = { to: '+33612345678', text: 'Évry : "123 456"\n\n@localhost #123456 & {to}' };

let folder: string;
let peer: SmsPeer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'palabre-sms-'));
  peer = await startSmsPeer();
});
afterAll(async () => {
  await peer.stop();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => {
  peer.asked.length = 0;
  peer.taken.clear();
});

const configure = (set: Record<string, string> = {}): Config =>
  readConfig({ PALABRE_VAR: folder, PALABRE_SMS_URL: peer.url, ...set });
const send = (config: Config, id = 'id-1') => openSmsGateway(config).send(sms, id);

describe('a message through an HTTP gateway', () => {
  it('arrives as JSON, escaped, with its key and the secret of a header', async () => {
    await send(
      configure({
        PALABRE_SMS_HEADERS: '{"Authorization":"Bearer {secret}"}',
        PALABRE_SMS_SECRET: 'a$&b',
        PALABRE_SMS_BODY: '{"messages":[{"dest":"{digits}","body":"{text}","ref":"{id}"}]}',
      }),
    );
    const [asked] = peer.asked;
    expect(JSON.parse(asked!.body)).toEqual({
      messages: [{ dest: '33612345678', body: sms.text, ref: 'id-1' }],
    });
    expect(asked).toMatchObject({ method: 'POST', path: '/messages' });
    expect(asked!.headers).toMatchObject({
      authorization: 'Bearer a$&b',
      'content-type': 'application/json',
      'idempotency-key': 'id-1',
    });
  });

  it('arrives as a form, or in the address of a GET, escaped', async () => {
    await send(configure({ PALABRE_SMS_BODY: 'to={to}&from={sender}&msg={text}' }));
    await send(
      configure({ PALABRE_SMS_METHOD: 'GET', PALABRE_SMS_URL: `${peer.url}?to={to}&m={text}` }),
    );
    const [form, got] = peer.asked;
    expect(Object.fromEntries(new URLSearchParams(form!.body))).toEqual({
      to: sms.to,
      from: 'Palabre',
      msg: sms.text,
    });
    expect(form!.headers['content-type']).toBe('application/x-www-form-urlencoded');
    const address = new URL(got!.path, peer.url);
    expect(Object.fromEntries(address.searchParams)).toEqual({ to: sms.to, m: sms.text });
    expect(got!.body).toBe('');
  });

  it('F6 an answer that is not the expected one is no answer, and tells neither number nor secret', async () => {
    const config = configure({
      PALABRE_SMS_HEADERS: '{"X-Key":"{secret}"}',
      PALABRE_SMS_SECRET: 'very-secret',
    });
    const impatient = {
      ...config,
      sms: { ...config.sms, gateway: { ...config.sms.gateway!, patience: 200 } },
    };
    peer.next('fail', 'hang-up', 'redirect', 'silent');
    const words: string[] = [];
    for (const one of [config, config, config, impatient])
      await send(one).catch((error: Error) => words.push(String(error.stack)));
    expect(words).toEqual([
      expect.stringContaining('status 500'),
      expect.stringMatching(/UND_ERR_SOCKET|ECONNRESET|no answer/),
      expect.stringContaining('status 307'),
      expect.stringContaining('no answer in time'),
    ]);
    expect(words.join()).not.toMatch(/612345678|very-secret/);
    await expect(send(configure({ PALABRE_SMS_EXPECT: '200' }))).rejects.toThrow('status 202');
    await send(configure({ PALABRE_SMS_EXPECT: '200,202' }));
  });

  it('settings that cannot work are refused at the start', () => {
    const settings: Record<string, string>[] = [
      { PALABRE_SMS_URL: 'http://passerelle.example/sms' },
      { PALABRE_SMS_URL: 'passerelle' },
      { PALABRE_SMS_HEADERS: 'Authorization: x' },
      { PALABRE_SMS_HEADERS: '{"Two words":"x"}' },
      { PALABRE_SMS_BODY: '{"to":{to}' },
      { PALABRE_SMS_EXPECT: 'ok' },
      { PALABRE_SMS_SENDER: 'Ville de Fleury' },
      { PALABRE_SMS_COUNTRIES: 'FR,XX' },
      { PALABRE_SMS_COUNTRIES: '' },
      { PALABRE_SMS_PER_HOUR: '0' },
    ];
    for (const broken of settings)
      expect(() => configure(broken), JSON.stringify(broken)).toThrow('PALABRE_SMS');
  });
});

describe('the queue', () => {
  const key = randomBytes(32);
  let database: TestDatabase;
  let db: Database;
  let pool: ReturnType<typeof openPool>;
  beforeAll(async () => {
    database = await createTestDatabase();
    db = openDatabase(database.url, { size: 2 });
    pool = openPool(database.url, 4);
  });
  afterAll(async () => {
    await pool.end();
    await db.destroy();
    await database.drop();
  });
  const run = async (config: Config) => {
    await runDueJobs(pool, {
      'send-sms': (queued: QueuedSms) => sendQueuedSms(openSmsGateway(config), key, queued),
    });
    await settleJobs(pool);
  };
  const waiting = async () => {
    const { rows } = await pool.query(
      'select attempts, last_error from graphile_worker.jobs order by id',
    );
    return rows as { attempts: number; last_error: string | null }[];
  };
  const due = () =>
    pool.query(
      'select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs), run_at => now())',
    );

  it('F6 a gateway that is down two hours: messages wait, then each is taken once', async () => {
    const gone = await startSmsPeer();
    await gone.stop();
    const config = configure({ PALABRE_SMS_URL: gone.url });
    for (let number = 0; number < 12; number++)
      await queueSms(db, key, { ...sms, text: `message ${number}` });
    for (let round = 0; round < 4; round++) {
      await run(config);
      await due();
    }
    const jobs = await waiting();
    expect(jobs).toHaveLength(12);
    for (const job of jobs) {
      expect(job.attempts).toBe(4);
      expect(job.last_error).toContain('ECONNREFUSED');
    }
    const back = await startSmsPeer(gone.port);
    back.next('fail', 'take', 'hang-up');
    while ((await waiting()).length > 0) {
      await due();
      await run(config);
    }
    const texts = [...back.taken.values()].map((body) => JSON.parse(body).text as string);
    expect(texts.sort()).toEqual(Array.from({ length: 12 }, (_, at) => `message ${at}`).sort());
    expect(back.asked).toHaveLength(14);
    expect(await waiting()).toEqual([]);
    await back.stop();
  });

  it('F6 a yes that is lost on its way: asked again with the same key, which the gateway knows', async () => {
    await queueSms(db, key, sms);
    peer.next('hang-up-after-taking');
    await run(configure());
    await due();
    await run(configure());
    expect(peer.asked).toHaveLength(2);
    expect(peer.taken.size).toBe(1);
    expect(await waiting()).toEqual([]);
  });

  it('a message exists if and only if the rows of its writer do', async () => {
    await db
      .transaction()
      .execute(async (tx) => {
        await queueSms(tx, key, sms);
        throw new Error('undone');
      })
      .catch(() => undefined);
    expect(await waiting()).toEqual([]);
  });

  it('what has ended, and what was never to be sent, is not sent; neither number nor text is in the database', async () => {
    await queueSms(db, key, { ...sms, until: new Date(Date.now() - 1000) });
    await queueSms(db, key, null);
    const { rows } = await pool.query(`select payload::text from graphile_worker._private_jobs`);
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows)).not.toMatch(/612345678|123456|123 456|localhost/);
    await run(configure());
    expect(peer.asked).toEqual([]);
    expect(await waiting()).toEqual([]);
  });

  it('W13 only a number in E.164 is written to', async () => {
    for (const to of [
      '',
      '0612345678',
      '+33612345678,+33612345679',
      '+33612345678\n',
      '+0',
      '+33 6',
    ])
      await expect(queueSms(db, key, { ...sms, to }), to).rejects.toThrow('E.164');
  });
});

it('without a gateway each message is a whole file of the outbox', async () => {
  const config = readConfig({ PALABRE_VAR: folder });
  await Promise.all([send(config), send(config)]);
  const names = await readdir(outboxFolder(config));
  expect(names).toHaveLength(2);
  expect(names.every((name) => name.endsWith('.sms'))).toBe(true);
  const kept = JSON.parse(await readFile(join(outboxFolder(config), names[0]!), 'utf8'));
  expect(kept).toMatchObject({ ...sms, sender: 'Palabre' });
});
