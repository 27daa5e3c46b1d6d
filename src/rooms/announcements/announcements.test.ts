import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { announceSteps } from '../../../tests/make/announcements.ts';
import { makeEdition } from '../../../tests/make/editions.ts';
import { makeIdea } from '../../../tests/make/ideas.ts';
import { startMailServer } from '../../../tests/make/mail-server.ts';
import { onlyLettersOf } from '../../../tests/make/mails.ts';
import { type MadePerson, makePerson } from '../../../tests/make/people.ts';
import { makePoll } from '../../../tests/make/polls.ts';
import { holdPoll } from '../../../tests/make/published.ts';
import { enrolCrowd } from '../../../tests/make/reminders.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { openPool } from '../../platform/database/database.ts';
import { runDueJobs } from '../../platform/jobs/worker.ts';
import { openPostman } from '../../platform/mail/mail.ts';
import { openJobs } from '../../site.tsx';
import { formatNumber } from '../../ui/format.ts';
import { urls } from '../../urls.ts';
import { changePhases, type Edition } from '../spaces/index.ts';
import { announcementJobs } from './announcement.jobs.ts';

let site: TestSite;
let officer: MadePerson;
let asker: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { roles: ['officer'] });
  asker = await makePerson(site, { locale: 'en' });
  await ask(asker);
});
afterAll(() => site.close());
beforeEach(async () => {
  site.travel(null);
  // each test has its own edition: those before are of the past
  await site.pool.query('update edition set archived_at = now() where archived_at is null');
  await site.pool.query('delete from letter_preference where person_id <> $1', [asker.id]);
  // ten thousand mails take longer to leave than what they tell
  await site.pool.query(
    `select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))`,
  );
  await site.runJobs();
  site.mails.length = 0;
});

/** As people do it: every topic that is ticked for them, and the steps of every edition. */
const ask = ({ client }: MadePerson) =>
  client.post(
    urls.accountLetters(),
    onlyLettersOf('my-ideas', 'tasks', 'exchanges', 'merges', 'editions', 'calendar'),
  );
const readersOf = (subject: RegExp) =>
  site.mails
    .filter((mail) => subject.test(mail.subject))
    .map(({ to }) => to)
    .sort();
const emailsOf = (...people: { email: string }[]) => people.map(({ email }) => email).sort();
const OPENS = /^Déposez votre idée|^Deposit your idea/;
const CLOSED = /^La collecte est terminée|^The collection has ended/;
const move = async (edition: Edition, days: number) => {
  const phases = edition.phases.map((phase) => ({
    ...phase,
    startsAt: new Date(+phase.startsAt + days * 86_400_000),
    endsAt: phase.endsAt && new Date(+phase.endsAt + days * 86_400_000),
  }));
  const act = { organisationId: site.organisationId, by: null };
  expect((await changePhases(site.db, act, edition.id, phases)).ok).toBe(true);
};

