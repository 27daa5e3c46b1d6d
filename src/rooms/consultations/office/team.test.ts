import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listFactsAbout } from '../../../../tests/make/editions.ts';
import { type MadePerson, makePerson, signIn } from '../../../../tests/make/people.ts';
import { type MadeSpace, makeSpace } from '../../../../tests/make/spaces.ts';
import { openTestSite, type SiteClient, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { spaceFactWords } from '../../consultations/index.page.ts';
import { grantRole, listGrantsInSpace, revokeRole } from '../../identity/index.ts';
import { listCoOrganisers } from '../co-organiser.store.ts';

import { findSpace, isMemberOf } from '../space.store.ts';

let site: TestSite;
let officer: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { nickname: 'Agathe', roles: ['officer'] });
});
afterAll(() => site.close());

const typed = {
  titre: 'Grande consultation du climat',
  genre: 'consultation',
  resume: 'Dire ensemble ce que nous voulons.',
  introduction: 'Bienvenue.',
  modele: 'empty',
};

/** Somebody with a role in this space. */
async function makeMate(
  { space }: Pick<MadeSpace, 'space'>,
  role: 'space-organiser' | 'space-author' | 'moderator' = 'space-organiser',
): Promise<MadePerson> {
  const person = await makePerson(site);
  await grantRole(site.db, {
    organisationId: site.organisationId,
    personId: person.id,
    role,
    grantedBy: null,
    spaceId: space.id,
  });
  // whoever is given such a role proves their second factor anew
  await signIn(site, person.client, person.id);
  return person;
}

/** How each page of the office of a space answers somebody. */
async function statusesOf(client: SiteClient, space: string): Promise<number[]> {
  const pages = [
    urls.adminSpace,
    urls.adminSpaceSettings,
    urls.adminThemes,
    urls.adminComponents,
    urls.adminCoOrganisers,
    urls.adminSpaceTeam,
    urls.adminSpaceMembers,
  ];
  const answers = await Promise.all(pages.map((at) => client.send(at({ space }))));
  return [...new Set(answers.map(({ status }) => status))];
}

describe('R93 co-organisers and their people', () => {
  const picture = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: '#1f3a8a' } })
      .png()
      .toBuffer();
  const file = (bytes: Uint8Array | string) => new File([bytes as BlobPart], 'logo.png');

  it('R93 W7 have a name, a site and a logo that is cleaned; what is no picture is refused', async () => {
    const { space } = await makeSpace(site);
    const { client } = officer;
    const at = urls.adminCoOrganisers({ space: space.slug });
    const fields = { nom: 'Cap écologie', adresse: 'https://exemple.fr', role: 'Anime le climat' };
    await client.post(at, { ...fields, logo: file('<script>alert(1)</script>') });
    expect(client.status).toBe(422);
    expect(client.main).toContain('value="Cap écologie"');
    await client.post(at, { ...fields, adresse: 'javascript:alert(1)' });
    expect(client.status).toBe(422);
    expect(client.main).toContain('doit commencer par https');
    await client.post(at, { ...fields, logo: file(new Uint8Array(27 * 1024 * 1024)) });
    expect(client.status).toBe(422);
    expect(await listCoOrganisers(site.db, site.organisationId, space.id)).toEqual([]);
    await client.post(at, { ...fields, logo: file(await picture(300, 100)) });
    expect(client.status).toBe(200);
    const [one] = await listCoOrganisers(site.db, site.organisationId, space.id);
    expect(one).toMatchObject({ name: 'Cap écologie', logo: { width: 300, height: 100 } });
    const bytes = await site.visitor().send(urls.file({ file: `${one!.logo!.fileId}.webp` }));
    expect(bytes.status).toBe(200);
    await client.post(at, fields);
    expect(client.status).toBe(422);
    expect(client.main).toContain('porte déjà ce nom');
    const own = { space: space.slug, coOrganiser: one!.id };
    await client.post(urls.adminCoOrganiser(own), {
      ...fields,
      logo: file(await picture(200, 100)),
    });
    const [next] = await listCoOrganisers(site.db, site.organisationId, space.id);
    expect(next!.logo!.fileId).not.toBe(one!.logo!.fileId);
    const former = await site.visitor().send(urls.file({ file: `${one!.logo!.fileId}.webp` }));
    expect(former.status).toBe(404);
  });

  it('R93 W11 its people act in the space until their role is taken away, and are told by mail', async () => {
    const { space } = await makeSpace(site);
    const { client } = officer;
    const at = { space: space.slug };
    await client.post(urls.adminCoOrganisers(at), { nom: 'Génération·s', adresse: '', role: '' });
    const [one] = await listCoOrganisers(site.db, site.organisationId, space.id);
    const mate = await makePerson(site, { name: 'Lucienne Aubry' });
    const add = { role: 'space-organiser', 'co-organisateur': one!.id };
    await client.post(urls.adminSpaceTeam(at), { ...add, courriel: 'personne@exemple.fr' });
    expect(client.status).toBe(422);
    expect(client.main).toContain('Personne n’a de compte ici');
    await client.post(urls.adminSpaceTeam(at), { courriel: mate.email, role: 'mayor' });
    expect(client.status).toBe(422);
    await client.post(urls.adminSpaceTeam(at), { ...add, courriel: mate.email });
    expect(client.main).toContain('Lucienne Aubry');
    await client.post(urls.adminSpaceTeam(at), { ...add, courriel: mate.email });
    expect(client.main).toContain('a déjà ce rôle');
    await site.runJobs();
    expect(site.mails.some(({ to }) => to === mate.email)).toBe(true);
    // the office asks for a second factor: a session of before has not proven it
    await signIn(site, mate.client, mate.id);
    expect(await statusesOf(mate.client, space.slug)).toEqual([200]);
    await client.post(urls.adminCoOrganiserRemove({ ...at, coOrganiser: one!.id }));
    expect(client.status).toBe(422);
    expect(client.main).toContain('retirez-les d’abord');
    const [grant] = await listGrantsInSpace(site.db, site.organisationId, space.id);
    await client.post(urls.adminSpaceTeamRemove({ ...at, grant: grant!.id }));
    expect(await statusesOf(mate.client, space.slug)).toEqual([403]);
    await client.post(urls.adminCoOrganiserRemove({ ...at, coOrganiser: one!.id }));
    expect(await listCoOrganisers(site.db, site.organisationId, space.id)).toEqual([]);
  });
});

