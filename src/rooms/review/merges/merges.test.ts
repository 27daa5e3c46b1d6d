import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeEdition } from '../../../../tests/make/editions.ts';
import { giveSupport, makeIdea } from '../../../../tests/make/ideas.ts';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { urls } from '../../../urls.ts';
import { countSupporters, type Idea } from '../../ideas/index.ts';
import { type Edition, numberedSegment } from '../../spaces/index.ts';
import { findMerge, findMergesOf } from './merge.store.ts';
import { answerMerge, proposeMerge, undoMerge } from './merge-acts.store.ts';

let site: TestSite;
let edition: Edition;
let officer: MadePerson;
let first: MadePerson;
let second: MadePerson;
let one: Idea;
let other: Idea;
beforeAll(async () => {
  site = await openTestSite();
  edition = await makeEdition(site);
  officer = await makePerson(site, { roles: ['officer'] });
});
afterAll(() => site.close());
beforeEach(async () => {
  first = await makePerson(site);
  second = await makePerson(site, { locale: 'en' });
  one = await makeIdea(site, edition, { authorId: first.id, title: 'Une piste vers la gare' });
  other = await makeIdea(site, edition, { authorId: second.id, title: 'La gare à vélo' });
  await site.runJobs();
});

const at = () => ({ edition: edition.slug });
const nothing = async () => {};
async function propose(ideas = [one, other]): Promise<string> {
  const proposed = await proposeMerge(
    site.db,
    { organisationId: site.organisationId, by: officer.id },
    edition.id,
    {
      title: 'La gare à vélo',
      words: 'Même trajet.',
      leadIdeaId: ideas[0]!.id,
      answerBy: '2030-01-01',
      ideaIds: ideas.map(({ id }) => id),
    },
    [],
    nothing,
  );
  if (!proposed.ok) throw new Error(proposed.refusal);
  return proposed.id;
}
const answer = (id: string, idea: Idea, by: MadePerson, said: 'accepted' | 'declined') =>
  answerMerge(
    site.db,
    { organisationId: site.organisationId, by: by.id },
    id,
    { ideaIds: [idea.id], answer: said, words: '', isRelayed: false },
    nothing,
  );
const stateIn = async (id: string) => (await findMerge(site.db, site.organisationId, id))!;

/** The list is frozen, whatever else that would ask for: this room must refuse by itself. */
const freezeNow = (frozen: Edition) =>
  site.db.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx);
    await tx
      .insertInto('project_list')
      .values({ organisation_id: site.organisationId, edition_id: frozen.id, projects: 0, cost: 0 })
      .execute();
  });

