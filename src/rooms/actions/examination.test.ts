import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAction, makeReviewer } from '../../../tests/make/action.ts';
import { makeFund } from '../../../tests/make/fund.ts';
import {
  type MadeGroup,
  type MadeMovement,
  makeGroup,
  makeMovement,
} from '../../../tests/make/group.ts';
import { mailsOf } from '../../../tests/make/mails.ts';
import { type MadePerson, makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import type { Fund } from '../funds/index.ts';
import { joinGroup } from '../groups/index.ts';
import { type Action, CRITERIA } from './action.ts';
import { actionSegment } from './action-address.ts';
import { CRITERION_FIELDS, noteField } from './decision.page.tsx';
import { listExaminations } from './examination.store.ts';
import { findActionById } from './index.ts';

let site: TestSite;
let movement: MadeMovement;
let group: MadeGroup;
let fund: Fund;
let reviewer: MadePerson;
let other: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  movement = await makeMovement(site);
  group = await makeGroup(site, movement, { certified: true, name: 'Les Lilas' });
  ({ fund } = await makeFund(site, movement));
  reviewer = await makeReviewer(site, movement);
  other = await makeReviewer(site, movement);
}, 60_000);
afterAll(() => site.close());

const at = (action: Action) => ({ action: actionSegment(action) });
const fresh = async (action: Action) => (await findActionById(site.db, movement.id, action.id))!;
const submitted = (title: string) =>
  makeAction(site, movement, fund, group, { title, submitted: true });
const met = Object.fromEntries(CRITERIA.map((one) => [CRITERION_FIELDS[one], 'oui']));
const leaders = () => [group.lead.email, group.secondLead!.email, group.manager.email].sort();

