import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makePause } from '../../../tests/make/contact.ts';
import { makeEdition } from '../../../tests/make/editions.ts';
import { makeIdea } from '../../../tests/make/ideas.ts';
import { mailsOf } from '../../../tests/make/mails.ts';
import { type MadePerson, makePerson } from '../../../tests/make/people.ts';
import { close, makeSurvey } from '../../../tests/make/surveys.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { readNow } from '../../platform/database/database.ts';
import { urls } from '../../urls.ts';
import { afterPause } from './mailing.store.ts';

let site: TestSite;
let officer: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { roles: ['officer'] });
});
afterEach(async () => {
  site.travel(null);
  await site.pool.query('delete from promotion_pause');
});
afterAll(() => site.close());

const invited = async (work: () => Promise<unknown>) =>
  (await mailsOf(site, work)).filter(({ subject }) => subject.startsWith('Votre avis sur'));
/** The day `days` from now, `YYYY-MM-DD`. */
const dayIn = async (days: number) =>
  new Date((await readNow(site.db)).getTime() + days * 86_400_000).toISOString().slice(0, 10);

describe('R64 the letter that invites, in a pre-electoral period', () => {
  it('R64 waits until the morning after it, in winter and in summer time', () => {
    expect(afterPause({ endsOn: '2027-03-27' })).toEqual(new Date('2027-03-28T06:00:00Z'));
    expect(afterPause({ endsOn: '2026-12-31' })).toEqual(new Date('2027-01-01T07:00:00Z'));
  });

  it('R64 is held while the questionnaire opens all the same; the office is told; it leaves after, once', async () => {
    const edition = await makeEdition(site, { phase: 'collection', slug: 'tenue' });
    const holder = await makePerson(site);
    await makeIdea(site, edition, { authorId: holder.id });
    await makePause(site, site.organisationId, officer.id, {
      startsOn: '2000-01-01',
      endsOn: await dayIn(3),
      reason: 'Élections de la tenue',
    });
    expect(await invited(() => makeSurvey(site, edition, { invites: true }))).toEqual([]);
    const visitor = site.visitor();
    await visitor.get(urls.survey({ edition: edition.slug }));
    expect(visitor.status).toBe(200);
    const page = urls.adminSurvey({ edition: edition.slug });
    await officer.client.get(page);
    expect(officer.client.main).toContain('Le courriel est retenu');
    expect(officer.client.main).toContain('Élections de la tenue');
    const { rows } = await site.pool.query<{ run_at: Date }>(
      `select run_at from graphile_worker.jobs where key like 'survey-invite:%'`,
    );
    expect(rows.map(({ run_at }) => run_at)).toEqual([afterPause({ endsOn: await dayIn(3) })]);
    // the queue reaches that hour
    const reach = () =>
      site.pool.query(
        `select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs
          where key like 'survey-invite:%'), run_at => now())`,
      );
    site.travel('5 days');
    expect((await invited(reach)).map(({ to }) => to)).toEqual([holder.email]);
    expect(await invited(reach)).toEqual([]);
    await officer.client.get(page);
    expect(officer.client.main).not.toContain('Le courriel est retenu');
  });

  it('R64 held until after the close, it is never sent', async () => {
    const edition = await makeEdition(site, { phase: 'collection', slug: 'passee' });
    await makeIdea(site, edition, { authorId: (await makePerson(site)).id });
    await makePause(site, site.organisationId, officer.id, { startsOn: '2000-01-01' });
    const survey = await makeSurvey(site, edition, { invites: true });
    await close(site, survey);
    await site.pool.query('delete from promotion_pause');
    const sent = await invited(() =>
      site.pool.query(
        `select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs
          where key like 'survey-invite:%'), run_at => now())`,
      ),
    );
    expect(sent).toEqual([]);
  });
});

describe('R198 R64 the questionnaire in the search', () => {
  it('is found while it is open, by its words, in public editions alone; the office is told to open and read it', async () => {
    const edition = await makeEdition(site, { phase: 'collection', title: 'Budget des berges' });
    const hidden = await makeEdition(site, { title: 'Budget des combles', open: false });
    const draft = await makeEdition(site, { phase: 'collection', title: 'Budget des dunes' });
    const survey = await makeSurvey(site, edition);
    await makeSurvey(site, hidden);
    await makeSurvey(site, draft, { open: false });
    const visitor = site.visitor();
    const find = async () => {
      await visitor.get(urls.search({ q: 'questionnaire' }));
      return visitor.main;
    };
    const found = await find();
    expect(found).toContain(urls.survey({ edition: edition.slug }));
    expect(found).not.toContain(urls.survey({ edition: draft.slug }));
    expect(found).not.toContain('combles');
    await close(site, survey);
    site.memory.forgetAll();
    expect(await find()).not.toContain(urls.survey({ edition: edition.slug }));
  });
});
