import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startMailServer } from '../../../tests/make/mail-server.ts';
import { makeMeeting } from '../../../tests/make/meetings.ts';
import { type MadePerson, makePerson } from '../../../tests/make/people.ts';
import { type MadeRealisation, makeRealisation } from '../../../tests/make/realisations.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { dayInParis, toInstant } from '../../platform/clock/paris.ts';
import { openPool } from '../../platform/database/database.ts';
import { runDueJobs } from '../../platform/jobs/worker.ts';
import { openPostman } from '../../platform/mail/mail.ts';
import { openJobs } from '../../site.tsx';
import { urls } from '../../urls.ts';
import {
  findRealisation,
  haltRealisation,
  markFrame,
  saveFrame,
  saveStep,
} from '../delivery/index.ts';
import { insertOrganisation } from '../organisations/index.ts';
import { addDays } from '../spaces/index.ts';
import { weekJobs } from './week.jobs.ts';
import { mondayOf } from './week.ts';

const SUBJECT = /^La semaine du budget participatif/;
const NOTHING = {
  title: '',
  description: '',
  plannedIsMonth: false,
  doneOn: null,
  doneIsMonth: false,
};

let site: TestSite;
let cabinet: MadePerson;
let officer: MadePerson;
let made: MadeRealisation;
/** The Monday to come: what is done today stands in its letter. */
const monday = addDays(mondayOf(dayInParis(new Date())), 7);

beforeAll(async () => {
  site = await openTestSite();
  cabinet = await makePerson(site, { roles: ['cabinet'] });
  officer = await makePerson(site, { roles: ['officer'] });
  await makePerson(site);
  const organisation = { name: 'La Voisine', host: 'voisine.localhost' };
  const id = await insertOrganisation(site.db, {
    ...organisation,
    slug: 'voisine',
    kind: 'town',
    colour: '#1B6B3A',
    contactEmail: 'participation@voisine.example',
    tagline: '',
    charter: 'Respect.',
  });
  await makePerson(site, { roles: ['cabinet'], organisation: { ...organisation, id } });
  await live();
});
afterAll(() => site.close());
beforeEach(async () => {
  site.travel(null);
  await site.runJobs();
  await site.pool.query('delete from weekly_letter');
  await site.pool.query('delete from letter_preference');
  await site.pool.query('delete from letter');
  site.mails.length = 0;
});

/** Database time at a time of day of a day in Paris; the clock of jobs stays. */
const travelTo = (day: string, time = '08:00') => {
  const seconds = (toInstant({ day, time })!.getTime() - Date.now()) / 1000;
  site.travel(`${Math.round(seconds)} seconds`);
};
const round = async () => {
  const jobs = weekJobs({ db: site.db, config: site.config, postman: { send: async () => {} } });
  await jobs['round-of-weeks']!(undefined as never);
  await site.runJobs();
};
const readers = () => site.mails.filter(({ subject }) => SUBJECT.test(subject)).map(({ to }) => to);
const named = () => ({
  realisationId: made.realisationId,
  number: made.project,
  title: made.title,
});
const act = () => ({ organisationId: site.organisationId, by: officer.id });
const realise = async (title: string) => {
  made = await makeRealisation(site, { title, announcedOn: dayInParis(new Date()) });
};

/** A week in which something happened: a step, money, a delay, a halt, a meeting, and a draft that nobody reads. */
async function live(): Promise<void> {
  await realise('Une tente anti-gaspi');
  const today = dayInParis(new Date());
  const done = { ...NOTHING, plannedOn: today, doneOn: today };
  expect((await saveStep(site.db, act(), named(), 'study', done)).ok).toBe(true);
  const next = {
    ...NOTHING,
    plannedOn: `${addDays(monday, 10).slice(0, 7)}-01`,
    plannedIsMonth: true,
  };
  expect((await saveStep(site.db, act(), named(), 'procurement', next)).ok).toBe(true);
  const before = (await findRealisation(site.db, site.organisationId, made.projectId))!;
  const frame = { ...before, committedCost: 4_200_00, spentCost: 900_50 };
  await saveFrame(site.db, act(), named(), frame, markFrame(before));
  await realise('Un verger partagé');
  const late = { ...NOTHING, plannedOn: addDays(today, -40) };
  expect((await saveStep(site.db, act(), named(), 'study', late)).ok).toBe(true);
  await realise('Un four à pain');
  expect((await haltRealisation(site.db, act(), named(), 'suspend', 'Sol instable.')).ok).toBe(
    true,
  );
  await makeMeeting(site, { title: 'Atelier de la halle', inHours: 24 * 9 });
  await makeMeeting(site, { title: 'Un brouillon', inHours: 24 * 9, published: false });
}

