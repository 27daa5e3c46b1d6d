import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeComponentBoard } from '../../../../tests/make/boards.ts';
import { giveSupport, makeIdea } from '../../../../tests/make/ideas.ts';
import { mailsOf } from '../../../../tests/make/mails.ts';
import { askFor } from '../../../../tests/make/news.ts';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { addMembers, removeMember } from '../../consultations/member.store.ts';
import { addTheme } from '../../consultations/theme-writing.store.ts';
import { follow } from '../../notifications/index.ts';
import type { Segment } from './newsletter.ts';
import { countSegment } from './segment.store.ts';

let site: TestSite;
let officer: MadePerson;
beforeAll(async () => {
  site = await openTestSite();
  officer = await makePerson(site, { roles: ['officer'] });
});
afterAll(() => site.close());

const act = () => ({ organisationId: site.organisationId, by: null });
async function makeAskers(count: number, locale: 'fr' | 'en' = 'fr'): Promise<MadePerson[]> {
  const people = [];
  for (let at = 0; at < count; at += 1) {
    const person = await makePerson(site, { locale });
    await askFor(site, site.organisationId, person.id);
    people.push(person);
  }
  return people;
}
const count = (segment: Segment) => countSegment(site.db, site.organisationId, segment);
/** Who receives a letter written on its form to these readers, which are counted before it leaves. */
async function sendTo(lecteurs: string): Promise<string[]> {
  const { client } = officer;
  await client.post(urls.adminNewNewsletter(), { objet: 'La lettre', mots: 'Bonjour.', lecteurs });
  const [id] = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(client.path)!;
  const at = { newsletter: id };
  await client.get(urls.adminNewsletterSend(at));
  const counted = client.main;
  const mails = await mailsOf(site, () =>
    client.post(urls.adminNewsletterSend(at), { version: '1' }),
  );
  expect(counted).toMatch(
    new RegExp(`\\b${mails.length} (personne|lecteur|destinataire|courriel)`),
  );
  return mails.map(({ to }) => to).sort();
}

describe('R134 R41 readers of a newsletter', () => {
  it('R134 of a space: who takes part and who follows, as far as they read it still; counted before it leaves', async () => {
    const { space, theme, board } = await makeComponentBoard(site, { isPrivate: true });
    const [author, ofSpace, ofTheme, gone, stranger] = await makeAskers(5);
    const members = [author!, ofSpace!, ofTheme!, gone!];
    await addMembers(
      site.db,
      act(),
      space.id,
      members.map(({ id }) => id),
    );
    await makeIdea(site, board, { authorId: author!.id });
    for (const { id } of [ofSpace!, gone!, stranger!])
      await follow(site.db, site.organisationId, { kind: 'space', id: space.id }, id);
    await follow(site.db, site.organisationId, { kind: 'theme', id: theme.id }, ofTheme!.id);
    await removeMember(site.db, act(), space.id, gone!.id);
    const people = [author!, ofSpace!, ofTheme!].map(({ email }) => email).sort();
    expect(await count({ kind: 'space', spaceId: space.id })).toBe(3);
    expect(await sendTo(`space:${space.id}`)).toEqual(people);
  });

  it('R134 of a theme: who proposes, supports or follows there; of another theme of the space nobody', async () => {
    const { space, theme, component, board } = await makeComponentBoard(site);
    const other = await addTheme(site.db, act(), space.id, {
      title: 'Un autre thème',
      summary: '',
      introduction: '',
      resources: [],
      categories: [],
    });
    if (!other.ok) throw new Error(other.refusal);
    const [author, supporter, follower] = await makeAskers(4);
    const idea = await makeIdea(site, board, { authorId: author!.id });
    await giveSupport(site, idea.id, supporter!.id);
    const target = { kind: 'component', id: component.id };
    await follow(site.db, site.organisationId, target, follower!.id);
    const people = [author!, supporter!, follower!].map(({ email }) => email).sort();
    expect(await sendTo(`theme:${theme.id}`)).toEqual(people);
    expect(await count({ kind: 'theme', themeId: other.theme.id })).toBe(0);
  });

  it('R134 by the language in which they read the site', async () => {
    const english = await makeAskers(2, 'en');
    expect(await sendTo('language:en')).toEqual(english.map(({ email }) => email).sort());
  });
});