describe('the steps of an edition', () => {
  it('R134 their opening is written once to who asked and to the office; who never asked gets nothing', async () => {
    const stranger = await makePerson(site);
    const edition = await makeEdition(site, { title: 'Budget 2027' });
    await announceSteps(site);
    await announceSteps(site);
    expect(readersOf(OPENS)).toEqual(emailsOf(officer, asker));
    expect(readersOf(/./)).not.toContain(stranger.email);
    const mail = site.mails.find(({ to }) => to === asker.email)!;
    expect(mail.subject).toBe('Deposit your idea: Budget 2027');
    expect(mail.text).toContain(urls.depositStart({ edition: edition.slug }));
    expect(mail.locale).toBe('en');
    // put off by the officer, and come again: said already
    await move(edition, 3);
    await announceSteps(site);
    site.travel('1 day');
    await announceSteps(site);
    expect(readersOf(OPENS)).toHaveLength(2);
  });

  it('R134 the end is written to holders once, however many ideas are theirs, unless they said no', async () => {
    const edition = await makeEdition(site);
    const [holder, refuser, both] = [
      await makePerson(site),
      await makePerson(site),
      await makePerson(site),
    ];
    await ask(both);
    await refuser.client.post(urls.accountLetters(), onlyLettersOf('my-ideas'));
    for (const { id } of [holder, holder, refuser, both])
      await makeIdea(site, edition, { authorId: id });
    site.travel('5 days 1 hour');
    await announceSteps(site);
    const told = readersOf(CLOSED);
    expect(told).toEqual(emailsOf(officer, asker, holder, both));
    // the one link stops every letter about steps, whichever reason it was sent for
    const mail = site.mails.find(({ to }) => to === both.email)!;
    expect(mail.unsubscribe).toBeDefined();
    await site.visitor().post(new URL(mail.unsubscribe!).pathname);
    await both.client.get(urls.accountLetters());
    for (const topic of ['editions', 'calendar'])
      expect(both.client.main).toMatch(new RegExp(`name="rythme-${topic}" value="none" checked`));
    expect(both.client.main).toMatch(/name="rythme-my-ideas" value="immediate" checked/);
  });

  it('W3 nobody of another town is written to, and nothing of an edition that is not open', async () => {
    await makeEdition(site, { open: false });
    await announceSteps(site);
    expect(site.mails).toEqual([]);
  });

  it('a date moved before its hour takes the letter along', async () => {
    const edition = await makeEdition(site);
    site.travel('4 days 20 hours');
    await announceSteps(site);
    site.mails.length = 0;
    await move(edition, 2);
    site.travel('5 days 1 hour');
    await announceSteps(site);
    expect(readersOf(CLOSED)).toEqual([]);
    site.travel('7 days 1 hour');
    await announceSteps(site);
    expect(readersOf(CLOSED)).toContain(officer.email);
  });

  it('a vote opens for holders, its end is near for the office only', async () => {
    const holder = await makePerson(site);
    const { edition } = await makePoll(site);
    // deposited before the list was frozen
    await site.pool.query('alter table idea disable trigger idea_before_the_list');
    await site.pool.query(
      `insert into idea (organisation_id, edition_id, number, title, body, category_id, author_id)
        values ($1, $2, 1, 'Un banc', 'Un banc au soleil.', $3, $4)`,
      [site.organisationId, edition.id, edition.categories[0]!.id, holder.id],
    );
    await site.pool.query('alter table idea enable trigger idea_before_the_list');
    // it opened five days ago: too late to say so
    await announceSteps(site);
    expect(site.mails).toEqual([]);
    site.travel('-3 days');
    await announceSteps(site);
    expect(readersOf(/vote/i)).toEqual(emailsOf(officer, asker, holder));
    site.mails.length = 0;
    site.travel('3 days');
    await announceSteps(site);
    expect(readersOf(/./)).toEqual([officer.email]);
    site.mails.length = 0;
    site.travel('5 days 1 hour');
    await announceSteps(site);
    expect(readersOf(/./)).toEqual([officer.email]);
  });

  it('the result is not written twice to who receives it with their vote reminders', async () => {
    const agreed = await makePerson(site);
    await ask(agreed);
    await agreed.client.post(urls.accountReminders(), { rappels: 'oui' });
    await holdPoll(site, { projects: [{ euros: 100 }], ballots: [['1']] });
    await announceSteps(site);
    expect(readersOf(/^Le résultat est publié|^The result is published/)).toEqual(
      emailsOf(officer, asker),
    );
    expect(readersOf(/^Le résultat du vote/)).toEqual([agreed.email]);
  });
});

/** People who asked for letters: ten thousand where there is time for it. */
const CROWD = process.env.PALABRE_ALL ? 10_000 : 1_500;
const KILLED_AT = CROWD / 2;

