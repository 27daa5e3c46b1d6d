import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mailsOf } from '../../../../tests/make/mails.ts';
import { type MadePerson, makeDepartment, makePerson } from '../../../../tests/make/people.ts';
import {
  hiddenIn,
  type MadeRealisation,
  makeRealisation,
  typedDay,
} from '../../../../tests/make/realisations.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { setTeamMember } from '../../review/index.ts';
import { orderTeam, partsOf, refuseMembers } from './team.ts';

const [OFFICER, TECHNICIAN] = ['Ghislaine Vauthier', 'Ronan Le Goff'] as const;

let site: TestSite;
let officer: MadePerson;
let technician: MadePerson;
let holder: MadePerson;
let made: MadeRealisation;
beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { roles: ['officer'], name: OFFICER });
  const department = await makeDepartment(site, { name: 'Service des parcs' });
  technician = await makePerson(site, {
    roles: ['agent'],
    name: TECHNICIAN,
    departmentId: department.id,
  });
});
afterAll(() => site.close());
beforeEach(async () => {
  holder = await makePerson(site);
  made = await makeRealisation(site, { authorId: holder.id });
  await officer.client.post(urls.adminDeliveryMode({ edition: made.edition.slug }), {
    mode: 'team',
  });
});

const at = () => ({ edition: made.edition.slug, project: made.project });
const whole = () => ({ holder: holder.id, officer: officer.id, technician: technician.id });

async function name(team: Record<string, string>, who = officer) {
  await who.client.get(urls.adminDeliveryPeople(at()));
  await who.client.post(urls.adminDeliveryTeam(at()), {
    mark: hiddenIn(who.client.main, 'mark'),
    ...team,
  });
}
const kept = async () =>
  (
    await site.pool.query(
      `select part, person_id from realisation_member where realisation_id = $1 order by part`,
      [made.realisationId],
    )
  ).rows;

