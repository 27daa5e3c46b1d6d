import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makePause } from '../../../../tests/make/contact.ts';
import { mailsOf } from '../../../../tests/make/mails.ts';
import { askFor, makeNews, makeNewsletter } from '../../../../tests/make/news.ts';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { toInstant, toLocalTime } from '../../../platform/clock/paris.ts';
import { readNow } from '../../../platform/database/database.ts';
import { urls } from '../../../urls.ts';
import { withdrawNews } from '../news-writing.store.ts';
import { checkPlan, findHindrance } from './plan.ts';

let site: TestSite;
let officer: MadePerson;
let reader: MadePerson;
let act: { organisationId: string; by: string };
beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { roles: ['officer'] });
  act = { organisationId: site.organisationId, by: officer.id };
  reader = await makePerson(site);
  await askFor(site, site.organisationId, reader.id);
});
afterEach(async () => {
  site.travel(null);
  await site.pool.query('delete from promotion_pause');
});
afterAll(() => site.close());

const at = (newsletter: string) => ({ newsletter });
const DAY = 86_400_000;

/** A day some days from now, as it is typed. */
async function dayIn(days: number) {
  const { day: date } = toLocalTime(new Date((await readNow(site.db)).getTime() + days * DAY));
  const [year = '', month = '', day = ''] = date.split('-');
  return { date, typed: { 'date-day': day, 'date-month': month, 'date-year': year } };
}
const plan = (newsletter: string, fields: Record<string, string>) =>
  officer.client.post(urls.adminNewsletterPlan(at(newsletter)), { version: '1', ...fields });
async function planIn(newsletter: string, days: number, more: Record<string, string> = {}) {
  const { date, typed } = await dayIn(days);
  await plan(newsletter, { ...typed, 'date-time': '18:30', ...more });
  return date;
}
/** When the queue runs it, in real time; null: it waits for nothing. */
async function jobTime(newsletter: string): Promise<Date | null> {
  const { rows } = await site.pool.query<{ run_at: Date }>(
    'select run_at from graphile_worker.jobs where key = $1',
    [`newsletter-plan:${newsletter}`],
  );
  return rows[0]?.run_at ?? null;
}
/** What its very job does when the queue runs it now, by the clock of the database. */
const runJob = (newsletter: string) =>
  mailsOf(site, () =>
    site.pool.query(
      `select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs where key = $1), run_at => now())`,
      [`newsletter-plan:${newsletter}`],
    ),
  );
const factsOf = async (newsletter: string) => {
  const { rows } = await site.pool.query<{ kind: string }>(
    'select kind from fact where subject_id = $1 order by written_xid',
    [newsletter],
  );
  return rows.map(({ kind }) => kind);
};

