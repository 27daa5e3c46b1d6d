import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decideAll, makeDecision } from '../../../../tests/make/decisions.ts';
import { listFactsAbout, makeEdition } from '../../../../tests/make/editions.ts';
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
import { cancelBatch, publishAtItsMinute, publishDecisions } from './batch.store.ts';
import { listBatches } from './batch-list.store.ts';
import {
  countDecisions,
  findDecisions,
  listDecisionsOfIdea,
  listUndecided,
} from './decision.store.ts';
import {
  decideMany,
  prepareDecision,
  prepareMany,
  reopenDecision,
  withdrawProposal,
} from './decision-writing.store.ts';
import { writeDecisionLetters } from './decisions.jobs.ts';
import { listReasons, saveReasons } from './reason.store.ts';

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

describe('R44 R45 a decision', () => {
  it('is prepared, decided, published: each act once, in this order', async () => {
    const { edition, ideas } = await makeIdeas(1);
    const [idea] = ideas as [Idea];
    expect(await listUndecided(site.db, act.organisationId, edition.id)).toEqual([idea.id]);
    expect(await prepareDecision(site.db, act, idea, kept, 0)).toEqual({ ok: true });
    expect(await listUndecided(site.db, act.organisationId, edition.id)).toEqual([idea.id]);
    expect(await publishDecisions(site.db, act, edition.id, [idea.id])).toEqual({
      ok: false,
      refusal: 'nothing-to-publish',
    });
    const chosen = { ideas: [{ ideaId: idea.id, version: 1 }] };
    expect(await decideMany(site.db, act, edition.id, chosen)).toMatchObject({ decided: 1 });
    expect(await decideMany(site.db, act, edition.id, chosen)).toMatchObject({ decided: 0 });
    expect(await listUndecided(site.db, act.organisationId, edition.id)).toEqual([]);
    expect(await publishDecisions(site.db, act, edition.id, [idea.id])).toMatchObject({ ok: true });
    expect(await countDecisions(site.db, act.organisationId, edition.id)).toEqual({
      'to-prepare': 0,
      'to-decide': 0,
      'to-publish': 0,
      published: 1,
    });
    const kinds = [
      ...(await listFactsAbout(site, idea.id)),
      ...(await listFactsAbout(site, edition.id)),
    ].map(({ kind }) => kind);
    for (const kind of ['decision.prepared', 'decision.decided', 'decision.published'])
      expect(kinds).toContain(kind);
  });

  it('R43 of two who prepare the same idea, the second is told; a changed one is decided anew', async () => {
    const { edition, ideas } = await makeIdeas(1);
    const [idea] = ideas as [Idea];
    await prepareDecision(site.db, act, idea, kept, 0);
    expect(await prepareDecision(site.db, act, idea, kept, 0)).toEqual({
      ok: false,
      refusal: 'changed-meanwhile',
    });
    await decideMany(site.db, act, edition.id, { ideas: [{ ideaId: idea.id, version: 1 }] });
    await prepareDecision(site.db, act, idea, { ...kept, publicText: 'Oui.' }, 1);
    expect(await listUndecided(site.db, act.organisationId, edition.id)).toEqual([idea.id]);
    // what was read is not what is there any more
    expect(
      await decideMany(site.db, act, edition.id, { ideas: [{ ideaId: idea.id, version: 1 }] }),
    ).toMatchObject({ decided: 0, left: 1 });
    await expect(
      sql`update decision set decided_at = now(), decided_by = null where idea_id = ${idea.id}`.execute(
        site.db,
      ),
    ).resolves.toBeDefined();
    await expect(
      sql`update decision set public_text = 'Non.' where idea_id = ${idea.id}`.execute(site.db),
    ).rejects.toSatisfy((error) => violatedConstraint(error) === 'decision_decided_as_read');
  });

  it('the database keeps a refusal with its reason, an order of acts, and what is published', async () => {
    const { edition, ideas } = await makeIdeas(2);
    const [one, two] = ideas as [Idea, Idea];
    const insert = (columns: string, values: string, idea = one.id) =>
      sql`insert into decision (organisation_id, edition_id, idea_id, ${sql.raw(columns)})
        values (${act.organisationId}, ${edition.id}, ${idea}, ${sql.raw(values)})`.execute(
        site.db,
      );
    const refuses = (name: string) => (error: unknown) => violatedConstraint(error) === name;
    await expect(insert('outcome', "'refused'")).rejects.toSatisfy(
      refuses('decision_refused_says_why'),
    );
    await expect(insert('outcome, published_at', "'to-vote', now()")).rejects.toSatisfy(
      refuses('decision_in_its_order'),
    );
    const other = await makeEdition(site);
    const [foreign] = await listReasons(site.db, act.organisationId, other.id);
    await expect(
      insert('outcome, public_text, reason_id', `'refused', 'Non.', '${foreign!.id}'`),
    ).rejects.toThrow();
    await makeDecision(site, act, two);
    await publishDecisions(site.db, act, edition.id, [two.id]);
    for (const change of [
      "public_text = 'Oui'",
      'decided_at = null, published_at = null',
      'round = 2',
    ])
      await expect(
        sql`update decision set ${sql.raw(change)} where idea_id = ${two.id}`.execute(site.db),
      ).rejects.toThrow();
    await expect(
      sql`delete from decision where idea_id = ${two.id}`.execute(site.db),
    ).rejects.toSatisfy(refuses('decision_published_stays'));
    expect(await prepareDecision(site.db, act, two, kept, 1)).toEqual({
      ok: false,
      refusal: 'already-published',
    });
    expect(await withdrawProposal(site.db, act, two, 1)).toMatchObject({ ok: false });
  });

  it('many are prepared at once; those that are prepared already stay as they are', async () => {
    const { edition, ideas } = await makeIdeas(4);
    await makeDecision(site, act, ideas[0]!, { publicText: 'La mienne.' });
    const [reason] = await listReasons(site.db, act.organisationId, edition.id);
    const proposal = {
      outcome: 'refused',
      reasonId: reason!.id,
      publicText: 'Ensemble.',
      personalText: '',
    } as const;
    expect(await prepareMany(site.db, act, edition.id, { state: 'to-prepare' }, proposal)).toEqual({
      ok: true,
      prepared: 3,
    });
    const ids = ideas.map(({ id }) => id);
    const decisions = await findDecisions(site.db, act.organisationId, ids);
    expect(decisions.get(ids[0]!)?.publicText).toBe('La mienne.');
    expect(decisions.get(ids[3]!)?.publicText).toBe('Ensemble.');
    const { rows } = await sql<{ now: Date }>`select palabre_now() as now`.execute(site.db);
    await prepareDecision(site.db, act, ideas[3]!, { ...proposal, publicText: 'Autrement.' }, 1);
    // decided as the list was read: what changed since is left
    const filter = { state: 'to-decide' } as const;
    expect(
      await decideMany(site.db, act, edition.id, { filter, readAt: rows[0]!.now }),
    ).toMatchObject({ decided: 2, left: 1 });
  });

  it('R45 a reason that is closed stays readable, and is offered no more', async () => {
    const { edition, ideas } = await makeIdeas(1);
    await makeDecision(site, act, ideas[0]!, { reason: 'Intérêt privé' });
    const before = await listReasons(site.db, act.organisationId, edition.id);
    expect(before).toHaveLength(10);
    expect(before.every(({ english }) => english !== '')).toBe(true);
    const typed = before.filter(({ french }) => french !== 'Intérêt privé').reverse();
    await saveReasons(site.db, act, edition.id, [
      ...typed,
      { id: null, french: 'Déjà voté', english: '', isInadmissible: false, isClosed: false },
    ]);
    const after = await listReasons(site.db, act.organisationId, edition.id);
    expect(after).toHaveLength(11);
    expect(after[0]!.french).toBe(before[9]!.french);
    expect(after.at(-1)).toMatchObject({ french: 'Intérêt privé', isClosed: true });
    expect(
      await saveReasons(site.db, act, edition.id, [...after, { ...after[0]!, id: null }]),
    ).toEqual({ ok: false, refusal: 'twice' });
  });
});

