import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decideAll, makeDecision } from '../../../../tests/make/decisions.ts';
import { makeEdition } from '../../../../tests/make/editions.ts';
import { makeIdea } from '../../../../tests/make/ideas.ts';
import { makePerson } from '../../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { violatedConstraint } from '../../../platform/database/database.ts';
import type { Idea } from '../../ideas/index.ts';
import { submitIdea } from '../../ideas/index.ts';
import { freezeList, insertProject, listProjects } from '../../projects/index.ts';
import { makeKeptProjects } from '../../projects/project-making.store.ts';
import type { Edition } from '../../spaces/index.ts';
import { proposeMerge } from '../merges/merge-acts.store.ts';
import { publishDecisions } from './batch.store.ts';
import { findDecisions, listUndecided } from './decision.store.ts';
import {
  decideMany,
  prepareDecision,
  prepareMany,
  reopenDecision,
} from './decision-writing.store.ts';

let site: TestSite;
let act: { organisationId: string; by: string | null };
beforeAll(async () => {
  site = await openTestSite();
  act = { organisationId: site.organisationId, by: (await makePerson(site)).id };
});
afterAll(() => site.close());

const kept = { outcome: 'to-vote', reasonId: null, publicText: '', personalText: '' } as const;

async function makeIdeas(count: number): Promise<{ edition: Edition; ideas: Idea[] }> {
  const edition = await makeEdition(site);
  const ideas: Idea[] = [];
  for (let index = 0; index < count; index += 1) ideas.push(await makeIdea(site, edition));
  return { edition, ideas };
}

const project = (edition: Edition, ideaIds: readonly string[]) =>
  insertProject(site.db, act, edition.id, {
    title: 'Un banc',
    summary: 'Trois bancs.',
    categoryId: edition.categories[0]!.id,
    cost: 4_000_00,
    place: '',
    ideaIds,
  });

const lettersOf = async (ideaId: string) => {
  await site.runJobs();
  const { rows } = await sql<{ once_key: string; body: string; subject: string; address: string }>`
    select once_key, body, subject, address from letter where target_id = ${ideaId} order by queued_at`.execute(
    site.db,
  );
  return rows;
};