describe('R41 a newsletter at a chosen date', () => {
  it('R41 a day to come within a year, and why it informs where a period covers it', () => {
    const now = new Date('2026-11-22T12:00:00Z');
    const check = (sendsAt: Date | null, paused = false, explained = false) =>
      checkPlan({ sendsAt, explained }, { now, paused });
    expect(check(null)).toBe('date-unreadable');
    expect(check(now)).toBe('date-past');
    expect(check(new Date('2027-11-30T12:00:00Z'))).toBe('date-far');
    const day = new Date('2026-11-23T12:00:00Z');
    expect(check(day)).toBeNull();
    expect(check(day, true)).toBe('pause-unexplained');
    expect(check(day, true, true)).toBeNull();
    const fine = { paused: false, explained: false, counted: 2, gone: false };
    expect(findHindrance(fine)).toBeNull();
    expect(findHindrance({ ...fine, paused: true, counted: 0 })).toBe('pause');
    expect(findHindrance({ ...fine, paused: true, explained: true })).toBeNull();
    expect(findHindrance({ ...fine, gone: true })).toBe('items-gone');
    expect(findHindrance({ ...fine, counted: 0 })).toBe('nobody');
  });

  it('R41 a date that does not hold comes back with what was typed; nothing is planned', async () => {
    const newsletter = await makeNewsletter(site, act);
    const { client } = officer;
    await client.get(urls.adminNewsletterSend(at(newsletter)));
    expect(client.main).toContain('Envoyer à cette date');
    for (const [typed, words] of [
      [{ 'date-day': '31', 'date-month': '2', 'date-year': '2027' }, 'qui existent'],
      [{ 'date-day': '1', 'date-month': '3', 'date-year': '2020' }, 'date à venir'],
      [(await dayIn(400)).typed, 'd’ici un an'],
    ] as const) {
      await plan(newsletter, typed);
      expect(client.status, words).toBe(422);
      expect(client.main).toContain(words);
      expect(client.main).toContain(`value="${typed['date-year']}"`);
    }
    await planIn(newsletter, 2, { version: '7' });
    expect(client.status).toBe(409);
    expect(await factsOf(newsletter)).toEqual([]);
    expect(await jobTime(newsletter)).toBeNull();
  });

  it('R41 is seen waiting, moved, and leaves at its hour as it is saved then, to those who ask then', async () => {
    const newsletter = await makeNewsletter(site, act);
    const { client } = officer;
    await planIn(newsletter, 2);
    expect(client.main).toContain('Envoi prévu le');
    const date = await planIn(newsletter, 3);
    const hour = toInstant({ day: date, time: '18:30' });
    expect(await jobTime(newsletter)).toEqual(hour);
    await client.get(urls.adminNewsletters());
    expect(client.main).toMatch(/à 18.h.30<[\s\S]{0,400}Envoi prévu/);
    await client.post(urls.adminNewsletter(at(newsletter)), {
      version: '1',
      objet: 'La lettre relue',
      mots: 'Bonjour encore.',
      lecteurs: 'tous',
    });
    // the queue is early: the clock of the database decides
    site.travel('2 days');
    expect(await runJob(newsletter)).toEqual([]);
    expect(await factsOf(newsletter)).not.toContain('newsletter.begun');
    const late = await makePerson(site);
    await askFor(site, site.organisationId, late.id);
    site.travel('4 days');
    // its job is gone: the hourly round stands in for it
    const tend = () =>
      mailsOf(site, () =>
        site.pool.query(`select graphile_worker.add_job('tend-newsletters', '{}')`),
      );
    const mails = await tend();
    expect(mails.map(({ to, subject }) => [to, subject]).sort()).toEqual(
      [reader.email, late.email].sort().map((to) => [to, 'La lettre relue']),
    );
    expect(await tend()).toEqual([]);
    expect(await factsOf(newsletter)).toEqual([
      'newsletter.planned',
      'newsletter.planned',
      'newsletter.begun',
      'newsletter.sent',
    ]);
    await client.get(urls.adminNewsletter(at(newsletter)));
    expect(client.main).toContain('Envoyée');
    await planIn(newsletter, 2);
    expect(client.html).toContain('déjà partie');
  });

  it('R41 cancelled, it is a draft again and its job is gone; sent by hand before, it leaves once', async () => {
    const newsletter = await makeNewsletter(site, act);
    const { client } = officer;
    await planIn(newsletter, 2);
    await client.post(urls.adminNewsletterUnplan(at(newsletter)));
    expect(client.html).toContain('redevient un brouillon');
    expect(client.main).not.toContain('Envoi prévu le');
    expect(await jobTime(newsletter)).toBeNull();
    await client.post(urls.adminNewsletterUnplan(at(newsletter)));
    expect(client.html).toContain('Aucun envoi n’était prévu');
    await planIn(newsletter, 2);
    const send = () => client.post(urls.adminNewsletterSend(at(newsletter)), { version: '1' });
    expect((await mailsOf(site, send)).length).toBeGreaterThan(0);
    site.travel('3 days');
    expect(await runJob(newsletter)).toEqual([]);
    const facts = await factsOf(newsletter);
    expect(facts.filter((kind) => kind === 'newsletter.begun')).toHaveLength(1);
  });

  it('R41 a pre-electoral period declared since holds it, tells who planned it, and the office decides', async () => {
    const newsletter = await makeNewsletter(site, act);
    const { client } = officer;
    await planIn(newsletter, 2);
    const reason = 'Élections de la retenue';
    await makePause(site, act.organisationId, officer.id, {
      startsOn: '2000-01-01',
      reason,
    });
    site.travel('3 days');
    const [told, ...others] = await runJob(newsletter);
    expect(others).toEqual([]);
    expect(told!.to).toBe(officer.email);
    expect(told!.subject).toContain('Lettre retenue');
    expect(told!.text).toContain(urls.adminNewsletter(at(newsletter)));
    await client.get(urls.adminNewsletter(at(newsletter)));
    expect(client.main).toContain('Retenue');
    expect(client.main).toContain('période préélectorale');
    await client.get(urls.adminNewsletters());
    expect(client.main).toContain('Retenue');
    // held, it does not leave by itself once the period is over
    await site.pool.query('delete from promotion_pause');
    const round = () => site.pool.query(`select graphile_worker.add_job('tend-newsletters', '{}')`);
    expect(await mailsOf(site, round)).toEqual([]);
    await planIn(newsletter, 4);
    expect(client.main).toContain('Envoi prévu le');
    expect(await factsOf(newsletter)).toEqual([
      'newsletter.planned',
      'newsletter.held',
      'newsletter.planned',
    ]);
  });

  it('R41 a period that is known asks why it informs; explained, it leaves and the reason is kept', async () => {
    const newsletter = await makeNewsletter(site, act);
    await makePause(site, act.organisationId, officer.id, {
      startsOn: (await dayIn(1)).date,
      endsOn: (await dayIn(9)).date,
      reason: 'Élections annoncées',
    });
    await planIn(newsletter, 2);
    expect(officer.client.status).toBe(422);
    expect(officer.client.main).toContain('Élections annoncées');
    expect(await factsOf(newsletter)).toEqual([]);
    await planIn(newsletter, 2, { 'periode-date': 'Elle donne les dates du vote.' });
    site.travel('3 days');
    expect((await runJob(newsletter)).map(({ to }) => to)).toContain(reader.email);
    const { rows } = await site.pool.query(
      'select pause_reason from newsletter_sending where newsletter_id = $1',
      [newsletter],
    );
    expect(rows).toEqual([{ pause_reason: 'Elle donne les dates du vote.' }]);
  });

  it('R41 R57 what is not public any more at its hour does not leave', async () => {
    const news = await makeNews(site, act);
    const newsletter = await makeNewsletter(site, act, { news: [news.id] });
    await planIn(newsletter, 2);
    await withdrawNews(site.db, act, news.id, 'Faux.');
    site.travel('3 days');
    expect((await runJob(newsletter)).map(({ to }) => to)).toEqual([officer.email]);
    await officer.client.get(urls.adminNewsletter(at(newsletter)));
    expect(officer.client.main).toContain('n’est plus public ou est passé');
  });

  it('W3 a resident plans nothing, whoever writes letters does, and what is not here is not found', async () => {
    const newsletter = await makeNewsletter(site, act);
    const { typed } = await dayIn(2);
    const send = async (person: MadePerson) =>
      (
        await person.client.send(urls.adminNewsletterPlan(at(newsletter)), {
          version: '1',
          ...typed,
        })
      ).status;
    expect(await send(reader)).toBe(403);
    const writer = await makePerson(site, { roles: ['communication'] });
    expect(await send(writer)).toBe(303);
    const unknown = urls.adminNewsletterUnplan(at('00000000-0000-4000-8000-000000000000'));
    expect((await officer.client.send(unknown, {})).status).toBe(404);
  });
});
