import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { mailsOf } from '../../../../tests/make/mails.ts';
import { makeDepartment, makePerson } from '../../../../tests/make/people.ts';
import { ask, dayAfter, makeIdeas, makeStudy } from '../../../../tests/make/study.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { makeStudyRound } from './assignment.jobs.ts';
import { changeDueDay } from './due-days.store.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterEach(() => site.travel(null));
afterAll(() => site.close());

/** The round of a day, `days` from now: what it sends. */
async function roundAfter(days: number) {
  site.travel(`${days} days`);
  return mailsOf(site, () => makeStudyRound(site.db, site.config, site.organisationId));
}

describe('R43 deadlines', () => {
  it('are recalled seven days and one day before, in one letter a department and day, once', async () => {
    const { edition, departments } = await makeStudy(site);
    const [roads, parks] = departments;
    const ideas = await makeIdeas(site, edition, 3);
    await ask(site, edition, ideas[0]!, roads!.id, 30);
    await ask(site, edition, ideas[1]!, roads!.id, 30);
    await ask(site, edition, ideas[2]!, parks!.id, 30);
    // what was asked without a letter is announced first
    const announced = await roundAfter(1);
    expect(announced.map(({ to }) => to).sort()).toEqual(
      [roads!.agent.email, parks!.agent.email].sort(),
    );
    expect(await roundAfter(22)).toEqual([]);
    const week = await roundAfter(23);
    expect(week).toHaveLength(2);
    const toRoads = week.find(({ to }) => to === roads!.agent.email)!;
    expect(toRoads.subject).toBe('2 avis à rendre cette semaine');
    expect(toRoads.text).toMatch(/n° 1, Un banc au soleil/);
    expect(toRoads.text).toMatch(/n° 2, Un banc au soleil/);
    expect(toRoads.text).toContain('/etude\n');
    // run again on the same day, and on the days between, nothing more leaves
    expect(await roundAfter(23)).toEqual([]);
    expect(await roundAfter(26)).toEqual([]);
    const eve = await roundAfter(29);
    expect(eve).toHaveLength(2);
    expect(eve.find(({ to }) => to === roads!.agent.email)!.text).toContain('demain,');
    expect(await roundAfter(30)).toEqual([]);
    expect(await roundAfter(31)).toEqual([]);
  });

  it('a machine that was off on the day recalls on the next; two rounds at once write once', async () => {
    const { edition, departments } = await makeStudy(site, ['Sports']);
    const [idea] = await makeIdeas(site, edition, 1);
    await ask(site, edition, idea!, departments[0]!.id, 30);
    await roundAfter(1);
    site.travel('25 days');
    const mails = await mailsOf(site, () =>
      Promise.all([1, 2, 3].map(() => makeStudyRound(site.db, site.config, site.organisationId))),
    );
    expect(mails.filter(({ to }) => to === departments[0]!.agent.email)).toHaveLength(1);
    // both days missed: one letter
    site.travel(null);
    const other = await makeStudy(site, ['Écoles']);
    const [late] = await makeIdeas(site, other.edition, 1);
    await ask(site, other.edition, late!, other.departments[0]!.id, 30);
    await roundAfter(1);
    expect(
      (await roundAfter(30)).filter(({ to }) => to === other.departments[0]!.agent.email),
    ).toHaveLength(1);
    expect(await roundAfter(30)).toEqual([]);
  });

  it('another day is recalled anew; what is given, withdrawn or asked too late is not', async () => {
    const { edition, departments } = await makeStudy(site, ['Culture']);
    const ideas = await makeIdeas(site, edition, 4);
    const [moved, given, gone, short] = await Promise.all([
      ...ideas.slice(0, 3).map((idea) => ask(site, edition, idea, departments[0]!.id, 30)),
      ask(site, edition, ideas[3]!, departments[0]!.id, 5),
    ]);
    expect(short).toBeDefined();
    await roundAfter(0);
    await sql`update opinion set state = 'given', verdict = 'favourable', settled_at = palabre_now()
      where id = ${given}`.execute(site.db);
    await sql`update opinion set state = 'withdrawn' where id = ${gone}`.execute(site.db);
    // asked five days before its day: no week to recall, the eve only
    const eve = await roundAfter(4);
    expect(eve.map(({ subject }) => subject)).toEqual(['Un avis à rendre demain au plus tard']);
    const week = await roundAfter(23);
    expect(week.map(({ subject }) => subject)).toEqual(['Un avis à rendre cette semaine']);
    await changeDueDay(site.db, { organisationId: site.organisationId, by: null }, moved!, {
      dueOn: await dayAfter(site, 37),
      seen: await dayAfter(site, 7),
    });
    expect(await roundAfter(24)).toEqual([]);
    expect((await roundAfter(53)).map(({ subject }) => subject)).toEqual([
      'Un avis à rendre cette semaine',
    ]);
  });

  it('go to the referents; else to every agent; else to the department’s address; in the reader’s language', async () => {
    const { edition } = await makeStudy(site, []);
    const withReferent = await makeDepartment(site, { email: 'inutile@fleury.example' });
    const withAgents = await makeDepartment(site);
    const withAddress = await makeDepartment(site, { email: 'archives@fleury.example' });
    const agent = (departmentId: string, more = {}) =>
      makePerson(site, { roles: ['agent'], departmentId, ...more });
    const referent = await agent(withReferent.id, { isReferent: true, locale: 'en' });
    await agent(withReferent.id);
    const agents = [await agent(withAgents.id), await agent(withAgents.id)];
    const ideas = await makeIdeas(site, edition, 3);
    for (const [place, { id }] of [withReferent, withAgents, withAddress].entries())
      await ask(site, edition, ideas[place]!, id, 30);
    const mails = await roundAfter(0);
    expect(mails.map(({ to }) => to).sort()).toEqual(
      [referent.email, ...agents.map(({ email }) => email), 'archives@fleury.example'].sort(),
    );
    const english = mails.find(({ to }) => to === referent.email)!;
    expect(english.locale).toBe('en');
    expect(english.subject).toBe('One idea to study: Budget participatif 2026');
    expect(english.text).toContain('“not my department”');
  });

  it('the round comes back by itself each morning as long as something is asked', async () => {
    const { edition, departments } = await makeStudy(site, ['Voirie du matin']);
    const [idea] = await makeIdeas(site, edition, 1);
    await ask(site, edition, idea!, departments[0]!.id, 30);
    const key = `study-round:${site.organisationId}`;
    const waiting = async () =>
      (
        await site.pool.query<{ hour: string; coming: boolean }>(
          `select to_char(run_at at time zone 'Europe/Paris', 'HH24:MI') as hour, run_at > now() as coming
           from graphile_worker.jobs where key = $1`,
          [key],
        )
      ).rows;
    expect(await waiting()).toEqual([{ hour: '07:00', coming: true }]);
    await site.pool.query(
      `update graphile_worker._private_jobs set run_at = now() where key = $1`,
      [key],
    );
    await site.runJobs();
    // the last job may still be at work when its runner has nothing more to take
    const is = (rows: object[]) => vi.waitFor(async () => expect(await waiting()).toEqual(rows));
    await is([{ hour: '07:00', coming: true }]);
    await sql`update opinion set state = 'withdrawn' where state = 'asked'`.execute(site.db);
    await site.pool.query(
      `update graphile_worker._private_jobs set run_at = now() where key = $1`,
      [key],
    );
    await site.runJobs();
    await is([]);
  });
});