describe('ideas brought together', () => {
  it('R47 SC6 the office proposes, each holder is written to and accepts: the ideas are one, each page says so', async () => {
    const { client } = officer;
    await client.get(urls.adminNewMerge(at(), { idee: one.number, avec: other.number }));
    expect(client.html).toContain('Les idées côte à côte');
    const before = site.mails.length;
    await client.post(urls.adminNewMerge(at()), {
      ideas: `${one.number}, ${other.number}`,
      title: 'La gare à vélo',
      words: 'Vos deux idées suivent le même trajet.',
      lead: one.id,
      'answerBy-day': '1',
      'answerBy-month': '2',
      'answerBy-year': '2030',
    });
    expect(client.html).toContain('La proposition est envoyée');
    await site.runJobs();
    const mails = site.mails.slice(before);
    expect(mails.map(({ to }) => to).sort()).toEqual([first.email, second.email].sort());
    expect(mails.find(({ to }) => to === second.email)!.subject).toContain('Bring your idea');
    const path = new URL(/https?:\S*regroupements\S+/.exec(mails[0]!.text)![0]).pathname;

    for (const holder of [first, second]) {
      await holder.client.get(path);
      await holder.client.post(path, { reponse: 'oui', mot: 'Avec plaisir' });
    }
    expect(second.client.html).toContain('Tout le monde est d’accord');
    await site.runJobs();
    const told = site.mails.slice(before + 2);
    expect(told.map(({ to }) => to).sort()).toEqual([first.email, second.email].sort());
    const reader = site.visitor();
    await reader.get(urls.idea({ ...at(), idea: numberedSegment(other.number, other.title) }));
    expect(reader.html).toContain('Regroupée avec');
    expect(reader.html).toContain('Une piste vers la gare');
  });

  it('R47 SC6 one holder declines: both stay separate, both are told, and may be proposed again', async () => {
    const id = await propose();
    expect((await answer(id, one, first, 'accepted')).ok).toBe(true);
    await second.client.get(urls.merge({ merge: id }));
    await second.client.post(urls.merge({ merge: id }), { reponse: 'non' });
    expect((await stateIn(id)).outcome).toBe('declined');
    await site.runJobs();
    const told = site.mails.filter(({ text }) => text.includes('La gare à vélo')).slice(-2);
    expect(told.map(({ to }) => to).sort()).toEqual([first.email, second.email].sort());
    expect(await answer(id, other, second, 'accepted')).toEqual({
      ok: false,
      refusal: 'already-settled',
    });
    expect((await findMergesOf(site.db, site.organisationId, [one.id])).size).toBe(0);
    await propose();
  });

  it('R47 supports are not counted twice', async () => {
    const both = await makePerson(site);
    await giveSupport(site, one.id, both.id);
    await giveSupport(site, other.id, both.id);
    await giveSupport(site, other.id, (await makePerson(site)).id);
    expect(await countSupporters(site.db, site.organisationId, [one.id, other.id])).toBe(2);
    const id = await propose();
    await first.client.get(urls.merge({ merge: id }));
    expect(first.client.html).toContain('2 personnes soutiennent au moins une de ces idées');
  });

  it('R47 two officers take the same idea at once: one is refused, in words', async () => {
    const third = await makeIdea(site, edition, { title: 'Autre chose' });
    const tries = await Promise.allSettled([propose([one, other]), propose([third, one])]);
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const { client } = officer;
    await client.get(urls.adminNewMerge(at(), { idee: one.number, avec: other.number }));
    await client.post(urls.adminNewMerge(at()), {
      ideas: `${one.number} ${other.number} 99999`,
      title: '',
      words: '',
      lead: '',
      'answerBy-day': '31',
      'answerBy-month': '2',
      'answerBy-year': '2030',
    });
    expect(client.status).toBe(422);
    expect(client.html).toContain('n’existe pas dans cette édition');
    expect(client.html).toContain('Indiquez une date qui existe');
  });

  it('R47 answers that come at the same instant settle it once', async () => {
    for (let round = 0; round < 10; round++) {
      const ideas = [await makeIdea(site, edition), await makeIdea(site, edition)];
      const id = await propose(ideas);
      const answers = await Promise.all(ideas.map((idea) => answer(id, idea, officer, 'accepted')));
      expect(answers.every(({ ok }) => ok)).toBe(true);
      expect((await stateIn(id)).outcome).toBe('accepted');
      const facts = await site.db
        .selectFrom('fact')
        .select('id')
        .where('kind', '=', 'merge.accepted')
        .where('subject_id', '=', id)
        .execute();
      expect(facts).toHaveLength(1);
    }
  });

  it('R47 is undone with a reason before the freeze, not after', async () => {
    const id = await propose();
    await answer(id, one, first, 'accepted');
    await answer(id, other, second, 'accepted');
    const { client } = officer;
    await client.get(urls.adminMerge({ ...at(), merge: id }));
    await client.post(urls.adminMergeUndo({ ...at(), merge: id }), { reason: '' });
    expect(client.html).toContain('Dites pourquoi');
    await client.post(urls.adminMergeUndo({ ...at(), merge: id }), {
      reason: 'Deux rues différentes.',
    });
    expect(client.html).toContain('Séparées de nouveau');
    await site.runJobs();
    expect(site.mails.filter(({ text }) => text.includes('Deux rues différentes.'))).toHaveLength(
      2,
    );

    const again = await propose();
    await answer(again, one, first, 'accepted');
    await answer(again, other, second, 'accepted');
    await freezeNow(edition);
    const act = { organisationId: site.organisationId, by: officer.id };
    expect(await undoMerge(site.db, act, again, 'Trop tard', nothing)).toEqual({
      ok: false,
      refusal: 'list-frozen',
    });
    await client.get(urls.adminMerge({ ...at(), merge: again }));
    await client.post(urls.adminMergeUndo({ ...at(), merge: again }), { reason: 'Trop tard' });
    expect(client.html).toContain('les regroupements ne changent plus');
    edition = await makeEdition(site);
  });

  it('the office writes down an answer that came on paper, and withdraws what nobody answers', async () => {
    const id = await propose();
    const { client } = officer;
    await client.get(urls.adminMerge({ ...at(), merge: id }));
    await client.post(urls.adminMergeAnswer({ ...at(), merge: id }), {
      idee: one.id,
      reponse: 'oui',
    });
    expect(client.html).toContain('notée par la mairie');
    await client.post(urls.adminMergeWithdraw({ ...at(), merge: id }), {});
    expect(client.html).toContain('La proposition est retirée');
    await propose();
  });

  it('W3 is answered by holders only; a stranger, another edition and nonsense find nothing', async () => {
    const id = await propose();
    const stranger = await makePerson(site);
    for (const path of [urls.merge({ merge: id }), urls.merge({ merge: 'rien' })]) {
      expect((await stranger.client.send(path)).status).toBe(404);
      expect((await stranger.client.send(path, { reponse: 'oui' })).status).toBe(404);
    }
    const elsewhere = await makeEdition(site);
    expect(
      (await officer.client.send(urls.adminMerge({ edition: elsewhere.slug, merge: id }))).status,
    ).toBe(404);
    await first.client.get(urls.merge({ merge: id }));
    await first.client.post(urls.merge({ merge: id }), { reponse: 'peut-être' });
    expect(first.client.html).toContain('Choisissez oui ou non');
  });

  it('R47 similar ideas are listed for the office, and dismissed for good', async () => {
    const body = 'Une piste cyclable séparée de la route entre le collège Rimbaud et la gare.';
    await makeIdea(site, edition, { title: 'Piste cyclable Rimbaud gare', body });
    await makeIdea(site, edition, { title: 'La piste cyclable de Rimbaud à la gare', body });
    const { client } = officer;
    await client.get(urls.adminMerges(at()));
    await client.post(urls.adminFindSimilar(at()), {});
    await site.runJobs();
    await client.get(urls.adminMerges(at()));
    expect(client.html).toContain('Piste cyclable Rimbaud gare');
    const [, une, autre] =
      /name="une" value="([0-9a-f-]+)".*?name="autre" value="([0-9a-f-]+)"/s.exec(client.html)!;
    await client.post(urls.adminDismissPair(at()), { une: une!, autre: autre! });
    expect(client.html).not.toMatch(new RegExp(`value="${une}".{0,200}value="${autre}"`, 's'));
  });
});
