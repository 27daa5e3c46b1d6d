import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePause } from '../../../../tests/make/contact.ts';
import { makeEdition } from '../../../../tests/make/editions.ts';
import { makeKit } from '../../../../tests/make/guides.ts';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { makePoll, makeProjects, publish, vote } from '../../../../tests/make/poll.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { dayInParis } from '../../../platform/clock/paris.ts';
import { urls } from '../../../urls.ts';
import { findPromotionPause } from '../index.ts';
import { listPauses } from './pause.store.ts';
import { checkPause, findPause, firstDayBefore, isPromotionOff } from './pause.ts';

describe('R183 the period of article L52-1', () => {
  it('R183 begins on the first day of the sixth month before the month of the election', () => {
    expect(firstDayBefore('2026-03-15')).toBe('2025-09-01');
    expect(firstDayBefore('2026-03-01')).toBe('2025-09-01');
    expect(firstDayBefore('2027-06-20')).toBe('2026-12-01');
    expect(firstDayBefore('2028-07-02')).toBe('2028-01-01');
  });

  it('R183 holds on its first and its last day, not once lifted', () => {
    const pause = { id: '1', startsOn: '2025-09-01', endsOn: '2026-03-22', reason: 'x' };
    const standing = { ...pause, liftedAt: null };
    expect(isPromotionOff([standing], '2025-08-31')).toBe(false);
    expect(isPromotionOff([standing], '2025-09-01')).toBe(true);
    expect(isPromotionOff([standing], '2026-03-22')).toBe(true);
    expect(isPromotionOff([standing], '2026-03-23')).toBe(false);
    expect(isPromotionOff([{ ...pause, liftedAt: new Date(0) }], '2026-01-01')).toBe(false);
    const longer = { ...standing, id: '2', endsOn: '2026-06-30' };
    expect(findPause([standing, longer], '2026-01-01')?.id).toBe('2');
  });

  it('R183 refuses what is no period, in words beside each field', () => {
    const check = (startsOn: string | null, endsOn: string | null, reason = 'Municipales') =>
      checkPause({ startsOn, endsOn, reason }, '2026-01-01');
    expect(check('2025-09-01', '2026-03-22')).toEqual({});
    expect(check(null, null, '')).toEqual({
      startsOn: 'not-a-day',
      endsOn: 'not-a-day',
      reason: 'reason-missing',
    });
    expect(check('2026-03-23', '2026-03-22').endsOn).toBe('ends-before-start');
    expect(check('2025-01-01', '2026-03-22').endsOn).toBe('too-far-apart');
    expect(check('2025-09-01', '2025-12-31').endsOn).toBe('over-already');
    expect(check('2025-09-01', '2026-03-22', 'x'.repeat(201)).reason).toBe('reason-too-long');
  });
});

