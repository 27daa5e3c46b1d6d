import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDecision } from '../../../../tests/make/decisions.ts';
import { listFactsAbout, makeEdition } from '../../../../tests/make/editions.ts';
import { makeIdea } from '../../../../tests/make/ideas.ts';
import { makePerson } from '../../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { violatedConstraint } from '../../../platform/database/database.ts';
import type { Idea } from '../../ideas/index.ts';
import type { Edition } from '../../spaces/index.ts';
import { publishDecisions } from './batch.store.ts';
import { findDecisions, listUndecided } from './decision.store.ts';
import { countDecisions } from './decision-counts.store.ts';
import {
  decideMany,
  prepareDecision,
  prepareMany,
  withdrawProposal,
} from './decision-writing.store.ts';
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
