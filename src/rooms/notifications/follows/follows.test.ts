import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeComponentBoard } from '../../../../tests/make/boards.ts';
import { makeIdea } from '../../../../tests/make/ideas.ts';
import { makeHosted } from '../../../../tests/make/meetings.ts';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { makeComponent } from '../../../../tests/make/spaces.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { addMembers, removeMember } from '../../consultations/member.store.ts';
import { hideIdea } from '../../ideas/held/held-ideas.routes.ts';
import { ideaSegment } from '../../ideas/idea-address.ts';
import { listFollowed } from './follow.store.ts';

let site: TestSite;
let person: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  person = await makePerson(site);
});
afterAll(() => site.close());

async function makePlace(options: { isPrivate?: boolean } = {}) {
  const made = await makeComponentBoard(site, options);
  const events = await makeComponent(site, made.space, {
    kind: 'events',
    themeId: made.theme.id,
    title: 'Rencontres',
  });
  const author = await makePerson(site);
  const idea = await makeIdea(site, made.board, {
    authorId: author.id,
    title: 'Un banc au soleil',
  });
  const meeting = await makeHosted(site, events.id, author.id);
  const space = { space: made.space.slug };
  const things = [
    ['space', made.space.id, urls.space(space)],
    ['theme', made.theme.id, urls.theme({ ...space, theme: made.theme.slug })],
    ['component', made.component.id, urls.spaceIdeas({ ...space, component: made.component.slug })],
    ['component', events.id, urls.spaceEvents({ ...space, component: events.slug })],
    ['idea', idea.id, made.to.idea({ idea: ideaSegment(idea) })],
    ['meeting', meeting.id, urls.meeting({ meeting: meeting.number })],
  ] as const;
  return { ...made, idea, author, things };
}

const at = (kind: string, target: string) => ({ kind, target });
const followedBy = (id: string) => listFollowed(site.db, site.organisationId, id, 50);

describe('what may be followed', () => {
  it('R134 R82 a space, its themes, its components, an idea and an event: a button on each page, and a list to leave from', async () => {
    const { things } = await makePlace();
    const { client } = person;
    for (const [kind, id, page] of things) {
      await client.get(page);
      expect(client.main, kind).toContain(`action="${urls.follow(at(kind, id))}"`);
      await client.post(urls.follow(at(kind, id)));
      expect(client.main, kind).toContain(`action="${urls.unfollow(at(kind, id))}"`);
    }
    expect(await followedBy(person.id)).toHaveLength(things.length);
    await client.get(urls.mySpace());
    expect(client.main).toContain(urls.myFollows());
    await client.get(urls.myFollows());
    for (const [kind, id] of things)
      expect(client.main).toContain(`action="${urls.unfollow(at(kind, id))}"`);
    const [[kind, id]] = things;
    await client.post(urls.unfollow(at(kind, id)), { vers: 'mes-suivis' });
    expect(client.path).toBe(urls.myFollows());
    expect(client.main).not.toContain(urls.unfollow(at(kind, id)));
  });

  it('without an account the button leads to one, and back; an author is told already', async () => {
    const { things, author, idea, to } = await makePlace();
    const stranger = site.visitor();
    for (const [kind, id, page] of things) {
      await stranger.get(page);
      expect(stranger.main, kind).toContain(`href="${urls.follow(at(kind, id))}"`);
    }
    await author.client.get(to.idea({ idea: ideaSegment(idea) }));
    expect(author.client.main).not.toContain(urls.follow(at('idea', idea.id)));
  });

  it('W3 of a private space nothing is followed by who does not read it, nor told to who has left; R117 nor what is hidden', async () => {
    const { things, space, idea } = await makePlace({ isPrivate: true });
    const act = { organisationId: site.organisationId, by: null };
    const [member, outsider] = [await makePerson(site), await makePerson(site)];
    await addMembers(site.db, act, space.id, [member.id]);
    for (const [kind, id] of things) {
      expect((await outsider.client.post(urls.follow(at(kind, id)))).status, kind).toBe(404);
      await member.client.post(urls.follow(at(kind, id)));
      expect(member.client.status, kind).toBe(200);
    }
    expect(await followedBy(outsider.id)).toEqual([]);
    await site.db.transaction().execute((tx) => hideIdea(tx, site.organisationId, idea.id, true));
    await member.client.get(urls.myFollows());
    expect(member.client.main).not.toContain('Un banc au soleil');
    expect(member.client.main).toContain(space.title);
    await removeMember(site.db, act, space.id, member.id);
    await member.client.get(urls.myFollows());
    expect(member.client.main).not.toContain(space.title);
  });
});
