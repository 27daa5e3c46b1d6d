import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makePause } from '../../../../tests/make/contact.ts';
import { makeEdition } from '../../../../tests/make/editions.ts';
import { makeIdea } from '../../../../tests/make/ideas.ts';
import { startMailServer } from '../../../../tests/make/mail-server.ts';
import { mailsOf } from '../../../../tests/make/mails.ts';
import { makeMeeting } from '../../../../tests/make/meetings.ts';
import { askFor, makeNews, makeNewsletter } from '../../../../tests/make/news.ts';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { hiddenIn } from '../../../../tests/make/realisations.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { openPool } from '../../../platform/database/database.ts';
import { runDueJobs } from '../../../platform/jobs/worker.ts';
import { openPostman } from '../../../platform/mail/mail.ts';
import { openJobs } from '../../../site.tsx';
import { urls } from '../../../urls.ts';
import { supportIdea } from '../../ideas/index.ts';
import { withdrawNews } from '../news-writing.store.ts';

let site: TestSite;
let officer: MadePerson;
let readers: MadePerson[];
let act: { organisationId: string; by: string };
beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { roles: ['officer'], email: 'agathe@fleury.example' });
  act = { organisationId: site.organisationId, by: officer.id };
  readers = [
    await makePerson(site),
    await makePerson(site, { locale: 'en' }),
    await makePerson(site),
  ];
  for (const { id } of readers.slice(0, 2)) await askFor(site, site.organisationId, id);
});
afterAll(() => site.close());
beforeEach(async () => {
  // what the jobs of a test left waiting belongs to it
  await site.runJobs();
});

const at = (newsletter: string) => ({ newsletter });
const send = (newsletter: string, fields: Record<string, string> = {}) =>
  officer.client.post(urls.adminNewsletterSend(at(newsletter)), { version: '1', ...fields });
const typed = { objet: 'La lettre', mots: 'Bonjour.', lecteurs: 'tous' };

