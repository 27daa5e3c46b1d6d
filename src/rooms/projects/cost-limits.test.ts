import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeEdition } from '../../../tests/make/editions.ts';
import { type MadePerson, makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import { freezeList } from './list-freeze.store.ts';
import { changeProject, insertProject } from './project-writing.store.ts';

let site: TestSite;
let officer: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { roles: ['officer'] });
});
afterAll(() => site.close());

it('R67 a cost outside the limits of its envelope is said while it is written, and no list is frozen with it', async () => {
  const share = (target: string, projectCap: number | null) => ({
    id: null,
    name: '',
    kind: 'district' as const,
    target,
    amount: 50_000_00,
    projectCap,
    projectFloor: null,
  });
  const edition = await makeEdition(site, {
    phase: 'study',
    districts: ['Nord', 'Sud'],
    envelopes: [share('Nord', 20_000_00), share('Sud', null)],
  });
  const at = { edition: edition.slug };
  const act = { organisationId: site.organisationId, by: officer.id };
  const text = {
    summary: 'S',
    categoryId: edition.categories[0]!.id,
    place: '',
    ideaIds: [],
  };
  const dear = { ...text, title: 'Un pont', cost: 20_000_01, district: 'Nord' };
  const nowhere = { ...text, title: 'Un ballon', cost: 10_00, district: '' };
  const made = [];
  for (const project of [dear, nowhere]) {
    const written = await insertProject(site.db, act, edition.id, project);
    if (!written.ok) throw new Error(written.refusal);
    made.push(written);
  }
  const { client } = officer;
  await client.get(urls.adminProject({ ...at, project: made[0]!.id }));
  expect(client.html.replaceAll(/\s/g, ' ')).toContain('dépasse le plafond de 20 000 € par projet');
  await client.get(urls.adminFreezeList(at));
  expect(client.html).toContain('2 projets sortent des limites');
  expect(client.html).toContain('Aucune enveloppe ne finance');
  await client.post(urls.adminFreezeList(at));
  expect(client.status).toBe(422);
  expect(await freezeList(site.db, act, edition.id)).toEqual({
    ok: false,
    refusal: 'cost-outside-limits',
    count: 2,
  });
  await changeProject(site.db, act, made[0]!.id, { ...dear, cost: 20_000_00 });
  await changeProject(site.db, act, made[1]!.id, { ...nowhere, district: 'Sud' });
  expect(await freezeList(site.db, act, edition.id)).toMatchObject({ ok: true, projects: 2 });
});
