import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makePerson } from '../../../tests/make/people.ts';
import { type MadeRealisation, makeRealisation } from '../../../tests/make/realisations.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import { beginRealisations, findRealisation, listRealisations } from './index.ts';
import { markFrame, saveFrame, saveStep } from './realisation-writing.store.ts';

let site: TestSite;
let made: MadeRealisation;
beforeAll(async () => {
  site = await openTestSite();
  made = await makeRealisation(site, { announcedOn: '2024-01-15' });
});
afterAll(() => site.close());

const at = () => ({ edition: made.edition.slug, project: made.project });
const named = () => ({
  realisationId: made.realisationId,
  number: made.project,
  title: made.title,
});
const act = () => ({ organisationId: site.organisationId, by: null });

describe('R81 the public page of a realisation', () => {
  it('R81 says plainly that it is late, what was voted, committed and spent, and what is not known', async () => {
    const visitor = site.visitor();
    await visitor.get(urls.delivery(at()));
    expect(visitor.main).toContain('Ce projet a pris du retard');
    expect(visitor.main).toContain('prévue pour le 15\u00a0mai 2024');
    expect(visitor.main).toContain('Pas encore connu\u202f: engagé, dépensé.');
    await visitor.get(urls.deliveries({ edition: made.edition.slug }));
    expect(visitor.main).toContain('En retard');
    const realisation = (await findRealisation(site.db, site.organisationId, made.projectId))!;
    const frame = {
      departmentId: null,
      mode: 'team' as const,
      committedCost: 10_500_00,
      outcome: '',
      spentCost: 4_000_00,
    };
    await saveFrame(site.db, act(), named(), frame, markFrame(realisation));
    const later = {
      title: '',
      description: '',
      plannedOn: '2031-05-01',
      plannedIsMonth: true,
      doneOn: null,
      doneIsMonth: false,
    };
    await saveStep(site.db, act(), named(), 'study', later);
    site.memory.forgetAll();
    await visitor.get(urls.delivery(at()));
    expect(visitor.main).not.toContain('Ce projet a pris du retard');
    expect(visitor.main).toContain('prévue en mai 2031');
    expect(visitor.main).toContain('dépasse de 500\u00a0€ le budget voté');
    expect(visitor.main).toMatch(/Voté\s:\s10\s000\s€/u);
    expect(visitor.main).toContain('Une équipe\u202f: porteur');
  });

  it('R81 R188 idea, project, vote and realisation lead to each other', async () => {
    const visitor = site.visitor();
    const { edition } = at();
    await visitor.get(urls.delivery(at()));
    const realisation = visitor.main;
    for (const address of [
      `${urls.ideas({ edition })}/${made.ideaNumber}-`,
      `${urls.projects({ edition })}/${made.project}-`,
      urls.results({ edition }),
    ])
      expect(realisation, address).toContain(`href="${address}`);
    await visitor.get(urls.idea({ edition, idea: made.ideaNumber }));
    expect(visitor.main).toContain(`href="${urls.delivery(at())}"`);
    const officer = await makePerson(site, { roles: ['officer'] });
    await officer.client.get(urls.adminEdition({ edition }));
    expect(officer.client.main).toContain(urls.adminDeliveries({ edition }));
  });

  it('R59 a winner becomes a realisation once, however often it is told', async () => {
    const winners = [{ projectId: made.projectId, cost: 10_000_00 }];
    await Promise.all(
      Array.from({ length: 10 }, () =>
        beginRealisations(site.db, site.organisationId, made.edition.id, winners, '2024-01-15'),
      ),
    );
    expect(await listRealisations(site.db, site.organisationId, made.edition.id)).toHaveLength(1);
  });
});
