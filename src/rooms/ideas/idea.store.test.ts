import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEdition } from '../../../tests/make/editions.ts';
import { giveSupport, makeIdea } from '../../../tests/make/ideas.ts';
import { makePerson } from '../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../tests/site-client.ts';
import type { Edition } from '../spaces/index.ts';
import { saveEdit } from './edit.store.ts';
import { findIdea, findIdeaByNumber, submitIdea } from './idea.store.ts';
import { listIdeas } from './idea-list.store.ts';
import { listIdeasForOffice, listIdeaTitles } from './office.store.ts';
import { supportIdea, withdrawSupport } from './support.store.ts';
import { countIdeas } from './tally.store.ts';

let site: TestSite;
let edition: Edition;
beforeAll(async () => {
  site = await openTestSite();
  edition = await makeEdition(site);
});
afterAll(() => site.close());

const draft = (authorId: string, at = edition) => ({
  organisationId: site.organisationId,
  editionId: at.id,
  authorId,
  title: 'Un jardin partagé',
  body: 'Des légumes pour tout le quartier.',
  categoryId: at.categories[0]!.id,
  lang: 'fr',
});

describe('publishing', () => {
  it('R72 gives numbers in order and keeps the counts', async () => {
    const before = await countIdeas(site.db, site.organisationId, edition.id);
    const one = await makeIdea(site, edition);
    const two = await makeIdea(site, edition);
    expect(two.number).toBe(one.number + 1);
    expect(await countIdeas(site.db, site.organisationId, edition.id)).toBe(before + 2);
    expect((await findIdeaByNumber(site.db, site.organisationId, edition.id, two.number))?.id).toBe(
      two.id,
    );
    const titles = await listIdeaTitles(site.db, site.organisationId, [two.id, one.id]);
    expect(titles.map(({ number }) => number)).toEqual([one.number, two.number]);
    const office = await listIdeasForOffice(site.db, site.organisationId, edition.id, {
      filter: { search: 'bancs' },
    });
    expect(office.ideas.map(({ id }) => id)).toEqual(expect.arrayContaining([one.id, two.id]));
  });

  it('R75 a sixth idea is refused, even when all are sent at once', async () => {
    const person = await makePerson(site);
    const sent = await Promise.all(
      Array.from({ length: 9 }, () => submitIdea(site.db, draft(person.id))),
    );
    expect(sent.filter(({ ok }) => ok)).toHaveLength(5);
    expect(new Set(sent.flatMap((one) => (one.ok ? [] : [one.refusal])))).toEqual(
      new Set(['too-many-ideas']),
    );
  });

  it('R31 R69 out of phase, too young, or living elsewhere: nothing is written', async () => {
    const closed = await makeEdition(site, { phase: 'study' });
    const resident = await makePerson(site);
    const refusals = await Promise.all([
      submitIdea(site.db, draft(resident.id, closed)),
      submitIdea(site.db, draft((await makePerson(site, { birthDate: null })).id)),
      submitIdea(site.db, draft((await makePerson(site, { residence: null })).id)),
      submitIdea(site.db, { ...draft(resident.id), categoryId: closed.categories[0]!.id }),
    ]);
    expect(refusals.map((one) => (one.ok ? '' : one.refusal))).toEqual([
      'collection-closed',
      'identity-missing',
      'not-a-resident',
      'text-refused',
    ]);
    expect(await countIdeas(site.db, site.organisationId, closed.id)).toBe(0);
  });
});

describe('supports', () => {
  it('R119 one support a person, taken back while ideas are collected', async () => {
    const idea = await makeIdea(site, edition);
    const { id: personId } = await makePerson(site);
    const act = { organisationId: site.organisationId, ideaId: idea.id, personId };
    const twice = await Promise.all([supportIdea(site.db, act), supportIdea(site.db, act)]);
    expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await findIdea(site.db, site.organisationId, idea.id))?.supportCount).toBe(1);
    expect(await withdrawSupport(site.db, act)).toEqual({ ok: true });
    expect(await withdrawSupport(site.db, act)).toEqual({ ok: false, refusal: 'not-supported' });
    expect((await findIdea(site.db, site.organisationId, idea.id))?.supportCount).toBe(0);
  });

  it('R115 a support locks the text', async () => {
    const author = await makePerson(site);
    const idea = await makeIdea(site, edition, { authorId: author.id });
    const text = { ...idea, title: 'Un banc à l’ombre' };
    const save = () => saveEdit(site.db, site.organisationId, idea.id, author.id, text);
    expect(await save()).toMatchObject({ ok: true });
    await giveSupport(site, idea.id, (await makePerson(site)).id);
    expect(await save()).toMatchObject({ ok: false, refusal: 'idea-supported' });
  });
});

describe('lists', () => {
  it('R198 finds élagage by elagage, arbre by arbres, vélos by vélo, and what is mistyped', async () => {
    const at = await makeEdition(site);
    await makeIdea(site, at, { title: 'Élagage des arbres', body: 'De la rue des Vélos.' });
    const find = async (search: string) => {
      const page = await listIdeas(site.db, site.organisationId, {
        editionId: at.id,
        sort: 'recentes',
        categoryId: null,
        outcome: null,
        search,
        cursor: null,
      });
      return page.ideas.length === 1 ? (page.approximate ? 'nearly' : 'found') : 'nothing';
    };
    for (const typed of [
      'elagage',
      'ÉLAGAGE',
      'l’élagage',
      'élag',
      'arbre',
      'arbres',
      'les arbres',
    ])
      expect([typed, await find(typed)]).toEqual([typed, 'found']);
    for (const typed of ['velo', 'vélo', 'vélos']) expect(await find(typed)).toBe('found');
    expect(await find('elagaje')).toBe('nearly');
    expect(await find('piscine')).toBe('nothing');
  });
});
