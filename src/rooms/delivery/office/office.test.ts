import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listFactsAbout } from '../../../../tests/make/editions.ts';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import {
  hiddenIn,
  type MadeRealisation,
  makeRealisation,
  typedDay,
} from '../../../../tests/make/realisations.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { findRealisation } from '../realisation.store.ts';

let site: TestSite;
let officer: MadePerson;
let made: MadeRealisation;
beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { roles: ['officer'] });
});
afterAll(() => site.close());
beforeEach(async () => {
  made = await makeRealisation(site);
});

const at = () => ({ edition: made.edition.slug, project: made.project });
const read = async () => (await findRealisation(site.db, site.organisationId, made.projectId))!;
const step = async (stage: string) => (await read()).steps.find((one) => one.stage === stage)!;
const done = (day: string, more: Record<string, string> = {}) => ({
  title: '',
  description: '',
  ...typedDay('planned', ''),
  ...typedDay('done', day),
  ...more,
});

describe('R59 R81 realisations in the office', () => {
  it('R59 R81 an officer tells a step with its dates, title and words, and the list says where it stands', async () => {
    const { client } = officer;
    await client.get(urls.adminDeliveries({ edition: made.edition.slug }));
    expect(client.main).toContain(made.title);
    expect(client.main).toContain('Aucun service');
    const path = urls.adminDeliveryStep({ ...at(), stage: 'study' });
    await client.get(path);
    await client.post(path, {
      mark: hiddenIn(client.main, 'mark'),
      title: 'Les commerçants sont partants',
      description: 'Dix-neuf sur vingt-quatre donneront leurs invendus.',
      ...typedDay('planned', '2026-03-01'),
      ...typedDay('done', '2026-03-20'),
    });
    expect(client.status).toBe(200);
    expect(client.main).toContain('20\u00a0mars 2026');
    expect(await step('study')).toMatchObject({
      title: 'Les commerçants sont partants',
      plannedOn: '2026-03-01',
      doneOn: '2026-03-20',
    });
    const facts = await listFactsAbout(site, made.realisationId);
    expect(facts.at(-1)).toMatchObject({
      kind: 'realisation.advanced',
      actor_id: officer.id,
      detail: { stage: 'study', title: made.title, editionId: made.edition.id },
    });
    await client.get(urls.adminJournal());
    expect(client.main).toContain(
      'a franchi l’étape «\u202fÉtude\u202f» de la réalisation «\u202fUne tente anti-gaspi',
    );
    const { rows } = await site.pool.query(
      `select stage, next_stage from realisation where id = $1`,
      [made.realisationId],
    );
    expect(rows).toEqual([{ stage: 'study', next_stage: 'procurement' }]);
  });

  it('R81 a month is enough, and a day that is none is said beside its field with nothing lost', async () => {
    const { client } = officer;
    const path = urls.adminDeliveryStep({ ...at(), stage: 'works' });
    await client.get(path);
    const mark = hiddenIn(client.main, 'mark');
    const words = { title: 'Gros œuvre', description: 'On creuse.' };
    const planned = { 'planned-day': '', 'planned-month': '9', 'planned-year': '2027' };
    await client.post(path, {
      mark,
      ...words,
      ...planned,
      'done-day': '31',
      'done-month': '2',
      'done-year': '2026',
    });
    expect(client.status).toBe(422);
    expect(client.main).toContain('Cette date n’existe pas');
    expect(client.main).toContain('On creuse.');
    await client.post(path, { mark, ...words, ...planned, ...typedDay('done', '2026-02-11') });
    expect(client.status).toBe(422);
    expect(client.main).toContain('Une étape précédente n’a pas de date réelle');
    expect((await step('works')).title, 'nothing half-written').toBe('');
    await client.post(path, { mark, ...words, ...planned, ...typedDay('done', '') });
    expect(client.main).toContain('septembre 2027');
    expect(await step('works')).toMatchObject({
      plannedOn: '2027-09-01',
      plannedIsMonth: true,
      doneOn: null,
    });
  });

  it('R81 two people at once: the second sees both values and loses none', async () => {
    const other = await makePerson(site, { roles: ['officer'] });
    const path = urls.adminDeliveryStep({ ...at(), stage: 'study' });
    for (const { client } of [officer, other]) await client.get(path);
    const [mine, theirs] = [officer, other].map(({ client }) => hiddenIn(client.main, 'mark'));
    await other.client.post(path, done('2026-03-05', { mark: theirs!, title: 'Vu par Voirie' }));
    await officer.client.post(path, done('2026-03-09', { mark: mine!, title: 'Vu par moi' }));
    expect(officer.client.status).toBe(409);
    expect(officer.client.main).toContain('Vu par moi');
    expect(officer.client.main).toContain('Enregistré entre-temps\u202f: Vu par Voirie');
    expect(officer.client.main).toContain('Enregistré entre-temps\u202f: 5\u00a0mars 2026');
    expect((await step('study')).title).toBe('Vu par Voirie');
    const again = hiddenIn(officer.client.main, 'mark');
    await officer.client.post(path, done('2026-03-09', { mark: again, title: 'Vu par moi' }));
    expect(officer.client.status).toBe(200);
    expect((await step('study')).title).toBe('Vu par moi');
  });

  it('R81 the money: amounts in euros, kept in cents; what another saved meanwhile is shown', async () => {
    const { client } = officer;
    const path = urls.adminDelivery(at());
    await client.get(path);
    const mark = hiddenIn(client.main, 'mark');
    await client.post(path, {
      mark,
      department: '',
      mode: 'services',
      committed: '90',
      spent: '91',
    });
    expect(client.status).toBe(422);
    expect(client.main).toContain('Le montant dépensé dépasse le montant engagé');
    await client.post(path, { mark, department: 'nulle part', mode: 'services', spent: 'douze' });
    expect(client.status).toBe(422);
    expect(client.main).toContain('Choisissez un service de la liste');
    expect(client.main).toContain('Ce n’est pas un montant');
    await client.post(path, { mark, mode: 'team', committed: '9 800,50 €', spent: '' });
    expect(await read()).toMatchObject({ committedCost: 980_050, spentCost: null, mode: 'team' });
    await client.post(path, { mark, mode: 'services', committed: '1 000', spent: '10' });
    expect(client.status).toBe(409);
    expect(client.main).toContain('Enregistré entre-temps\u202f: 9\u202f800,50');
    expect(client.main).toContain('Enregistré entre-temps\u202f: Une équipe');
    expect(client.main).toContain('value="1 000"');
    expect((await read()).committedCost).toBe(980_050);
  });

  it('R60 R61 the mode of an edition is that of its realisations, but for those that differ', async () => {
    const { client } = officer;
    const path = urls.adminDeliveryMode({ edition: made.edition.slug });
    await client.post(path, { mode: 'team' });
    expect((await read()).mode).toBe('team');
    await client.get(urls.adminDelivery(at()));
    await client.post(urls.adminDelivery(at()), {
      mark: hiddenIn(client.main, 'mark'),
      mode: 'services',
    });
    await client.post(path, { mode: 'inconnu' });
    await client.post(path, { mode: 'services' });
    await client.post(path, { mode: 'team' });
    expect((await read()).mode, 'as all others, since it was as they are').toBe('team');
  });

  it('R81 suspended with a reason that everybody reads, then taken up again', async () => {
    const { client } = officer;
    const path = urls.adminDeliveryHalt(at());
    await client.post(path, { act: 'suspend', reason: '' });
    expect(client.status).toBe(422);
    expect(client.main).toContain('Écrivez le motif');
    await client.post(path, { act: 'suspend', reason: 'Les fouilles ont trouvé un four.' });
    const visitor = site.visitor();
    await visitor.get(urls.delivery(at()));
    expect(visitor.main).toContain('Suspendu depuis le');
    expect(visitor.main).toContain('Les fouilles ont trouvé un four.');
    expect(visitor.main).not.toContain('En retard');
    const study = urls.adminDeliveryStep({ ...at(), stage: 'study' });
    await client.get(study);
    await client.post(study, done('2026-03-01', { mark: hiddenIn(client.main, 'mark') }));
    expect(client.status).toBe(422);
    expect(client.main).toContain('La réalisation est arrêtée');
    await client.post(path, { act: 'resume' });
    await visitor.get(urls.delivery(at()));
    expect(visitor.main).not.toContain('Les fouilles');
    const { rows } = await site.pool.query(
      `select kind, lifted_by from realisation_halt where realisation_id = $1`,
      [made.realisationId],
    );
    expect(rows).toEqual([{ kind: 'suspended', lifted_by: officer.id }]);
  });

  it('R81 one hundred halts at once leave one', async () => {
    const path = urls.adminDeliveryHalt(at());
    await Promise.all(
      Array.from({ length: 100 }, () =>
        officer.client.send(path, { act: 'suspend', reason: 'Le sol est pollué.' }),
      ),
    );
    const { rows } = await site.pool.query(
      `select count(*)::int from realisation_halt where realisation_id = $1`,
      [made.realisationId],
    );
    expect(rows).toEqual([{ count: 1 }]);
  });
});