describe('a town of thousands', () => {
  it('F6 killed in the middle and run by two workers at once, each is written once, in short transactions', async () => {
    const crowd = await enrolCrowd(site, CROWD, { agreed: false });
    await site.pool.query(
      `insert into letter_preference (organisation_id, person_id, topic, wanted)
        select $1, unnest($2::uuid[]), 'calendar', true`,
      [site.organisationId, crowd.map(({ id }) => id)],
    );
    const edition = await makeEdition(site);
    const { announce } = announcementJobs({
      db: site.db,
      config: site.config,
      postman: { send: async () => {} },
    });
    const moment = 'collection-opens';
    const key = { organisationId: site.organisationId, editionId: edition.id, moment };
    /** As the queue does: each batch asks for the next one. */
    const takeNext = async () => {
      const next = await site.pool.query('select (graphile_worker.remove_job($1)).id', [
        `announce:${edition.id}:${moment}`,
      ]);
      return next.rows[0].id !== null;
    };
    const run = async () => {
      do await announce!(key as never);
      while (await takeNext());
    };
    const count = async () =>
      (
        await site.pool.query(
          `select count(*)::int as letters, count(distinct person_id)::int as people,
            (select max(n)::int from (select count(*) as n from letter where target_id = $1
              group by xmin) as one) as most
            from letter where target_id = $1`,
          [edition.id],
        )
      ).rows[0];
    // the database itself stops it in the middle
    await site.pool.query(`
      create function stop_here() returns trigger language plpgsql as
        $$ begin raise exception 'killed'; end $$;
      create trigger stop_here before update on announcement for each row
        when (new.written >= ${KILLED_AT}) execute function stop_here()`);
    await expect(run()).rejects.toThrow('killed');
    expect((await count()).letters).toBeLessThan(KILLED_AT);
    expect((await count()).letters).toBeGreaterThanOrEqual(KILLED_AT / 2);
    await site.pool.query('drop trigger stop_here on announcement; drop function stop_here');
    await Promise.all([run(), run()]);
    await run();
    const { letters, people, most } = await count();
    expect([letters, people]).toEqual([CROWD + 2, CROWD + 2]);
    expect(most).toBeLessThanOrEqual(500);
    const jobs = await site.pool.query(
      `select count(*)::int as n from graphile_worker.jobs where task_identifier = 'send-letter'`,
    );
    expect(jobs.rows[0].n).toBe(CROWD + 2);
    await officer.client.get(urls.adminMails({ edition: edition.slug }));
    expect(officer.client.main).toContain(`Envoyé à ${formatNumber(CROWD + 2)} personnes`);
  }, 240_000);
});

describe('a mail server of flesh', () => {
  it('F6 dead for hours: what a step says is not lost, not sent twice, and can be read as text', async () => {
    const peer = await startMailServer();
    await peer.stop();
    const edition = await makeEdition(site, { title: 'Budget d’été' });
    const readers = [await makePerson(site), await makePerson(site), await makePerson(site)];
    for (const reader of readers) await ask(reader);
    const config = { ...site.config, smtpUrl: `smtp://127.0.0.1:${peer.port}` };
    const pool = openPool(site.url, 4);
    const jobs = openJobs({ db: site.db, config, postman: openPostman(config) });
    const pass = async () => {
      await pool.query(
        `select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs
          where task_identifier in ('send-letter', 'announce-steps')), run_at => now())`,
      );
      await runDueJobs(pool, jobs);
    };
    await pool.query(`select graphile_worker.add_job('announce-steps', '{}')`);
    for (let tries = 0; tries < 4; tries++) await pass();
    await officer.client.get(urls.adminLetters({ etat: 'en-attente' }));
    expect(officer.client.html).toContain('Nouvel essai à venir');
    const back = await startMailServer(peer.port);
    for (let tries = 0; tries < 3; tries++) await pass();
    const to = back.emails.map((email) => email.to![0]!.address!).sort();
    expect(to).toEqual(expect.arrayContaining(emailsOf(officer, asker, ...readers)));
    expect(new Set(to).size).toBe(to.length);
    const email = back.emails.find(({ to: [one] = [] }) => one!.address === readers[0]!.email)!;
    expect(email.text).toContain(urls.depositStart({ edition: edition.slug }));
    expect(email.headers.some(({ key }) => key === 'list-unsubscribe')).toBe(true);
    await back.stop();
    await pool.end();
  });
});
