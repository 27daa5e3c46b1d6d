import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeEdition } from '../../../../tests/make/editions.ts';
import { type MadePerson, makePerson } from '../../../../tests/make/people.ts';
import { openTestSite, type TestSite } from '../../../../tests/site-client.ts';
import { findIdea, submitIdea } from '../../ideas/index.ts';
import { freezeList, insertProject } from '../../projects/index.ts';
import { publishDecisions } from './batch.store.ts';
import { findDecisions, listUndecided } from './decision.store.ts';
import { checkProposal, mayDecide, OUTCOMES, stateOf } from './decision.ts';
import {
  decideMany,
  prepareDecision,
  reopenDecision,
  withdrawProposal,
} from './decision-writing.store.ts';
import { listReasons } from './reason.store.ts';

let site: TestSite;
let author: MadePerson;
let act: { organisationId: string; by: null };
beforeAll(async () => {
  site = await openTestSite();
  author = await makePerson(site);
  act = { organisationId: site.organisationId, by: null };
});
afterAll(() => site.close());

const idea = fc.nat({ max: 2 });
const step = fc.oneof(
  fc.record({ kind: fc.constant('deposit' as const) }),
  fc.record({ kind: fc.constant('prepare' as const), idea, outcome: fc.constantFrom(...OUTCOMES) }),
  fc.record({ kind: fc.constant('decide' as const), idea }),
  fc.record({ kind: fc.constant('withdraw' as const), idea }),
  fc.record({ kind: fc.constant('reopen' as const), idea }),
  fc.record({ kind: fc.constant('publish' as const) }),
  fc.record({ kind: fc.constant('letters' as const) }),
  fc.record({ kind: fc.constant('project' as const), idea }),
  fc.record({ kind: fc.constant('freeze' as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** Lives a list of acts, whoever thought of them; most are refused, which is the point. */
async function live(steps: readonly Step[]) {
  const edition = await makeEdition(site, { maximumIdeas: 100 });
  const ids: string[] = [];
  const [reason] = await listReasons(site.db, act.organisationId, edition.id);
  const deposit = async () => {
    const sent = await submitIdea(site.db, {
      organisationId: act.organisationId,
      editionId: edition.id,
      authorId: author.id,
      title: 'Une idée',
      body: 'Un banc au soleil, pour s’asseoir un moment et parler.',
      categoryId: edition.categories[0]!.id,
      lang: 'fr',
    });
    if (sent.ok) ids.push(sent.id);
  };
  await deposit();
  for (const one of steps) {
    const id = 'idea' in one ? ids[one.idea] : undefined;
    const at = id ? await findIdea(site.db, act.organisationId, id) : null;
    const version = id
      ? ((await findDecisions(site.db, act.organisationId, [id])).get(id)?.version ?? 0)
      : 0;
    if (one.kind === 'deposit') await deposit();
    if (one.kind === 'publish')
      await publishDecisions(site.db, act, edition.id, { state: 'to-publish' });
    if (one.kind === 'letters') await site.runJobs();
    if (one.kind === 'freeze') await freezeList(site.db, act, edition.id);
    if (!at) continue;
    if (one.kind === 'prepare')
      await prepareDecision(
        site.db,
        act,
        at,
        {
          outcome: one.outcome,
          reasonId: one.outcome === 'refused' ? reason!.id : null,
          publicText: 'Parce que.',
          personalText: '',
        },
        version,
      );
    if (one.kind === 'decide')
      await decideMany(site.db, act, edition.id, { ideas: [{ ideaId: at.id, version }] });
    if (one.kind === 'withdraw') await withdrawProposal(site.db, act, at, version);
    if (one.kind === 'reopen') await reopenDecision(site.db, act, at, 'Relue.');
    if (one.kind === 'project')
      await insertProject(site.db, act, edition.id, {
        title: 'Un banc',
        summary: 'Un banc.',
        categoryId: at.categoryId,
        cost: 1_000_00,
        place: '',
        ideaIds: [at.id],
      });
  }
  await site.runJobs();
  return { edition, ids };
}

describe('R44 the machine of decisions', () => {
  it('SC6 no path leaves an idea undecided under a frozen list, nor a holder with no message, or two, for one decision', async () => {
    let frozen = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 30 }), async (drawn) => {
        // half of the paths end as a town would: all that is left is decided, then frozen
        const ending = [0, 1, 2].flatMap((at): Step[] => [
          { kind: 'prepare', idea: at, outcome: at === 0 ? 'to-vote' : 'refused' },
          { kind: 'decide', idea: at },
        ]);
        const { edition, ids } = await live([
          ...drawn,
          ...(drawn.length % 2
            ? [...ending, { kind: 'project', idea: 0 } as Step, { kind: 'freeze' } as Step]
            : []),
        ]);
        const { rows } = await sql<{ published: number; notices: number; letters: number }>`
          select (select count(*) from decision d where d.edition_id = ${edition.id}
              and d.published_at is not null)::int as published,
            (select count(*) from decision_notice n join decision d using (organisation_id, idea_id, round)
              where d.edition_id = ${edition.id})::int as notices,
            (select count(*) from letter where target_id = any(${ids}::uuid[]))::int as letters`.execute(
          site.db,
        );
        const { published, notices, letters } = rows[0]!;
        expect([notices, letters]).toEqual([published, published]);
        const list = await sql`select 1 from project_list where edition_id = ${edition.id}`.execute(
          site.db,
        );
        if (list.rows.length === 0) return;
        frozen += 1;
        expect(await listUndecided(site.db, act.organisationId, edition.id)).toEqual([]);
        const decisions = await findDecisions(site.db, act.organisationId, ids);
        expect([...decisions.values()].map(stateOf)).toEqual(ids.map(() => 'published'));
      }),
      { numRuns: 30, seed: 44 },
    );
    expect(frozen).toBeGreaterThan(3);
  }, 120_000);

  it('R45 a refusal always has its reason and its words', () => {
    const reasons = [
      { id: 'open', french: 'A', english: '', isInadmissible: false, isClosed: false },
      { id: 'closed', french: 'B', english: '', isInadmissible: false, isClosed: true },
    ];
    fc.assert(
      fc.property(
        fc.record({
          outcome: fc.constantFrom('to-vote' as const, 'refused' as const, null),
          reasonId: fc.constantFrom('open', 'closed', 'other', null),
          publicText: fc.constantFrom('', 'Parce que.', 'x'.repeat(3001)),
          personalText: fc.constantFrom('', 'Merci.', 'x'.repeat(2001)),
        }),
        (proposal) => {
          const problems = checkProposal(proposal, reasons);
          const holds = Object.keys(problems).length === 0;
          if (holds && proposal.outcome === 'refused')
            expect([proposal.reasonId, proposal.publicText]).toEqual(['open', 'Parce que.']);
          if (holds) expect(proposal.outcome).not.toBeNull();
          expect(
            checkProposal({ ...proposal, reasonId: 'closed' }, reasons, 'closed').reasonId,
          ).toBe(undefined);
        },
      ),
    );
  });

  it('R44 where somebody decides, nobody else does', () => {
    expect(mayDecide([], { personId: 'a', isOfficer: true })).toBe(true);
    expect(mayDecide([], { personId: 'a', isOfficer: false })).toBe(false);
    expect(mayDecide(['b'], { personId: 'a', isOfficer: true })).toBe(false);
    expect(mayDecide(['b'], { personId: 'b', isOfficer: false })).toBe(true);
  });
});