describe('R48 R60 the team of a realisation', () => {
  it('R60 the rules: nobody twice in a part, nobody who is not proposed, those who had it keep it', () => {
    const a = { part: 'holder', personId: 'a' } as const;
    const b = { part: 'officer', personId: 'b' } as const;
    expect(orderTeam([b, a, a])).toEqual([a, b]);
    expect(partsOf([a, b], 'b')).toEqual(['officer']);
    const none = { holder: [], officer: [], technician: [] };
    expect(refuseMembers([a, b], none, [])).toEqual(['holder', 'officer']);
    expect(refuseMembers([a, b], none, [a, b])).toEqual([]);
  });

  it('R48 the holders and the team of the study are proposed; nothing is public before it is saved', async () => {
    const about = {
      organisationId: site.organisationId,
      editionId: made.edition.id,
      ideaId: made.ideaId,
    };
    await site.db
      .transaction()
      .execute((tx) => setTeamMember(tx, about, 'technician', technician.id, officer.id));
    await officer.client.get(urls.adminDeliveryPeople(at()));
    expect(officer.client.main).toContain('Aucune équipe n’est encore nommée');
    expect(officer.client.main).toContain('l’équipe qui les a étudiées');
    expect(officer.client.main).toMatch(new RegExp(`value="${technician.id}" selected`));
    expect(officer.client.main).toMatch(new RegExp(`value="${holder.id}" checked`));
    expect(await kept()).toEqual([]);
  });

  it('R60 named, it is public by role and department, holders under the name they show; each hears of it', async () => {
    const told = await mailsOf(site, () => name(whole()));
    expect(told.map(({ to }) => to).sort()).toEqual([holder.email, technician.email].sort());
    expect(told.find(({ to }) => to === holder.email)!.text).toContain('Porteur·euse de l’idée');
    const visitor = site.visitor();
    await visitor.get(urls.delivery(at()));
    expect(visitor.main).toContain('Service des parcs');
    expect(visitor.main).toContain(holder.nickname);
    expect(visitor.main).not.toContain(TECHNICIAN);
    expect(visitor.main).not.toContain(technician.nickname);
    expect(visitor.main).not.toContain(OFFICER);
    await officer.client.get(urls.adminJournal());
    expect(officer.client.main).toContain('a nommé l’équipe de la réalisation');
    // followed by the services alone, it has none
    await officer.client.post(urls.adminDeliveryMode({ edition: made.edition.slug }), {
      mode: 'services',
    });
    await visitor.get(urls.delivery(at()));
    expect(visitor.main).not.toContain('Service des parcs');
  });

  it('R48 an empty place is allowed and shown inside; a stranger is no member', async () => {
    await name({ officer: officer.id });
    expect(officer.client.main).toContain('Place sans personne\u202f: Porteur·euse de l’idée');
    const stranger = await makePerson(site);
    await name({ ...whole(), technician: stranger.id });
    expect(officer.client.status).toBe(422);
    expect(officer.client.main).toContain('Choisissez une personne de la liste');
    expect(await kept()).toEqual([{ part: 'officer', person_id: officer.id }]);
  });

  it('R60 two officers at once: the second is told and loses nothing', async () => {
    const other = await makePerson(site, { roles: ['officer'] });
    for (const { client } of [officer, other]) await client.get(urls.adminDeliveryPeople(at()));
    const mark = hiddenIn(officer.client.main, 'mark');
    await other.client.post(urls.adminDeliveryTeam(at()), { mark, officer: other.id });
    await officer.client.post(urls.adminDeliveryTeam(at()), { mark, ...whole() });
    expect(officer.client.status).toBe(409);
    expect(officer.client.main).toContain('l’équipe enregistrée entre-temps');
    expect(officer.client.main).toMatch(new RegExp(`value="${technician.id}" selected`));
    expect(await kept()).toEqual([{ part: 'officer', person_id: other.id }]);
  });

  it('R60 the same team sent one hundred times at once is kept once', async () => {
    await officer.client.get(urls.adminDeliveryPeople(at()));
    const mark = hiddenIn(officer.client.main, 'mark');
    await Promise.all(
      Array.from({ length: 100 }, () =>
        officer.client.send(urls.adminDeliveryTeam(at()), { mark, ...whole() }),
      ),
    );
    expect(await kept()).toHaveLength(3);
    const { rows } = await site.pool.query(
      `select count(*)::int from fact where kind = 'realisation.team-named' and subject_id = $1`,
      [made.realisationId],
    );
    expect(rows).toEqual([{ count: 1 }]);
  });

  it('R60 its members hear of what changes, but for whoever changed it', async () => {
    await site.runJobs();
    await name(whole());
    const path = urls.adminDeliveryStep({ ...at(), stage: 'works' });
    const mails = await mailsOf(site, async () => {
      await officer.client.get(path);
      await officer.client.post(path, {
        mark: hiddenIn(officer.client.main, 'mark'),
        title: '',
        description: '',
        ...typedDay('planned', '2027-09-01'),
        ...typedDay('done', ''),
      });
    });
    const ofPlan = mails.filter(({ subject }) => subject.includes('mise à jour'));
    expect(ofPlan.map(({ to }) => to).sort()).toEqual([holder.email, technician.email].sort());
    expect(ofPlan[0]!.text).toMatch(/1er\s+septembre\s+2027/);
  });

  it('R60 a technician of another department reads its space and tells no step; a resident finds neither', async () => {
    await name(whole());
    const { client } = technician;
    await client.get(urls.deliveryTeam(at()));
    expect(client.status).toBe(200);
    expect(client.main).toContain('Votre place dans l’équipe');
    const step = urls.adminDeliveryStep({ ...at(), stage: 'study' });
    expect((await client.send(step)).status).toBe(404);
    expect((await client.send(urls.adminDeliveryPeople(at()))).status).toBe(404);
    const resident = await makePerson(site);
    expect((await resident.client.send(urls.deliveryTeam(at()))).status).toBe(404);
    const team = urls.adminDeliveryTeam(at());
    expect((await resident.client.send(team, whole())).status).toBe(403);
    await holder.client.get(urls.deliveryTeam(at()));
    expect(holder.client.status).toBe(200);
  });
});