describe('R44 SC6 no idea can stay without decision when the list is frozen', () => {
  it('is refused in words while something is missing, then publishes what is left', async () => {
    const { edition, ideas } = await makeIdeas(3);
    const freeze = () => freezeList(site.db, act, edition.id);
    const [one, two, three] = ideas as [Idea, Idea, Idea];
    await project(edition, [three.id]);
    expect(await freeze()).toEqual({ ok: false, refusal: 'undecided', count: 3 });
    await makeDecision(site, act, one, { outcome: 'to-vote' });
    await makeDecision(site, act, two);
    await makeDecision(site, act, three);
    expect(await freeze()).toEqual({ ok: false, refusal: 'kept-without-project', count: 1 });
    await project(edition, [one.id]);
    expect(await freeze()).toEqual({ ok: false, refusal: 'refused-in-project', count: 1 });
    // the same, where the words of the store are walked around
    const insert = () =>
      sql`insert into project_list (organisation_id, edition_id, projects, cost)
        values (${act.organisationId}, ${edition.id}, 2, 0)`.execute(site.db);
    await expect(insert()).rejects.toSatisfy(
      (error) => violatedConstraint(error) === 'project_list_is_decided',
    );
    await publishDecisions(site.db, act, edition.id, { state: 'to-publish' });
    await expect(insert()).rejects.toSatisfy(
      (error) => violatedConstraint(error) === 'project_list_is_of_decisions',
    );
  });

  it('publishes and tells, in the same act, what was decided and not published yet', async () => {
    const { edition, ideas } = await makeIdeas(3);
    await project(edition, [ideas[0]!.id]);
    await decideAll(site, act, edition.id);
    await publishDecisions(site.db, act, edition.id, [ideas[1]!.id]);
    const later = new Date(Date.now() + 3_600_000);
    await publishDecisions(site.db, act, edition.id, [ideas[2]!.id], later);
    expect(await freezeList(site.db, act, edition.id)).toEqual({ ok: true, projects: 1 });
    for (const idea of ideas) expect(await lettersOf(idea.id)).toHaveLength(1);
    expect(await reopenDecision(site.db, act, ideas[0]!, 'Trop tard')).toEqual({
      ok: false,
      refusal: 'list-frozen',
    });
    const late = await submitIdea(site.db, {
      organisationId: act.organisationId,
      editionId: edition.id,
      authorId: (await makePerson(site)).id,
      title: 'Trop tard',
      body: 'Une idée déposée quand la liste est arrêtée.',
      categoryId: edition.categories[0]!.id,
      lang: 'fr',
    });
    expect(late).toMatchObject({ ok: false, refusal: 'collection-closed' });
  });

  it('F1 freezing while somebody reopens, deposits or changes: nothing undecided lies under the list', async () => {
    for (let times = 0; times < 4; times += 1) {
      const { edition, ideas } = await makeIdeas(2);
      await project(edition, [ideas[0]!.id]);
      await decideAll(site, act, edition.id);
      await publishDecisions(site.db, act, edition.id, { state: 'to-publish' });
      await site.runJobs();
      const author = await makePerson(site);
      const [frozen, reopened] = await Promise.all([
        freezeList(site.db, act, edition.id),
        reopenDecision(site.db, act, ideas[1]!, 'Au même instant'),
        makeIdea(site, edition, { authorId: author.id }).catch(() => null),
      ]);
      const undecided = await listUndecided(site.db, act.organisationId, edition.id);
      if (frozen.ok) expect([reopened.ok, undecided]).toEqual([false, []]);
      else expect(undecided.length).toBeGreaterThan(0);
    }
  });

  it('W3 another town neither decides, publishes nor reopens', async () => {
    const { edition, ideas } = await makeIdeas(1);
    const [idea] = ideas as [Idea];
    await makeDecision(site, act, idea);
    const abroad = { organisationId: '00000000-0000-0000-0000-000000000000', by: null };
    expect(await publishDecisions(site.db, abroad, edition.id, [idea.id])).toMatchObject({
      ok: false,
    });
    expect(await reopenDecision(site.db, abroad, idea, 'Non')).toMatchObject({ ok: false });
    expect(await prepareMany(site.db, abroad, edition.id, [idea.id], kept)).toEqual({
      ok: true,
      prepared: 0,
    });
    expect((await findDecisions(site.db, abroad.organisationId, [idea.id])).size).toBe(0);
  });
});

describe('R47 ideas that were brought together', () => {
  it('follow what is decided of the lead, each with its own letter; they make one project of every holder', async () => {
    const { edition, ideas } = await makeIdeas(3);
    const [lead, follower, other] = ideas as [Idea, Idea, Idea];
    await makeMerge(edition, lead, follower);
    expect(await prepareDecision(site.db, act, follower, kept, 0)).toEqual({
      ok: false,
      refusal: 'follows-another',
    });
    expect(await prepareMany(site.db, act, edition.id, { state: 'to-prepare' }, kept)).toEqual({
      ok: true,
      prepared: 2,
    });
    const chosen = [lead, other].map(({ id }) => ({ ideaId: id, version: 1 }));
    expect(await decideMany(site.db, act, edition.id, { ideas: chosen })).toMatchObject({
      decided: 3,
    });
    expect(await listUndecided(site.db, act.organisationId, edition.id)).toEqual([]);
    expect(await makeKeptProjects(site.db, act, edition.id)).toEqual({ ok: true, made: 2 });
    const project = (await listProjects(site.db, act.organisationId, edition.id)).find(
      ({ ideaIds }) => ideaIds.length === 2,
    );
    expect(project).toMatchObject({
      title: 'Ensemble',
      holders: [lead, follower].map(({ authorId }) => ({ personId: authorId, name: '' })),
    });
    await publishDecisions(site.db, act, edition.id, { state: 'to-publish' });
    for (const idea of ideas) expect(await lettersOf(idea.id)).toHaveLength(1);
  });
});

async function makeMerge(edition: Edition, lead: Idea, follower: Idea): Promise<void> {
  const ideaIds = [lead.id, follower.id];
  const office = { organisationId: act.organisationId, by: act.by! };
  const proposal = {
    title: 'Ensemble',
    words: '',
    leadIdeaId: lead.id,
    answerBy: '2099-01-01',
    ideaIds,
  };
  const made = await proposeMerge(site.db, office, edition.id, proposal, ideaIds, async () => {});
  if (!made.ok) throw new Error(made.refusal);
}
