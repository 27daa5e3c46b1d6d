import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type MadeMovement,
  makeGroup,
  makeInOrder,
  makeMovement,
} from '../../../tests/make/group.ts';
import { mailsOf } from '../../../tests/make/mails.ts';
import { makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { queueJob } from '../../platform/jobs/queue.ts';
import { urls } from '../../urls.ts';
import { changeRole, declareGender, findGroupById, findMembership, listGroupsOf } from './index.ts';

let site: TestSite;
let movement: MadeMovement;
beforeAll(async () => {
  site = await openTestSite();
  movement = await makeMovement(site);
});
afterAll(() => site.close());

const person = (roles: readonly 'officer'[] = []) =>
  makePerson(site, { organisation: movement, roles });
const roleOf = async (groupId: string, id: string) =>
  (await findMembership(site.db, movement.id, groupId, id))?.role ?? null;

describe('groups are those of a movement', () => {
  it('R2 a town has no groups, and its menu does not name them', async () => {
    const town = site.visitor();
    expect(await town.get(urls.groups())).toMatchObject({ status: 404 });
    expect(await town.get('/')).toMatchObject({ status: 200 });
    expect(town.html).not.toContain(`href="${urls.groups()}"`);
    const own = site.visitor(movement.host);
    expect(await own.get('/')).toMatchObject({ status: 200 });
    expect(own.html).toContain(`href="${urls.groups()}"`);
  });

  it('W3 a group of another movement is not there', async () => {
    const other = await makeMovement(site);
    const { group } = await makeGroup(site, other);
    const { client } = await person();
    expect(await client.get(urls.group({ group: group.slug }))).toMatchObject({ status: 404 });
    expect(await client.post(urls.groupJoin({ group: group.slug }))).toMatchObject({ status: 404 });
  });
});

describe('the directory', () => {
  it('finds by words without accents, by kind, département and certification', async () => {
    await makeGroup(site, movement, { name: 'Vallée étoilée', kind: 'local', county: '42' });
    await makeGroup(site, movement, {
      name: 'Zélés du 69',
      kind: 'thematic',
      county: '69',
      certified: true,
    });
    const reader = site.visitor(movement.host);
    const listed = async (query: Record<string, string>) => {
      await reader.get(urls.groups(query));
      return ['Vallée étoilée', 'Zélés du 69'].filter((name) => reader.html.includes(name));
    };
    expect(await listed({ q: 'vallee etoilee' })).toEqual(['Vallée étoilée']);
    expect(await listed({ departement: '69' })).toEqual(['Zélés du 69']);
    expect(await listed({ genre: 'thematique' })).toEqual(['Zélés du 69']);
    expect(await listed({ certifie: 'oui' })).toEqual(['Zélés du 69']);
    expect(await listed({ certifie: 'oui', departement: '42' })).toEqual([]);
  });
});

describe('founding, joining, leaving', () => {
  const form = {
    nom: 'Les Amis du canal',
    genre: 'local',
    presentation: '',
    lieu: 'Pantin',
    departement: '93',
    latitude: '48,89',
    longitude: '2,40',
    entree: 'approval',
  };

  it('whoever founds a group is its lead; what is missing is said beside its field, nothing lost', async () => {
    const founder = await person();
    expect(await founder.client.post(urls.newGroup(), { ...form, departement: '' })).toMatchObject({
      status: 422,
    });
    expect(founder.client.html).toContain('Les Amis du canal');
    await founder.client.post(urls.newGroup(), { ...form, nom: '', genre: '' });
    const said = [...founder.client.html.matchAll(/<li><a href="#(\w+)"/g)].map(([, id]) => id);
    expect(said, 'in the order of the form').toEqual(['nom', 'genre']);
    expect(await founder.client.post(urls.newGroup(), form)).toMatchObject({ status: 200 });
    const [own] = await listGroupsOf(site.db, movement.id, founder.id);
    expect(own).toMatchObject({ name: 'Les Amis du canal', role: 'lead' });
  });

  it('a group that wants to be asked lets in whom its manager accepts, who is written to', async () => {
    const { group, manager, members } = await makeGroup(site, movement, { joining: 'approval' });
    const comer = await person();
    const at = { group: group.slug, person: comer.id };
    const asked = await mailsOf(site, () =>
      comer.client.post(urls.groupJoin({ group: group.slug }), { mots: 'Bonjour !' }),
    );
    expect(asked.map(({ to }) => to)).toContain(manager.email);
    expect(await roleOf(group.id, comer.id)).toBeNull();
    const refused = await members[0]!.client.post(urls.groupRequestAnswer(at), { reponse: 'oui' });
    expect(refused).toMatchObject({ status: 403 });
    const answered = await mailsOf(site, () =>
      manager.client.post(urls.groupRequestAnswer(at), { reponse: 'oui' }),
    );
    expect(answered.map(({ to }) => to)).toEqual([comer.email]);
    expect(await roleOf(group.id, comer.id)).toBe('member');
  });

  it('W4 an invitation opens without an account, lets in once, and ends', async () => {
    const { group, lead } = await makeGroup(site, movement, { joining: 'approval' });
    const invite = async (email: string) => {
      const mails = await mailsOf(site, () =>
        lead.client.post(urls.groupInvite({ group: group.slug }), { courriel: email }),
      );
      return /\/groupes\/invitations\/[0-9a-f]+/.exec(mails[0]!.text)![0];
    };
    const link = await invite('nouvelle@exemple.fr');
    expect(await site.visitor(movement.host).get(link)).toMatchObject({ status: 200 });
    expect(await site.visitor().get(link)).toMatchObject({ status: 404 });
    const [one, two] = [await person(), await person()];
    const statuses = await Promise.all([one.client.post(link), two.client.post(link)]);
    expect(statuses.map(({ status }) => status).sort()).toEqual([200, 410]);
    const late = await invite('tard@exemple.fr');
    site.travel('15 days');
    expect(await site.visitor(movement.host).get(late)).toMatchObject({ status: 410 });
    site.travel(null);
  });

  it('R2 members see who is in the group, others do not; only leads change roles', async () => {
    const { group, lead, manager, members } = await makeGroup(site, movement);
    const outsider = await person();
    const page = urls.groupMembers({ group: group.slug });
    expect(await members[0]!.client.get(page)).toMatchObject({ status: 200 });
    expect(await outsider.client.get(page)).toMatchObject({ status: 403 });
    const at = { group: group.slug, person: members[0]!.id };
    const promote = urls.groupMemberRole(at);
    expect(await manager.client.post(promote, { role: 'lead' })).toMatchObject({ status: 403 });
    expect(await lead.client.post(promote, { role: 'lead' })).toMatchObject({ status: 200 });
    expect(await roleOf(group.id, members[0]!.id)).toBe('lead');
    await lead.client.post(urls.groupLeave({ group: group.slug }));
    expect(await roleOf(group.id, lead.id)).toBeNull();
    await members[0]!.client.post(urls.groupLeave({ group: group.slug }));
    expect(await roleOf(group.id, members[0]!.id)).toBe('lead');
  });
});

describe('certification', () => {
  it('part 2.1 a lead asks when all is met, the office answers with a reason, the group is written to', async () => {
    const { group, lead, manager } = await makeGroup(site, movement);
    const at = { group: group.slug };
    const ask = () => lead.client.post(urls.groupCertification(at), { charte: 'oui' });
    expect(await ask()).toMatchObject({ status: 422 });
    await makeInOrder(site, movement, group.id, lead);
    const leads = { organisationId: movement.id, by: lead.id };
    await changeRole(site.db, leads, group.id, manager.id, 'lead');
    await declareGender(site.db, leads, group.id, 'woman');
    await declareGender(site.db, { ...leads, by: manager.id }, group.id, 'other');
    expect(await lead.client.post(urls.groupCertification(at), {})).toMatchObject({ status: 422 });
    expect(await ask()).toMatchObject({ status: 200 });
    const officer = await person(['officer']);
    expect(await lead.client.post(urls.adminGroupGrant(at))).toMatchObject({ status: 403 });
    expect(await officer.client.post(urls.adminGroupRefuse(at), { motif: '' })).toMatchObject({
      status: 422,
    });
    const refused = await mailsOf(site, () =>
      officer.client.post(urls.adminGroupRefuse(at), { motif: 'Encore un peu tôt.' }),
    );
    expect(refused.map(({ to }) => to).sort()).toEqual([lead.email, manager.email].sort());
    expect(refused[0]!.text).toContain('Encore un peu tôt.');
    expect(await ask()).toMatchObject({ status: 200 });
    // granted twice at the same time: once, and a refusal
    const statuses = await Promise.all([
      officer.client.post(urls.adminGroupGrant(at)),
      (await person(['officer'])).client.post(urls.adminGroupGrant(at)),
    ]);
    expect(statuses.map(({ status }) => status).sort()).toEqual([200, 409]);
    const anyone = site.visitor(movement.host);
    await anyone.get(urls.group(at));
    expect(anyone.html).not.toContain('Encore un peu tôt.');
    const member = await person();
    await member.client.get(urls.group(at));
    expect(member.client.html).toContain('Encore un peu tôt.');
  });

  it('part 2.1 the daily round warns by letter once', async () => {
    const { group, lead } = await makeGroup(site, movement, { certified: true });
    const round = () =>
      mailsOf(site, async () => {
        await queueJob(site.db, 'review-certifications', {}, { key: 'review-certifications' });
        await site.runJobs();
      });
    site.travel('61 days');
    const warned = await round();
    expect(warned.filter(({ to }) => to === lead.email)).toHaveLength(1);
    expect(await round()).toEqual([]);
    site.travel(null);
    expect((await findGroupById(site.db, movement.id, group.id))!.losesAt).not.toBeNull();
  });

  it('the office settles the criteria; two at once do not undo each other', async () => {
    const own = await makeMovement(site);
    const officer = await makePerson(site, { organisation: own, roles: ['officer'] });
    const form = { 'membres-demande': 'oui', membres: '5', charte: 'Nous agissons.', version: '0' };
    expect(
      await officer.client.post(urls.adminGroupCriteria(), { ...form, membres: '0' }),
    ).toMatchObject({ status: 422 });
    expect(await officer.client.post(urls.adminGroupCriteria(), form)).toMatchObject({
      status: 200,
    });
    expect(await officer.client.post(urls.adminGroupCriteria(), form)).toMatchObject({
      status: 409,
    });
  });

  it('a public action is declared by who manages, once, and not before it took place', async () => {
    const { group, manager, members } = await makeGroup(site, movement);
    const page = urls.groupPublicActions({ group: group.slug });
    const form = {
      titre: 'Soupe',
      'jour-day': '2',
      'jour-month': '1',
      'jour-year': '2199',
      lieu: 'Mairie',
      personnes: '8',
    };
    expect(await members[0]!.client.post(page, form)).toMatchObject({ status: 403 });
    expect(await manager.client.post(page, form)).toMatchObject({ status: 422 });
    const now = new Date();
    const today = {
      'jour-day': String(now.getUTCDate()),
      'jour-month': String(now.getUTCMonth() + 1),
      'jour-year': String(now.getUTCFullYear()),
    };
    expect(await manager.client.post(page, { ...form, ...today })).toMatchObject({ status: 200 });
    expect(await manager.client.post(page, { ...form, ...today })).toMatchObject({ status: 422 });
  });
});
