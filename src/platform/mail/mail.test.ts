import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../tests/setup/database.ts';
import { type Config, readConfig } from '../config.ts';
import { openDatabase, openPool } from '../database/database.ts';
import { runDueJobs } from '../jobs/worker.ts';
import { type Mail, openPostman, outboxFolder, queueMail } from './mail.ts';

const mail: Mail = {
  to: 'camille@exemple.fr',
  subject: 'Votre idée « élagage » est publiée · Évry',
  text: 'Bonjour,\n\nL’élagage commence à 18 h : https://localhost/editions/2026?vers=%2Fidees\n\nÀ bientôt 🌳',
  locale: 'fr',
  replyTo: 'participation@fleury.example',
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'palabre-mail-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const configure = (smtpUrl?: string): Config =>
  readConfig({ PALABRE_VAR: folder, ...(smtpUrl && { SMTP_URL: smtpUrl }) });

/** A real mail server that keeps what it is given. */
async function startServer(port = 0) {
  const received: { to: string[]; email: Email }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      buffer(stream).then(async (bytes) => {
        const email = await PostalMime.parse(bytes);
        received.push({ to: session.envelope.rcptTo.map(({ address }) => address), email });
        done();
      }, done);
    },
  });
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', () => listening()));
  const { port: taken } = server.server.address() as AddressInfo;
  return {
    received,
    port: taken,
    url: `smtp://127.0.0.1:${taken}`,
    stop: () => new Promise<void>((stopped) => server.close(() => stopped())),
  };
}

describe('mail over SMTP', () => {
  let server: Awaited<ReturnType<typeof startServer>>;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());
  beforeEach(() => {
    server.received.length = 0;
  });

  it('arrives as written: accents, emoji, links, language, reply address', async () => {
    await openPostman(configure(server.url)).send(mail);
    const { to, email } = server.received[0]!;
    expect(to).toEqual(['camille@exemple.fr']);
    expect(email.subject).toBe(mail.subject);
    expect(email.text?.trim()).toBe(mail.text);
    expect(email.replyTo?.[0]).toMatchObject({ address: mail.replyTo });
    expect(email.headers).toContainEqual(
      expect.objectContaining({ key: 'content-language', value: 'fr' }),
    );
    expect(email.html).toBeUndefined();
  });

  it('says where one POST stops such mails, where there is such an address (RFC 8058)', async () => {
    const unsubscribe = 'https://localhost/rappels/0123';
    await openPostman(configure(server.url)).send({ ...mail, unsubscribe });
    await openPostman(configure(server.url)).send(mail);
    const [stoppable, plain] = server.received.map(({ email }) =>
      Object.fromEntries(email.headers.map(({ key, value }) => [key, value])),
    );
    expect(stoppable).toMatchObject({
      'list-unsubscribe': `<${unsubscribe}>`,
      'list-unsubscribe-post': 'List-Unsubscribe=One-Click',
    });
    expect(Object.keys(plain!)).not.toContain('list-unsubscribe');
  });

  it('W13: a line break in a header is refused before it is queued', async () => {
    const database = await createTestDatabase();
    const db = openDatabase(database.url, { size: 1 });
    for (const broken of [
      { to: 'a@exemple.fr\r\nBcc: victime@exemple.fr' },
      { to: 'a@exemple.fr\0' },
      { subject: 'Bonjour\nBcc: victime@exemple.fr' },
    ])
      await expect(queueMail(db, { ...mail, ...broken })).rejects.toThrow('line break');
    await db.destroy();
    await database.drop();
  });

  it('W13: whatever stands in the fields, one recipient and no header more', async () => {
    const postman = openPostman(configure(server.url));
    await postman.send({ ...mail, subject: 'Bonjour\r\nBcc: victime@exemple.fr\r\n\r\nCorps' });
    await postman.send({ ...mail, text: '.\r\nQUIT\r\n\r\n.\r\nRCPT TO:<victime@exemple.fr>' });
    await postman
      .send({ ...mail, to: 'camille@exemple.fr, victime@exemple.fr' })
      .catch(() => undefined);
    for (const { to, email } of server.received) {
      expect(to).not.toContain('victime@exemple.fr');
      expect(email.bcc ?? []).toEqual([]);
      expect(email.headers.map(({ key }) => key)).not.toContain('bcc');
    }
    expect(server.received.length).toBeGreaterThanOrEqual(2);
  });
});

describe('a mail server that is down', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it('F6: the job waits, tries again, and the mail arrives once', async () => {
    const gone = await startServer();
    await gone.stop();
    const db = openDatabase(database.url, { size: 2 });
    const pool = openPool(database.url, 4);
    const postman = openPostman(configure(gone.url));
    const attempts: unknown[] = [];
    const jobs = {
      'send-mail': async (queued: Mail) => {
        attempts.push(queued);
        await postman.send(queued);
      },
    };
    await queueMail(db, mail);
    await runDueJobs(pool, jobs);
    await runDueJobs(pool, jobs);
    expect(attempts).toHaveLength(1);
    const { rows } = await pool.query('select id, attempts, last_error from graphile_worker.jobs');
    expect(rows).toEqual([
      expect.objectContaining({ attempts: 1, last_error: expect.stringContaining('ECONNREFUSED') }),
    ]);

    const back = await startServer(gone.port);
    await pool.query('select graphile_worker.reschedule_jobs(array[$1::bigint], run_at => now())', [
      rows[0].id,
    ]);
    await runDueJobs(pool, jobs);
    await runDueJobs(pool, jobs);
    expect(back.received.map(({ email }) => email.subject)).toEqual([mail.subject]);
    await back.stop();
    await pool.end();
    await db.destroy();
  });
});

describe('without a mail server', () => {
  it('each mail is a whole file of the outbox, named by its time', async () => {
    const config = configure();
    const postman = openPostman(config);
    await Promise.all([postman.send(mail), postman.send({ ...mail, subject: 'Deuxième' })]);
    const names = await readdir(outboxFolder(config));
    expect(names).toHaveLength(2);
    const read = names.map((name) => readFile(join(outboxFolder(config), name)));
    const emails = await Promise.all((await Promise.all(read)).map((one) => PostalMime.parse(one)));
    expect(emails.map((email) => email.subject).sort()).toEqual(['Deuxième', mail.subject]);
    expect(emails[0]!.text?.trim()).toBe(mail.text);
  });
});