describe('R44 R46 publishing', () => {
  it('SC6 a batch leaves at once: seen by everybody, one letter each in their language, with decision and reason', async () => {
    const edition = await makeEdition(site);
    const anna = await makePerson(site, { locale: 'en', name: 'Anna Field' });
    const idea = await makeIdea(site, edition, { title: 'Un abri', authorId: anna.id });
    await makeDecision(site, act, idea, {
      reason: 'Doublon d’une autre idée',
      publicText: 'La même idée est déjà au vote.',
      personalText: 'Rejoignez son groupe.',
    });
    await publishDecisions(site.db, act, edition.id, { state: 'to-publish' });
    const [letter, ...others] = await lettersOf(idea.id);
    expect(others).toEqual([]);
    expect(letter).toMatchObject({ address: anna.email, once_key: `decision:${idea.id}:1` });
    expect(letter!.subject).toBe('Your idea “Un abri”: the decision');
    for (const words of [
      'Dear Anna Field',
      'Duplicate of another idea',
      'La même idée',
      'Rejoignez',
    ])
      expect(letter!.body).toContain(words);
    expect(letter!.body).toContain(`/editions/${edition.slug}/idees/1-un-abri`);
    const [batch] = await listBatches(site.db, act.organisationId, edition.id);
    expect(batch).toMatchObject({ decisions: 1, notified: 1, mails: 1, papers: 0 });
  });

  it('of two who publish at once one does', async () => {
    const { edition, ideas } = await makeIdeas(3);
    for (const idea of ideas) await makeDecision(site, act, idea);
    const publish = () => publishDecisions(site.db, act, edition.id, { state: 'to-publish' });
    const outcomes = await Promise.all([publish(), publish(), publish()]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    for (const idea of ideas) expect(await lettersOf(idea.id)).toHaveLength(1);
  });

  it('waits for its minute; cancelled, its decisions wait for another batch', async () => {
    const { edition, ideas } = await makeIdeas(2);
    for (const idea of ideas) await makeDecision(site, act, idea);
    const soon = new Date(Date.now() + 3_600_000);
    const plan = (ids: string[]) => publishDecisions(site.db, act, edition.id, ids, soon);
    const past = new Date(Date.now() - 1000);
    expect(await publishDecisions(site.db, act, edition.id, [ideas[0]!.id], past)).toEqual({
      ok: false,
      refusal: 'in-the-past',
    });
    const first = await plan([ideas[0]!.id]);
    const second = await plan([ideas[1]!.id]);
    if (!first.ok || !second.ok) throw new Error('not planned');
    await site.runJobs();
    expect((await countDecisions(site.db, act.organisationId, edition.id)).published).toBe(0);
    expect(await cancelBatch(site.db, act, first.batchId)).toBe(true);
    site.travel('2 hours');
    const at = { organisationId: act.organisationId };
    for (const { batchId } of [first, second, second])
      await publishAtItsMinute(site.db, { ...at, batchId });
    expect((await countDecisions(site.db, act.organisationId, edition.id)).published).toBe(1);
    expect(await cancelBatch(site.db, act, second.batchId)).toBe(false);
    expect(await lettersOf(ideas[1]!.id)).toHaveLength(1);
    expect(await plan([ideas[0]!.id])).toMatchObject({ ok: false });
    site.travel(null);
  });

  it('F6 letters stopped in the middle and started again on two nodes: one for each holder', async () => {
    const edition = await makeEdition(site, { maximumIdeas: 200 });
    const author = await makePerson(site);
    for (let index = 0; index < 130; index += 1)
      await makeIdea(site, edition, { authorId: author.id });
    await decideAll(site, act, edition.id);
    const published = await publishDecisions(site.db, act, edition.id, { state: 'to-publish' });
    if (!published.ok) throw new Error(published.refusal);
    await sql`create function stop_letters() returns trigger language plpgsql as $$ begin
      if (select count(*) from letter where once_key like 'decision:%' and person_id = new.person_id) >= 110
        then raise exception 'killed'; end if; return new; end $$`.execute(site.db);
    await sql`create trigger stopped before insert on letter for each row execute function stop_letters()`.execute(
      site.db,
    );
    const batch = { organisationId: act.organisationId, batchId: published.batchId };
    const write = () => writeDecisionLetters(site.db, site.config, batch);
    await expect(write()).rejects.toThrow('killed');
    expect((await listBatches(site.db, act.organisationId, edition.id))[0]).toMatchObject({
      notified: 100,
      mails: 100,
    });
    await sql`drop trigger stopped on letter`.execute(site.db);
    await Promise.all([write(), write()]);
    await write();
    const { rows } = await sql<{ letters: number; ideas: number }>`
      select count(*)::int as letters, count(distinct target_id)::int as ideas
      from letter where person_id = ${author.id}`.execute(site.db);
    expect(rows[0]).toEqual({ letters: 130, ideas: 130 });
  });

  it('reopened, it is decided again; a second letter says so; the first stays on record', async () => {
    const { edition, ideas } = await makeIdeas(1);
    const [idea] = ideas as [Idea];
    await makeDecision(site, act, idea);
    await publishDecisions(site.db, act, edition.id, [idea.id]);
    expect(await reopenDecision(site.db, act, idea, 'Une erreur')).toEqual({
      ok: false,
      refusal: 'letters-under-way',
    });
    await lettersOf(idea.id);
    expect(await reopenDecision(site.db, act, idea, 'Une erreur')).toEqual({ ok: true });
    expect(await listUndecided(site.db, act.organisationId, edition.id)).toEqual([idea.id]);
    await makeDecision(site, act, idea, { outcome: 'to-vote' });
    await publishDecisions(site.db, act, edition.id, [idea.id]);
    const letters = await lettersOf(idea.id);
    expect(letters.map(({ once_key }) => once_key)).toEqual([
      `decision:${idea.id}:1`,
      `decision:${idea.id}:2`,
    ]);
    expect(letters[1]!.body).toContain('celle-ci la remplace');
    const all = await listDecisionsOfIdea(site.db, act.organisationId, idea.id);
    expect(all.map(({ outcome, reopenedBecause }) => [outcome, reopenedBecause])).toEqual([
      ['refused', 'Une erreur'],
      ['to-vote', ''],
    ]);
  });
});

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
