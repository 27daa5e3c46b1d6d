import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePerson } from '../../../../tests/make/people.ts';
import { type MadeRealisation, makeRealisation } from '../../../../tests/make/realisations.ts';
import { makeTestimony } from '../../../../tests/make/testimonies.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { haltRealisation } from '../halt.store.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const show = async ({ edition }: MadeRealisation) => {
  site.memory.forgetAll();
  const asked = urls.globalDelivery({ vue: 'vitrine', edition: edition.slug });
  return (await site.visitor().get(asked)).main;
};
const at = ({ edition, project }: MadeRealisation) => ({ edition: edition.slug, project });

describe('R85 testimonies on the cards of the showcase', () => {
  it('R85 the one accepted last is quoted in few words, with its author and the way to the rest', async () => {
    const made = await makeRealisation(site);
    const [first, last] = [await makePerson(site), await makePerson(site)];
    await makeTestimony(site, made, first.id, { body: 'Le premier mot.' });
    const body = `Un soir de novembre. ${'Encore un mot. '.repeat(20)}Le dernier mot.`;
    await makeTestimony(site, made, last.id, { body });
    const main = await show(made);
    expect(main).toContain('«\u202fUn soir de novembre.');
    expect(main).not.toContain('Le premier mot');
    expect(main).not.toContain('Le dernier mot');
    expect(main).toContain(last.nickname);
    const whole = `${urls.delivery(at(made))}#temoignages`;
    expect(main).toContain(`href="${whole}"`);
    const page = await site.visitor().get(urls.delivery(at(made)));
    expect(page.main).toContain('id="temoignages"');
    expect(page.main).toContain('Le dernier mot.');
  });

  it('R85 what waits, what came back, and what stands still is quoted by nobody', async () => {
    const [made, holder] = [await makeRealisation(site), await makePerson(site)];
    const body = 'Pas encore lu.';
    await makeTestimony(site, made, holder.id, { body, settled: null });
    expect(await show(made)).not.toContain(body);
    await makeTestimony(site, made, holder.id, { body, settled: 'returned' });
    expect(await show(made)).not.toContain(body);
    await makeTestimony(site, made, holder.id, { body });
    expect(await show(made)).toContain(body);
    const named = { realisationId: made.realisationId, number: made.project, title: made.title };
    const act = { organisationId: site.organisationId, by: null };
    await haltRealisation(site.db, act, named, 'abandon', 'Le terrain est inondable.');
    const main = await show(made);
    expect(main).toContain('Le terrain est inondable.');
    expect(main).not.toContain(body);
  });

  it('R85 a child who testifies is not named', async () => {
    const [made, child] = [await makeRealisation(site), await makePerson(site)];
    await site.pool.query(
      `update person set birth_date = palabre_today() - interval '12 years' where id = $1`,
      [child.id],
    );
    await makeTestimony(site, made, child.id, { body: 'Mon idée du parc.' });
    const main = await show(made);
    expect(main).toContain('Mon idée du parc.');
    expect(main).toContain('Une personne à l’origine de l’idée');
    expect(main).not.toContain(child.nickname);
  });

  it('R85 a page of many asks the same few things of the database as a page of one', async () => {
    const asked: number[] = [];
    for (const more of [1, 6]) {
      for (let one = 0; one < more; one++)
        await makeTestimony(site, await makeRealisation(site), (await makePerson(site)).id, {});
      const address = urls.globalDelivery({ vue: 'vitrine' });
      site.memory.forgetAll();
      asked.push(await site.countStatements(() => site.visitor().get(address)));
    }
    expect(asked[0]).toBe(asked[1]);
  });
});
