import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MadePerson, makeDepartment, makePerson } from '../../../tests/make/people.ts';
import { type MadeRealisation, makeRealisation } from '../../../tests/make/realisations.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';

let site: TestSite;
let officer: MadePerson;
let agent: MadePerson;
let made: MadeRealisation;
beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { roles: ['officer'] });
  const { id } = await makeDepartment(site);
  agent = await makePerson(site, { roles: ['agent'], departmentId: id });
  made = await makeRealisation(site, { announcedOn: '2021-01-15' });
  // as an import leaves it, whose file knew the months only
  await site.pool.query('update realisation set department_id = $1 where id = $2', [
    id,
    made.realisationId,
  ]);
  await site.pool.query(
    `update realisation_step set planned_is_month = true,
        planned_on = case stage when 'procurement' then '2021-09-01' else date_trunc('month', planned_on) end,
        done_on = case when stage in ('to-launch', 'study') then '2021-03-01'::date end,
        done_is_month = stage in ('to-launch', 'study')
      where realisation_id = $1`,
    [made.realisationId],
  );
});
afterAll(() => site.close());

const at = () => ({ edition: made.edition.slug, project: made.project });
/** What a reader sees: words, without tags. */
const wordsOf = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

describe('R81 steps known by their month only', () => {
  it.each([
    ['its page', () => site.visitor(), () => urls.delivery(at()), 'mars 2021'],
    ['its page, what comes', () => site.visitor(), () => urls.delivery(at()), 'septembre 2021'],
    ['« Suivi global »', () => site.visitor(), () => urls.globalDelivery(), 'septembre 2021'],
    ['the office’s file', () => officer.client, () => urls.adminDelivery(at()), 'mars 2021'],
    [
      'the office’s list',
      () => officer.client,
      () => urls.adminDeliveries({ edition: made.edition.slug }),
      'septembre 2021',
    ],
    ['the department’s list', () => agent.client, () => urls.ownDeliveries(), 'septembre 2021'],
  ] as const)('R81 %s says a month and no day', async (_, client, address, month) => {
    const words = wordsOf((await client().get(address())).main);
    expect(words).toContain(month);
    expect(words).not.toMatch(/\b(?:1er|1)\s(?:mars|septembre)/);
  });

  it('R81 the file says year and month', async () => {
    const file = await (await site.visitor().send(urls.globalDeliveryCsv())).text();
    expect(file).toContain('2021-09');
    expect(file).not.toContain('2021-09-01');
  });

  it('R81 the page of the week says it too', async () => {
    const words = wordsOf((await officer.client.get(urls.adminWeek())).main);
    expect(words).toContain('échéance en septembre 2021');
  });
});