describe('R41 a newsletter', () => {
  it('R41 W13 what does not hold comes back with everything typed: empty, two lines of subject, unknown readers', async () => {
    const { client } = officer;
    for (const [wrong, words] of [
      [{ objet: '' }, 'Écrivez quelques mots ici'],
      [{ objet: 'La lettre\r\nBcc: x@y.fr' }, 'une seule ligne'],
      [{ 'objet-en': 'Letter\nBcc: x@y.fr' }, 'une seule ligne'],
      [{ mots: '' }, 'la lettre est vide'],
      [{ mots: 'x'.repeat(5001) }, 'caractères au plus'],
      [{ lecteurs: 'edition:00000000-0000-4000-8000-000000000000' }, 'destinataires dans la liste'],
    ] as const) {
      await client.post(urls.adminNewNewsletter(), { ...typed, ...wrong });
      expect(client.status, words).toBe(422);
      expect(client.main).toContain(words);
      expect(client.main).toContain(Object.hasOwn(wrong, 'objet') ? 'Bonjour.' : 'La lettre');
    }
    const { rows } = await site.pool.query('select 1 from newsletter');
    expect(rows).toEqual([]);
  });

  it('R41 the preview is what is sent, text and HTML, in both languages; only what is public is told', async () => {
    const { client } = officer;
    const news = await makeNews(site, act, { title: 'Le vote <ouvre>', summary: 'Lundi & mardi.' });
    const draft = await makeNews(site, act, { title: 'Brouillonne', published: false });
    const meeting = await makeMeeting(site, { title: 'Atelier du parc' });
    await client.post(urls.adminNewNewsletter(), {
      ...typed,
      mots: 'Bonjour, [les règles](/charte).',
      'objet-en': 'The letter',
      actualite: [news.id, draft.id] as unknown as string,
      rencontre: meeting.id,
    });
    const newsletter = client.path.split(/[/?]/).at(-1)!;
    const page = async (langue: string) =>
      (await client.send(urls.adminNewsletterMail(at(newsletter), { langue }))).text();
    const html = { fr: await page('fr'), en: await page('en') };
    expect(html.fr).toContain('Le vote &lt;ouvre>');
    expect(html.fr).toContain('href="http://localhost:3000/charte"');
    expect(html.fr).not.toContain('Brouillonne');
    expect(html.fr).toContain('Ne plus recevoir ces courriels');
    expect(html.en).toContain('<h1>The letter</h1>');
    const [trial] = await mailsOf(site, () =>
      client.post(urls.adminNewsletterTrial(at(newsletter)), { langue: 'fr' }),
    );
    expect(trial!.to).toBe(officer.email);
    expect(trial!.subject).toContain('La lettre');
    await client.get(urls.adminNewsletterSend(at(newsletter)));
    expect(client.main).toContain('Envoyer à 2 personnes');
    const mails = await mailsOf(site, () => send(newsletter));
    expect(mails.map(({ to }) => to).sort()).toEqual(
      readers
        .slice(0, 2)
        .map(({ email }) => email)
        .sort(),
    );
    const french = mails.find(({ locale }) => locale === 'fr')!;
    const english = mails.find(({ locale }) => locale === 'en')!;
    // but for the link of each reader
    const withoutLink = (text = '') => text.replaceAll(/\/courriels\/[^"\s]+/g, '');
    expect(withoutLink(french.html)).toBe(withoutLink(html.fr));
    expect(english.subject).toBe('The letter');
    for (const words of ['Le vote <ouvre>', 'Atelier du parc', 'http://localhost:3000/charte'])
      expect(french.text).toContain(words);
    expect(french.unsubscribe).toMatch(/^http:\/\/localhost:3000\//);
    expect(english.text).toContain('Stop receiving');
    await client.get(urls.adminNewsletter(at(newsletter)));
    expect(client.main).toContain('Envoyée');
    const { rows } = await site.pool.query(
      `select detail from fact where kind = 'newsletter.sent'`,
    );
    expect(rows.at(-1).detail).toMatchObject({ subject: 'La lettre', count: 2 });
  });

  it('R41 a segment narrows those who asked and adds nobody; nobody in it, nothing is sent', async () => {
    const edition = await makeEdition(site, { phase: 'collection', slug: 'segment' });
    const idea = await makeIdea(site, edition, { authorId: readers[0]!.id });
    const asked = { organisationId: site.organisationId, ideaId: idea.id };
    // the third never asked for the newsletter
    await supportIdea(site.db, { ...asked, personId: readers[2]!.id });
    const written = { segment: { kind: 'edition', editionId: edition.id } } as const;
    const one = await makeNewsletter(site, act, written);
    const mails = await mailsOf(site, () => send(one));
    expect(mails.map(({ to }) => to)).toEqual([readers[0]!.email]);
    const [, other] = edition.categories;
    const nobody = await makeNewsletter(site, act, {
      segment: { kind: 'category', editionId: edition.id, categoryId: other!.id },
    });
    await officer.client.get(urls.adminNewsletterSend(at(nobody)));
    expect(officer.client.main).not.toContain('<form');
    expect(await mailsOf(site, () => send(nobody))).toEqual([]);
    expect(officer.client.status).toBe(422);
    expect(officer.client.main).toContain('Personne ne recevrait cette lettre');
    const before = await makeNewsletter(site, act, {
      segment: { kind: 'winners', editionId: edition.id },
    });
    await send(before);
    expect(officer.client.status, 'before a result').toBe(422);
  });

  it('R41 F6 two officers at once, a job that runs twice, one that was cut off: each person once', async () => {
    const newsletter = await makeNewsletter(site, act);
    const second = await makePerson(site, { roles: ['officer'] });
    const mails = await mailsOf(site, async () => {
      const path = urls.adminNewsletterSend(at(newsletter));
      await Promise.all([
        officer.client.send(path, { version: '1' }),
        second.client.send(path, { version: '1' }),
      ]);
    });
    expect(mails).toHaveLength(2);
    const count = async () =>
      (
        await site.pool.query('select 1 from newsletter_sending where newsletter_id = $1', [
          newsletter,
        ])
      ).rowCount;
    expect(await count()).toBe(1);
    // killed after its letters were kept and before it said so: begun again from the start
    await site.pool.query(
      `update newsletter_sending set ended_at = null, part = 'accounts', place = null where newsletter_id = $1`,
      [newsletter],
    );
    const again = await mailsOf(site, () =>
      site.pool.query(`select graphile_worker.add_job('tend-newsletters', '{}')`),
    );
    expect(again).toEqual([]);
    await send(newsletter);
    expect(officer.client.path).toBe(urls.adminNewsletter(at(newsletter)));
  });

  it('R41 stopped, what had not left is taken back; what changed meanwhile is read again before it leaves', async () => {
    const newsletter = await makeNewsletter(site, act);
    const { client } = officer;
    await send(newsletter, { version: '7' });
    expect(client.status).toBe(409);
    await send(newsletter);
    await client.post(urls.adminNewsletterStop(at(newsletter)));
    expect(client.main).toContain('Arrêtée');
    expect(await mailsOf(site, async () => {})).toEqual([]);
    await client.post(urls.adminNewsletterStop(at(newsletter)));
    expect(client.html).toContain('déjà terminé');
  });

  it('R41 R57 what was withdrawn since does not leave; in a pre-electoral period it says why it informs', async () => {
    const news = await makeNews(site, act);
    const gone = await makeNewsletter(site, act, { news: [news.id] });
    await withdrawNews(site.db, act, news.id, 'Faux.');
    expect(await mailsOf(site, () => send(gone))).toEqual([]);
    expect(officer.client.status).toBe(422);
    expect(officer.client.main).toContain('n’est plus public');
    const newsletter = await makeNewsletter(site, act);
    const startsOn = '2000-01-01';
    const pause = await makePause(site, site.organisationId, officer.id, { startsOn });
    expect(await mailsOf(site, () => send(newsletter))).toEqual([]);
    expect(officer.client.status).toBe(422);
    expect(await mailsOf(site, () => send(newsletter, { periode: 'Les dates.' }))).toHaveLength(2);
    await site.pool.query('delete from promotion_pause where id = $1', [pause]);
  });

  it('F6 R41 a mail server that is down waits; one that knows nobody of a name is told on the page', async () => {
    const unknown = await makePerson(site, { email: 'inconnue-lettre@exemple.fr' });
    await askFor(site, site.organisationId, unknown.id);
    const newsletter = await makeNewsletter(site, act, { subject: 'Panne' });
    const server = await startMailServer();
    const { port } = server;
    await server.stop();
    const config = { ...site.config, smtpUrl: `smtp://127.0.0.1:${port}` };
    const pool = openPool(site.url, 2);
    const run = () =>
      runDueJobs(pool, openJobs({ db: site.db, config, postman: openPostman(config) }));
    await send(newsletter);
    await run();
    await officer.client.get(urls.adminNewsletter(at(newsletter)));
    expect(officer.client.main).toMatch(/En attente[\s\S]{0,80}>3</);
    const back = await startMailServer(port);
    await site.pool.query(
      `select graphile_worker.add_job('send-letter', json_build_object('organisationId', organisation_id, 'letterId', id))
       from letter where subject = 'Panne' and sent_at is null`,
    );
    await run();
    expect(back.emails.map(({ subject }) => subject)).toEqual(['Panne', 'Panne']);
    expect(back.emails[0]!.html).toContain('<h1>Panne</h1>');
    expect(back.emails[0]!.headers.find(({ key }) => key === 'list-unsubscribe-post')?.value).toBe(
      'List-Unsubscribe=One-Click',
    );
    await officer.client.get(urls.adminNewsletter(at(newsletter)));
    expect(officer.client.main).toMatch(/Non remises[\s\S]{0,200}>1</);
    await back.stop();
    await pool.end();
  });

  it('W3 another organisation and a role of one edition find no newsletter', async () => {
    const newsletter = await makeNewsletter(site, act);
    const edition = await makeEdition(site, { phase: 'collection', slug: 'role' });
    const { client } = await makePerson(site, { roles: ['communication'], editionId: edition.id });
    expect((await client.send(urls.adminNewsletter(at(newsletter)))).status).toBe(403);
    const whole = await makePerson(site, { roles: ['communication'] });
    expect((await whole.client.send(urls.adminNewsletter(at(newsletter)))).status).toBe(200);
    await whole.client.get(urls.adminNewsletter(at(newsletter)));
    expect(hiddenIn(whole.client.main, 'version')).toBe('1');
    expect((await whole.client.send(urls.adminNewsletter(at('inconnu')))).status).toBe(404);
  });
});
