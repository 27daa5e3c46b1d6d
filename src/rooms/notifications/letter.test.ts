import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startMailServer } from '../../../tests/make/mail-server.ts';
import { onlyLettersOf } from '../../../tests/make/mails.ts';
import { type MadePerson, makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { openPool } from '../../platform/database/database.ts';
import { runDueJobs } from '../../platform/jobs/worker.ts';
import { openPostman } from '../../platform/mail/mail.ts';
import { openJobs } from '../../site.tsx';
import { urls } from '../../urls.ts';
import { type Letter, queueLetter } from './index.ts';

let site: TestSite;
let person: MadePerson;
let officer: MadePerson;
let letter: Letter;
beforeAll(async () => {
  site = await openTestSite();
  person = await makePerson(site);
  officer = await makePerson(site, { roles: ['officer'] });
  letter = {
    organisationId: site.organisationId,
    topic: 'my-ideas',
    personId: person.id,
    address: person.email,
    locale: 'fr',
    subject: 'Votre idée',
    text: 'Bonjour.',
    target: null,
  };
  await site.runJobs();
});
afterAll(() => site.close());

const queue = (change: Partial<Letter> = {}) =>
  site.db.transaction().execute((tx) => queueLetter(tx, { ...letter, ...change }));
/** The same address with another last sign. */
const otherEnding = (path: string) => `${path.slice(0, -1)}${path.endsWith('0') ? '1' : '0'}`;
const received = (subject = 'Votre idée') => site.mails.filter((mail) => mail.subject === subject);

describe('letters', () => {
  it('are sent once, and not a second time under the same words', async () => {
    await queue({ onceKey: 'decision-1' });
    await queue({ onceKey: 'decision-1' });
    await site.runJobs();
    await site.runJobs();
    expect(received()).toHaveLength(1);
  });

  it('do not leave when what they tell is not kept', async () => {
    const before = received().length;
    await site.db
      .transaction()
      .execute(async (tx) => {
        await queueLetter(tx, letter);
        throw new Error('refused');
      })
      .catch(() => {});
    await site.runJobs();
    expect(received()).toHaveLength(before);
  });

  it('W13 take no line break in a header', async () => {
    await expect(queue({ subject: 'Votre idée\r\nBcc: x@exemple.fr' })).rejects.toThrow();
    await expect(queue({ address: 'a@exemple.fr\nb@exemple.fr' })).rejects.toThrow();
  });

  it('W4 are stopped by the link at their foot, that topic only; what is owed still comes, without a link', async () => {
    const subject = 'Un échange';
    await queue({ topic: 'exchanges', subject });
    await site.runJobs();
    const [mail] = received(subject);
    const path = new URL(/https?:\S+$/.exec(mail!.text)![0]).pathname;
    expect(mail!.unsubscribe).toContain(path);
    const reader = site.visitor();
    await reader.get(path);
    expect(reader.html).toContain('Ne plus recevoir ces courriels');
    expect((await reader.send(path.replace('exchanges', 'merges'), {})).status).toBe(404);
    expect((await reader.send(otherEnding(path), {})).status).toBe(404);
    await reader.post(path, {});
    await queue({ topic: 'exchanges', subject });
    await queue({ topic: 'my-ideas', subject });
    await queue({ topic: 'exchanges', subject, isOwed: true });
    await site.runJobs();
    expect(received(subject)).toHaveLength(3);
    expect(received(subject).filter((one) => !one.unsubscribe)).toHaveLength(1);
  });

  it('are chosen by their reader, topic by topic', async () => {
    const { client } = person;
    await client.get(urls.accountLetters());
    await client.post(urls.accountLetters(), onlyLettersOf('tasks'));
    expect(client.html).toContain('Vos choix sont enregistrés');
    await queue({ subject: 'Pas voulu' });
    await queue({ topic: 'tasks', subject: 'Voulu' });
    await site.runJobs();
    expect([received('Pas voulu').length, received('Voulu').length]).toEqual([0, 1]);
    await client.post(
      urls.accountLetters(),
      onlyLettersOf('my-ideas', 'tasks', 'exchanges', 'merges', 'editions'),
    );
  });
});

describe('a mail server of flesh', () => {
  it('F6 down for two hours: nothing is lost, nothing is sent twice, and a refused address is shown', async () => {
    const peer = await startMailServer();
    const { port } = peer;
    await peer.stop();
    const config = { ...site.config, smtpUrl: `smtp://127.0.0.1:${port}` };
    const pool = openPool(site.url, 4);
    const jobs = openJobs({ db: site.db, config, postman: openPostman(config) });
    // what waits until later is due now: hours pass, a hundred tries
    const pass = async () => {
      await pool.query(
        `select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs where task_identifier = 'send-letter'), run_at => now())`,
      );
      await runDueJobs(pool, jobs);
    };
    for (let index = 0; index < 20; index++) await queue({ subject: `Lettre ${index}` });
    await queue({ subject: 'Perdue', address: 'inconnue@exemple.fr', personId: null });
    for (let tries = 0; tries < 6; tries++) await pass();
    await officer.client.get(urls.adminLetters({ etat: 'en-attente' }));
    expect(officer.client.html).toContain('Nouvel essai à venir');
    const back = await startMailServer(port);
    for (let tries = 0; tries < 3; tries++) await pass();
    const subjects = back.emails.map(({ subject }) => subject).sort();
    expect(subjects).toEqual(Array.from({ length: 20 }, (_, index) => `Lettre ${index}`).sort());
    expect(new Set(back.emails.map(({ messageId }) => messageId)).size).toBe(20);

    await officer.client.get(urls.adminLetters({ etat: 'non-remis' }));
    expect(officer.client.html).toContain('Perdue');
    expect(officer.client.html).not.toContain('Lettre 3');
    const path = /href="(\/administration\/courriels\/[0-9a-f-]{36})"/.exec(
      officer.client.html,
    )![1]!;
    await officer.client.get(path);
    expect(officer.client.html).toContain('No such user');
    await back.stop();
    await pool.end();
  });

  it('W3 is read by officers of its organisation only', async () => {
    const { rows } = await openRows();
    const path = urls.adminLetter({ letter: rows[0]!.id });
    expect((await person.client.send(path)).status).toBe(403);
    expect((await officer.client.send(path)).status).toBe(200);
    expect(
      (await officer.client.send(urls.adminLetter({ letter: crypto.randomUUID() }))).status,
    ).toBe(404);
    expect((await officer.client.send(urls.adminLetter({ letter: 'rien' }))).status).toBe(404);
  });
});

const openRows = async () => ({
  rows: await site.db.selectFrom('letter').select('id').limit(1).execute(),
});