describe('R183 what promotes is off, and says why', () => {
  let site: TestSite;
  let officer: MadePerson;
  const day = (days: number) => {
    const at = dayInParis(new Date(Date.now() + days * 86_400_000));
    const [year, month, date] = at.split('-');
    return { year: year!, month: month!, day: date! };
  };
  const fieldsOf = (name: string, { year, month, day: date }: ReturnType<typeof day>) => ({
    [`${name}-day`]: date,
    [`${name}-month`]: month,
    [`${name}-year`]: year,
  });
  const typed = {
    motif: 'Élections municipales',
    ...fieldsOf('dernier-jour', day(30)),
    ...fieldsOf('premier-jour', day(-30)),
  };

  beforeAll(async () => {
    site = await openTestSite();
    officer = await makePerson(site, { roles: ['officer'] });
    const act = { organisationId: site.organisationId, by: null };
    const edition = await makeEdition(site, { phase: 'vote', slug: 'finie' });
    await makeProjects(site, act, edition, ['Un verger lauréat', 'Un kiosque', 'Une mare']);
    const poll = await makePoll(site, act, edition);
    await vote(site, site.organisationId, edition, officer.id, [1, 2, 3]);
    await makeKit(site, edition, { title: 'Affiches à coller', shownTo: 'public' });
    site.travel('11 days');
    await publish(site, act, poll);
    await site.runJobs();
  });
  afterAll(() => site.close());

  it('R183 an officer enters it: winners leave the home page, kits are not handed out, a fact is kept', async () => {
    const reader = site.visitor();
    expect((await reader.get(urls.home())).main).toContain('Un verger lauréat');
    expect((await reader.get(urls.kits({ edition: 'finie' }))).main).toContain('Affiches à coller');
    await officer.client.post(urls.adminPauses(), typed);
    expect(officer.client.path).toBe(urls.adminPauses());
    expect(officer.client.main).toContain('Vous êtes en période préélectorale jusqu’au');
    site.memory.forgetAll();
    for (const path of [urls.home(), urls.kits({ edition: 'finie' })]) {
      await reader.get(path);
      expect(reader.main, path).toContain('article L52-1');
      expect(reader.main, path).toContain('Élections municipales');
      expect(reader.main, path).not.toContain('Affiches à coller');
    }
    expect((await reader.get(urls.home())).main).not.toContain('Un verger lauréat');
    const item = urls.kitItem({ edition: 'finie', kit: 'affiches-a-coller', item: 1 });
    expect((await reader.send(item)).status).toBe(404);
    expect(
      (await reader.get(urls.results({ edition: 'finie' }))).main,
      'informing goes on',
    ).toContain('Un verger lauréat');
    await officer.client.get(urls.kits({ edition: 'finie' }));
    expect(officer.client.main, 'whoever works with it still reads it').toContain(
      'Affiches à coller',
    );
    await officer.client.get(urls.adminJournal());
    expect(officer.client.main).toContain('a déclaré une période préélectorale');
  });

  it('R183 lifted before its time, everything is back, and the period stays written', async () => {
    const [pause] = await listPauses(site.db, site.organisationId);
    await officer.client.post(urls.adminLiftPause({ pause: pause!.id }));
    await officer.client.post(urls.adminLiftPause({ pause: pause!.id }));
    expect(officer.client.main).toContain('Levée');
    site.memory.forgetAll();
    expect((await site.visitor().get(urls.home())).main).toContain('Un verger lauréat');
    const facts = await site.db
      .selectFrom('fact')
      .select('kind')
      .where('subject_id', '=', pause!.id)
      .orderBy('recorded_at')
      .execute();
    expect(facts.map(({ kind }) => kind)).toEqual([
      'promotion-pause.declared',
      'promotion-pause.lifted',
    ]);
    expect(await findPromotionPause(site.db, site.organisationId)).toBeNull();
  });

  it('R183 the first day left out follows the law; a faulty form keeps what was typed', async () => {
    await officer.client.post(urls.adminPauses(), {
      motif: '',
      'dernier-jour-day': '31',
      'dernier-jour-month': '2',
      'dernier-jour-year': '2099',
    });
    expect(officer.client.status).toBe(422);
    expect(officer.client.main).toContain('href="#motif"');
    expect(officer.client.main).toContain('href="#dernier-jour"');
    expect(officer.client.main).toContain('value="2099"');
    expect(await listPauses(site.db, site.organisationId)).toHaveLength(1);
    await officer.client.post(urls.adminPauses(), {
      motif: 'Élections de 2099',
      'dernier-jour-day': '22',
      'dernier-jour-month': '3',
      'dernier-jour-year': '2099',
    });
    expect(officer.client.main).toMatch(/Du\s1er\sseptembre\s2098\sau\s22\smars\s2099/);
    expect(officer.client.main).toContain('À venir');
  });

  it('R183 W3 a resident enters none, and a neighbour lifts none of ours', async () => {
    const { client } = await makePerson(site);
    expect((await client.send(urls.adminPauses(), typed)).status).toBe(403);
    const id = await makePause(site, site.organisationId, officer.id, { reason: 'Cantonales' });
    for (const other of [id.replace(/^./, (one) => (one === '0' ? '1' : '0')), 'x'])
      expect((await officer.client.send(urls.adminLiftPause({ pause: other }), {})).status).toBe(
        404,
      );
  });
});
