import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decideAll, makeDecision } from '../../../../tests/make/decisions.ts';
import { makeEdition } from '../../../../tests/make/editions.ts';
import { makeIdea } from '../../../../tests/make/ideas.ts';
import { makePerson } from '../../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import type { Idea } from '../../ideas/index.ts';
import type { Edition } from '../../spaces/index.ts';
import { cancelBatch, publishAtItsMinute, publishDecisions } from './batch.store.ts';
import { listBatches } from './batch-list.store.ts';
import { listDecisionsOfIdea, listUndecided } from './decision.store.ts';
import { countDecisions } from './decision-counts.store.ts';
import { reopenDecision } from './decision-writing.store.ts';
import { writeDecisionLetters } from './decisions.jobs.ts';

let site: TestSite;
let act: { organisationId: string; by: string | null };
beforeAll(async () => {
  site = await openTestSite();
  act = { organisationId: site.organisationId, by: (await makePerson(site)).id };
});
afterAll(() => site.close());

async function makeIdeas(count: number): Promise<{ edition: Edition; ideas: Idea[] }> {
  const edition = await makeEdition(site);
  const ideas: Idea[] = [];
  for (let index = 0; index < count; index += 1) ideas.push(await makeIdea(site, edition));
  return { edition, ideas };
}

const lettersOf = async (ideaId: string) => {
  await site.runJobs();
  const { rows } = await sql<{ once_key: string; body: string; subject: string; address: string }>`
    select once_key, body, subject, address from letter where target_id = ${ideaId} order by queued_at`.execute(
    site.db,
  );
  return rows;
};

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