describe('the letter of the week', () => {
  it('R81 says what advanced, what is late, what comes and what it cost, once, to the cabinet', async () => {
    travelTo(addDays(monday, -1), '23:00');
    await round();
    expect(readers(), 'not on a Sunday').toEqual([]);
    travelTo(monday);
    await round();
    await round();
    travelTo(addDays(monday, 1), '20:00');
    await round();
    expect(readers()).toEqual([cabinet.email]);
    const mail = site.mails.find(({ subject }) => SUBJECT.test(subject))!;
    const text = mail.text.replaceAll(/[\u00a0\u202f]/g, ' ');
    expect(text).toContain('« Une tente anti-gaspi » : étape « Étude » franchie');
    expect(text).toContain('« Un four à pain » est suspendu : Sol instable.');
    expect(text).toContain('Engagé : 4 200 €');
    expect(text).toContain('Dépensé : 900,50 €');
    expect(text).toContain(
      'En retard : 1 projet\n- « Un verger partagé » : étape « Étude », échéance le',
    );
    expect(text).toContain('« Une tente anti-gaspi » : étape « Marché », échéance en');
    expect(text).toContain('Atelier de la halle');
    expect(text).not.toContain('Un brouillon');
    expect(text).toContain(urls.adminWeek());
    await officer.client.get(urls.adminJournal());
    expect(officer.client.main).toMatch(/La lettre de la semaine est partie à 1 personne/u);
  });

  it('an officer asks for it, the cabinet leaves it by its page or its mail, others are not told of it', async () => {
    await officer.client.get(urls.adminWeek());
    expect(officer.client.main).toContain('Vous ne recevez pas cette lettre');
    await officer.client.post(urls.adminWeekLetter(), { recevoir: 'oui' });
    expect(officer.client.main).toContain('Vous recevez cette lettre');
    travelTo(monday);
    await round();
    expect(readers().sort()).toEqual([cabinet.email, officer.email].sort());
    const mail = site.mails.find(({ to }) => to === cabinet.email)!;
    const stop = /\/courriels\/\S+/.exec(mail.text)![0];
    await site.visitor().send(stop, {});
    await officer.client.post(urls.adminWeekLetter(), { recevoir: 'non' });
    site.mails.length = 0;
    travelTo(addDays(monday, 7));
    await round();
    expect(readers()).toEqual([]);
    site.travel(null);
    const resident = await makePerson(site);
    await resident.client.get(urls.accountLetters());
    expect(resident.client.main).not.toContain('La lettre du lundi');
    await officer.client.get(urls.accountLetters());
    expect(officer.client.main).toContain('La lettre du lundi');
    expect((await resident.client.send(urls.adminWeek())).status).toBe(403);
  });

  it('the page says the same at any time, with the letter as it would leave', async () => {
    await cabinet.client.get(urls.adminWeek());
    const { main } = cabinet.client;
    expect(main).toContain('Vous recevez cette lettre');
    expect(main).toContain('Un verger partagé');
    expect(main).toContain(urls.delivery({ edition: made.edition.slug, project: made.project }));
    expect(main).toContain('Lire la lettre du lundi');
  });

  it('W3 a town with nothing to say is not written to, nor told of its neighbour, nor looked at again', async () => {
    travelTo(monday);
    await round();
    await round();
    expect(readers()).toEqual([cabinet.email]);
    const { rows } = await site.pool.query('select written from weekly_letter order by written');
    expect(rows).toEqual([{ written: 0 }, { written: 1 }]);
  });
});

describe('F6 whatever happens to it', () => {
  it('F6 killed in the middle and run by two workers at once, each is written once', async () => {
    travelTo(monday);
    const jobs = weekJobs({ db: site.db, config: site.config, postman: { send: async () => {} } });
    const run = () => jobs['tell-week']!({ organisationId: site.organisationId, monday } as never);
    await site.pool.query(`
      create function stop_here() returns trigger language plpgsql as
        $$ begin raise exception 'killed'; end $$;
      create trigger stop_here before update on weekly_letter for each row execute function stop_here()`);
    await expect(run()).rejects.toThrow('killed');
    const count = async () =>
      (await site.pool.query(`select count(*)::int as n from letter where topic = 'week'`)).rows[0]
        .n;
    expect(await count()).toBe(0);
    await site.pool.query('drop trigger stop_here on weekly_letter; drop function stop_here');
    await Promise.all([run(), run(), run()]);
    await run();
    expect(await count()).toBe(1);
  });

  it('F6 a mail server dead for hours: the letter leaves once when it is back', async () => {
    const peer = await startMailServer();
    await peer.stop();
    travelTo(monday);
    const config = { ...site.config, smtpUrl: `smtp://127.0.0.1:${peer.port}` };
    const pool = openPool(site.url, 4);
    const jobs = openJobs({ db: site.db, config, postman: openPostman(config) });
    const pass = async () => {
      await pool.query(
        `select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs
          where task_identifier in ('send-letter', 'round-of-weeks')), run_at => now())`,
      );
      await runDueJobs(pool, jobs);
    };
    await pool.query(`select graphile_worker.add_job('round-of-weeks', '{}')`);
    for (let tries = 0; tries < 3; tries++) await pass();
    const back = await startMailServer(peer.port);
    for (let tries = 0; tries < 3; tries++) await pass();
    const to = back.emails
      .filter(({ subject }) => SUBJECT.test(subject ?? ''))
      .map((email) => email.to![0]!.address!);
    expect(to).toEqual([cabinet.email]);
    await back.stop();
    await pool.end();
  });
});