describe('W3 the office of a space', () => {
  it('W3 is for its own organisers: not for residents, authors, moderators, nor organisers of another', async () => {
    const here = await makeSpace(site);
    const elsewhere = await makeSpace(site);
    const organiser = await makeMate(here);
    const resident = await makePerson(site);
    const at = here.space.slug;
    expect(await statusesOf(organiser.client, at)).toEqual([200]);
    expect(await statusesOf(resident.client, at)).toEqual([403]);
    for (const role of ['space-author', 'moderator'] as const)
      expect(await statusesOf((await makeMate(here, role)).client, at), role).toEqual([403]);
    const stranger = await makeMate(elsewhere);
    expect(await statusesOf(stranger.client, at)).toEqual([404]);
    const before = await findSpace(site.db, site.organisationId, at);
    await stranger.client.send(urls.adminSpaceSettings({ space: at }), { ...typed, version: '1' });
    await stranger.client.send(urls.adminSpaceClose({ space: at }), {});
    expect(await findSpace(site.db, site.organisationId, at)).toEqual(before);
    // nor does a role of a space make spaces, nor open the office of editions
    expect((await organiser.client.send(urls.adminNewSpace())).status).toBe(403);
    expect((await organiser.client.send(urls.admin())).status).toBe(403);
    await organiser.client.get(urls.adminSpaces());
    expect(organiser.client.main).toContain(here.space.title);
    expect(organiser.client.main).not.toContain(`>${elsewhere.space.title}<`);
    await organiser.client.get(urls.ownWork());
    expect(organiser.client.path).toBe(urls.adminSpaces());
  });

  it('W3 parts of another space are not there under the address of one’s own', async () => {
    const mine = await makeSpace(site);
    const other = await makeSpace(site);
    const { client } = await makeMate(mine);
    const mate = await makeMate(other, 'space-author');
    const [grant] = await listGrantsInSpace(site.db, site.organisationId, other.space.id);
    const at = { space: mine.space.slug };
    const answer = await client.send(urls.adminSpaceTeamRemove({ ...at, grant: grant!.id }), {});
    expect(answer.status).toBe(404);
    expect(await listGrantsInSpace(site.db, site.organisationId, other.space.id)).toHaveLength(1);
    expect(mate.id).toBe(grant!.personId);
    const gone = await client.send(urls.adminCoOrganiser({ ...at, coOrganiser: randomUUID() }));
    expect(gone.status).toBe(404);
  });

  it('W11 a role that ended, or a session without its second factor, acts no more', async () => {
    const made = await makeSpace(site);
    const organiser = await makeMate(made);
    const { organisationId } = site;
    await revokeRole(site.db, {
      organisationId,
      personId: organiser.id,
      role: 'space-organiser',
      revokedBy: null,
      spaceId: made.space.id,
    });
    const sent = await organiser.client.send(urls.adminSpaceClose({ space: made.space.slug }), {});
    expect(sent.status).toBe(403);
    const next = await makeMate(made);
    await signIn(site, next.client, next.id, { factorProven: false });
    const asked = await next.client.send(urls.adminSpace({ space: made.space.slug }));
    expect(asked.headers.get('location')).toContain(urls.verification());
  });
});

describe('members of a private space', () => {
  it('W3 W14 are added by their addresses; unknown ones are told back, and the journal names nobody', async () => {
    const { space } = await makeSpace(site, { isPrivate: true });
    const [one, two] = [await makePerson(site), await makePerson(site)];
    const { client } = officer;
    const at = { space: space.slug };
    const isMember = ({ id }: MadePerson) => isMemberOf(site.db, site.organisationId, space.id, id);
    await client.post(urls.adminSpaceMembers(at), {
      courriels: `${one.email}\nInconnue@exemple.fr\npas une adresse\n${two.email}`,
    });
    expect(client.status).toBe(422);
    expect(client.main).toContain('Inconnue@exemple.fr');
    expect(client.main).toContain('reconnues et ajoutées\u202f: 2');
    expect(await Promise.all([isMember(one), isMember(two)])).toEqual([true, true]);
    await client.post(urls.adminSpaceMembers(at), { courriels: one.email });
    expect(client.main).toContain('2 membres');
    await client.post(urls.adminSpaceMemberRemove({ ...at, person: one.id }));
    expect(await isMember(one)).toBe(false);
    const facts = await listFactsAbout(site, space.id);
    expect(JSON.stringify(facts.map(({ detail }) => detail))).not.toContain(one.id);
    for (const { kind } of facts) expect(spaceFactWords[kind], kind).toBeDefined();
  });
});
