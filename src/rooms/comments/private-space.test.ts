import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeComponentBoard } from '../../../tests/make/boards.ts';
import { commentFields } from '../../../tests/make/comments.ts';
import { makeIdea } from '../../../tests/make/ideas.ts';
import { mailsOf } from '../../../tests/make/mails.ts';
import { type MadePerson, makePerson, signIn } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import { urls } from '../../urls.ts';
import { addMembers, removeMember } from '../consultations/member.store.ts';
import { countParticipants } from '../consultations/participant.store.ts';
import { listSpaceReaders } from '../consultations/reader.store.ts';
import { grantRole } from '../identity/index.ts';

let site: TestSite;
let member: MadePerson;
let outsider: MadePerson;
let officer: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  [member, outsider, officer] = await Promise.all([
    makePerson(site, { nickname: 'Zora du cercle' }),
    makePerson(site, { nickname: 'Zora du dehors' }),
    makePerson(site, { nickname: 'Zora de la mairie', roles: ['officer'] }),
  ]);
});
afterAll(() => site.close());

const act = () => ({ organisationId: site.organisationId, by: null });
const under = (id: string) => urls.comments({ kind: 'idea', contribution: id });

/** A private space with one idea, and one member. */
async function makePrivate() {
  const made = await makeComponentBoard(site, { isPrivate: true });
  await addMembers(site.db, act(), made.space.id, [member.id]);
  const author = await makePerson(site);
  await addMembers(site.db, act(), made.space.id, [author.id]);
  return { ...made, author, idea: await makeIdea(site, made.board, { authorId: author.id }) };
}

describe('comments in a private space', () => {
  it('R131 W12 only who reads the space is told by a mention, or offered while one types', async () => {
    const { idea, author } = await makePrivate();
    const mails = await mailsOf(site, () =>
      author.client.post(
        under(idea.id),
        commentFields({ texte: '@Zora du cercle, @Zora du dehors et @Zora de la mairie !' }),
      ),
    );
    expect(mails.map(({ to }) => to).sort()).toEqual([member.email, officer.email].sort());
    const offered = async ({ client }: MadePerson, sous?: string) =>
      (await client.send(urls.completeNicknames({ q: 'Zora', sous }))).json();
    const here = `idea/${idea.id}`;
    expect(await offered(member, here)).toEqual(['Zora de la mairie', 'Zora du cercle']);
    expect(await offered(member)).toContain('Zora du dehors');
    expect(await offered(outsider, here), 'of a thing that they do not see').toEqual([]);
  });

  it('R127 a member who has left hears no more of the answers to what they wrote', async () => {
    const { idea, space, author } = await makePrivate();
    await removeMember(site.db, act(), space.id, author.id);
    const mails = await mailsOf(site, () => member.client.post(under(idea.id), commentFields()));
    expect(mails).toEqual([]);
  });

  it('R102 whoever comments has taken part in the space, once', async () => {
    const { idea, space, author } = await makePrivate();
    const count = () => countParticipants(site.db, site.organisationId, space.id);
    for (const one of [member, member, author, officer])
      await one.client.post(under(idea.id), commentFields());
    await outsider.client.post(under(idea.id), commentFields());
    expect(outsider.client.status).toBe(404);
    expect(await count()).toBe(3);
  });
});

describe('who reads a space', () => {
  it('R93 R137 everybody once it is public and opened; its team before; members and moderators of a private one', async () => {
    const { space } = await makePrivate();
    const moderator = await makePerson(site);
    const grant = { organisationId: site.organisationId, personId: moderator.id, grantedBy: null };
    await grantRole(site.db, { ...grant, role: 'moderator', spaceId: space.id });
    await signIn(site, moderator.client, moderator.id);
    const all = [member.id, outsider.id, officer.id, moderator.id];
    const readers = (of: { id: string }) =>
      listSpaceReaders(site.db, site.organisationId, of.id, all);
    expect(await readers(space)).toEqual([member.id, officer.id, moderator.id]);
    // the address says the same as the list
    for (const [one, status] of [
      [member, 200],
      [outsider, 404],
      [officer, 200],
      [moderator, 200],
    ] as const)
      expect((await one.client.send(urls.space({ space: space.slug }))).status).toBe(status);
    const open = await makeComponentBoard(site);
    expect(await readers(open.space)).toEqual(all);
    const prepared = await makeComponentBoard(site, { isPrivate: true, open: false });
    await addMembers(site.db, act(), prepared.space.id, [member.id]);
    expect(await readers(prepared.space)).toEqual([officer.id]);
    expect(await readers({ id: crypto.randomUUID() })).toEqual([]);
  });
});