describe('a decision', () => {
  it('R12 five criteria met: published, and the group is told', async () => {
    const action = await submitted('Repas de rue');
    const { client } = reviewer;
    await client.get(urls.examination(at(action)));
    expect(client.main.match(/type="radio"/g)).toHaveLength(10);
    // one criterion is not said met
    const four = { ...met, [CRITERION_FIELDS.budget]: '', version: '1' };
    expect(await client.post(urls.examinationPublish(at(action)), four)).toMatchObject({
      status: 422,
    });
    expect(client.main).toContain('les cinq critères doivent être remplis');
    const mails = await mailsOf(site, () =>
      client.post(urls.examinationPublish(at(action)), { ...met, version: '1' }),
    );
    expect(await fresh(action)).toMatchObject({ state: 'published', commitments: 0 });
    expect((await fresh(action)).publishedAt).not.toBeNull();
    expect(mails.map(({ to }) => to).sort()).toEqual(leaders());
    expect(mails[0]!.subject).toBe('Publiée : Repas de rue');
    expect(mails[0]!.text).toContain(urls.fundAction({ fund: fund.slug, ...at(action) }));
  });

  it('R11 changes are asked for criterion by criterion; completed, both versions can be compared', async () => {
    const action = await submitted('Jardin de rue');
    const { client } = reviewer;
    const asked = {
      ...met,
      [CRITERION_FIELDS.inclusion]: 'non',
      [noteField('inclusion')]: 'Dites combien de temps cela prend.',
      motif: 'Presque prêt.',
      version: '1',
    };
    const mails = await mailsOf(site, () =>
      client.post(urls.examinationChanges(at(action)), asked),
    );
    expect(mails.map(({ to }) => to).sort()).toEqual(leaders());
    expect(mails[0]!.text).toContain('Presque prêt.');
    expect(mails[0]!.text).toContain('Dites combien de temps cela prend.');
    expect(await fresh(action)).toMatchObject({ state: 'changes-requested' });
    const lead = group.lead.client;
    await lead.get(urls.proposal(at(action)));
    expect(lead.main).toContain('Presque prêt.');
    await lead.get(urls.proposalText(at(action)));
    const now = await fresh(action);
    await lead.post(urls.proposalText(at(action)), {
      version: String(now.version),
      titre: now.title,
      resume: now.summary,
      type: now.kind,
      description: now.description,
      implication: now.involvement,
      inclusion: 'Une heure par personne.',
      adaptation: now.reproduction,
      etapes: now.steps,
      materiel: now.materials,
      'depense-1': 'Terreau',
      'montant-1': '120',
    });
    const again = await mailsOf(site, () => lead.post(urls.proposalSubmit(at(action))));
    expect(again.map(({ to }) => to)).toContain(reviewer.email);
    expect(again.map(({ to }) => to)).not.toContain(group.lead.email);
    for (const one of [group.lead, reviewer]) {
      await one.client.get(urls.proposalVersion({ ...at(action), version: 2 }));
      expect(one.client.main).toContain('<ins>');
      expect(one.client.main).toContain('Terreau');
    }
    const { client: stranger } = await makePerson(site, { organisation: movement });
    expect(await stranger.get(urls.proposalVersion({ ...at(action), version: 2 }))).toMatchObject({
      status: 404,
    });
    // who still reads the first version decides on nothing
    expect(
      await client.post(urls.examinationPublish(at(action)), { ...met, version: '1' }),
    ).toMatchObject({ status: 409 });
    expect(await fresh(action)).toMatchObject({ state: 'submitted', maximum: 12_000 });
  });

  it('R12 a refusal says why, to the group too; refused by mistake, it is examined anew', async () => {
    const action = await submitted('Concert');
    const { client } = reviewer;
    const address = urls.examinationRefuse(at(action));
    expect(await client.post(address, { version: '1', motif: '  ' })).toMatchObject({
      status: 422,
    });
    expect(await fresh(action)).toMatchObject({ state: 'submitted' });
    const mails = await mailsOf(site, () =>
      client.post(address, { version: '1', motif: 'Ce concert ne se refait pas ailleurs.' }),
    );
    expect(mails.map(({ to }) => to).sort()).toEqual(leaders());
    expect(mails[0]!.text).toContain('Ce concert ne se refait pas ailleurs.');
    expect(await fresh(action)).toMatchObject({ state: 'refused' });
    await group.members[0]!.client.get(urls.proposal(at(action)));
    expect(group.members[0]!.client.main).toContain('Ce concert ne se refait pas ailleurs.');
    await client.post(urls.examinationReopen(at(action)), { version: '1', motif: '' });
    expect(await fresh(action)).toMatchObject({ state: 'submitted' });
  });

  it('R12 two reviewers at the same instant: one decision, the other is told', async () => {
    const action = await submitted('Course');
    const decisions = [
      [reviewer, urls.examinationPublish(at(action)), { ...met, version: '1' }],
      [other, urls.examinationRefuse(at(action)), { version: '1', motif: 'Non.' }],
    ] as const;
    const answers = await Promise.all(
      decisions.map(([{ client }, address, fields]) => client.send(address, fields)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    const { rows } = await site.pool.query(
      `select count(*)::int as decided from fund_action_act where action_id = $1 and kind <> 'submitted'`,
      [action.id],
    );
    expect(rows).toEqual([{ decided: 1 }]);
  });

  it('R12 a reviewer never decides on the action of a group they belong to', async () => {
    const insider = await makeReviewer(site, movement);
    const act = { organisationId: movement.id, by: insider.id };
    await joinGroup(site.db, act, group.group.id, { atOnce: true });
    const action = await submitted('Entre nous');
    const mails = await mailsOf(site, () => reviewer.client.get('/'));
    expect(mails.map(({ to }) => to)).not.toContain(insider.email);
    const { client } = insider;
    await client.get(urls.examination(at(action)));
    expect(client.main).toContain('Vous faites partie du groupe qui propose');
    expect(client.main).not.toContain(urls.examinationPublish(at(action)));
    for (const address of [
      urls.examinationPublish,
      urls.examinationRefuse,
      urls.examinationChanges,
      urls.examinationMessage,
    ])
      expect(
        await client.post(address(at(action)), { ...met, version: '1', motif: 'x', message: 'x' }),
      ).toMatchObject({ status: 403 });
    expect(await fresh(action)).toMatchObject({ state: 'submitted' });
  });

  it('R12 a published action is archived with words, and comes back as it was', async () => {
    const action = await makeAction(site, movement, fund, group, { published: true });
    const { client } = reviewer;
    const address = urls.examinationArchive(at(action));
    expect(await client.post(address, { version: '1', motif: '' })).toMatchObject({ status: 422 });
    const mails = await mailsOf(site, () =>
      client.post(address, { version: '1', motif: 'Le magasin a fermé.' }),
    );
    expect(mails).toHaveLength(3);
    expect(await fresh(action)).toMatchObject({ state: 'archived' });
    await client.post(urls.examinationReopen(at(action)), { version: '1' });
    expect(await fresh(action)).toMatchObject({ state: 'published' });
  });
});

describe('who examines', () => {
  it('R2 R12 reviewers and the office; nobody else, whatever else they do', async () => {
    const action = await submitted('Qui examine');
    const make = (roles: Parameters<typeof makePerson>[1]) =>
      makePerson(site, { organisation: movement, ...roles });
    const [office, finance, nobody, unproven] = [
      await make({ roles: ['administrator'] }),
      await make({ roles: ['finance'] }),
      await make({}),
      await make({ roles: ['action-reviewer'], factorProven: false }),
    ];
    for (const { client } of [finance, nobody, group.lead, group.manager])
      for (const path of [urls.examinations(), urls.examination(at(action))])
        expect(await client.get(path)).toMatchObject({ status: 403 });
    expect((await unproven.client.send(urls.examinations())).status).toBe(303);
    const decision = { ...met, version: '1' };
    for (const { client } of [finance, nobody, group.lead])
      expect((await client.send(urls.examinationPublish(at(action)), decision)).status).toBe(403);
    expect(await office.client.get(urls.examination(at(action)))).toMatchObject({ status: 200 });
    expect(await fresh(action)).toMatchObject({ state: 'submitted' });
  });

  it('W3 nothing of another movement is examined, and a town has no actions', async () => {
    const elsewhere = await makeMovement(site);
    const stranger = await makeReviewer(site, elsewhere);
    const action = await submitted('Chez nous');
    const address = urls.examination(at(action));
    expect(await stranger.client.get(address)).toMatchObject({ status: 404 });
    expect(await stranger.client.get(urls.examinations())).toMatchObject({ status: 200 });
    expect(stranger.client.main).not.toContain('Chez nous');
    const { client } = await makePerson(site, { roles: ['action-reviewer'] });
    expect(await client.get(urls.examinations())).toMatchObject({ status: 404 });
  });
});

describe('the exchange', () => {
  it('R11 each side is written to, and nobody else reads', async () => {
    const action = await submitted('Échanges');
    const toGroup = await mailsOf(site, () =>
      reviewer.client.post(urls.examinationMessage(at(action)), { message: 'À quelle heure ?' }),
    );
    expect(toGroup.map(({ to }) => to).sort()).toEqual(leaders());
    expect(toGroup[0]!.text).not.toContain('À quelle heure');
    const toReview = await mailsOf(site, () =>
      group.lead.client.post(urls.proposalMessage(at(action)), { message: 'Le matin.' }),
    );
    expect(toReview.map(({ to }) => to)).toContain(reviewer.email);
    await reviewer.client.get(urls.examination(at(action)));
    expect(reviewer.client.main).toContain('Le matin.');
    const { client } = group.members[0]!;
    await client.get(urls.proposal(at(action)));
    expect(client.main).toContain('À quelle heure ?');
    const sent = { message: 'Moi aussi' };
    expect(await client.post(urls.proposalMessage(at(action)), sent)).toMatchObject({
      status: 403,
    });
    const empty = await group.lead.client.post(urls.proposalMessage(at(action)), { message: ' ' });
    expect(empty).toMatchObject({ status: 422 });
  });
});

describe('the queue', () => {
  it('R12 what waits longest first, page after page, found by words without accents', async () => {
    const movementOfMany = await makeMovement(site);
    const proposers = await makeGroup(site, movementOfMany, { certified: true });
    const { fund: theirs } = await makeFund(site, movementOfMany);
    for (const title of ['Étendre le linge', 'Planter un verger', 'Réparer les vélos'])
      await makeAction(site, movementOfMany, theirs, proposers, { title, submitted: true });
    const all = {
      words: '',
      state: 'submitted',
      kind: null,
      fundId: null,
      after: null,
    } as const;
    const list = async (more: object) => {
      const asked = { ...all, ...more };
      const page = await listExaminations(site.db, movementOfMany.id, asked, 2);
      return { titles: page.actions.map(({ title }) => title), next: page.next };
    };
    const first = await list({});
    expect(first.titles).toEqual(['Étendre le linge', 'Planter un verger']);
    expect((await list({ after: first.next })).titles).toEqual(['Réparer les vélos']);
    expect((await list({ words: 'etendre' })).titles).toEqual(['Étendre le linge']);
    expect((await list({ kind: 'union' })).titles).toEqual([]);
    const back = await list({ state: null });
    expect(back.titles).toEqual(['Réparer les vélos', 'Planter un verger']);
    expect((await list({ state: null, after: back.next })).titles).toEqual(['Étendre le linge']);
    const { client } = await makeReviewer(site, movementOfMany);
    await client.get(urls.examinations({ q: 'velos' }));
    expect(client.main).toContain('Réparer les vélos');
    expect(client.main).not.toContain('verger');
  }, 30_000);
});
