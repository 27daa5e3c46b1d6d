import { findProjectsOfIdeas, freezeList } from '../../src/rooms/projects/index.ts';
import {
  decideMany,
  listDecidedIdeas,
  listReasons,
  type Outcome,
  prepareDecision,
} from '../../src/rooms/review/index.ts';
import type { TestSite } from '../site-client.ts';

type Place = Pick<TestSite, 'db'>;
type Act = { organisationId: string; by: string | null };

export interface MadeDecision {
  outcome?: Outcome;
  /** French words of one of the edition's reasons; the first one unless said. */
  reason?: string;
  publicText?: string;
  personalText?: string;
}

/** Prepares and decides one idea, through the room's own functions; published by nobody yet. */
export async function makeDecision(
  site: Place,
  act: Act,
  idea: { id: string; editionId: string; number: number },
  { outcome = 'refused', reason, publicText, personalText = '' }: MadeDecision = {},
): Promise<void> {
  const reasons = await listReasons(site.db, act.organisationId, idea.editionId);
  const chosen = reason ? reasons.find(({ french }) => french === reason) : reasons[0];
  if (!chosen) throw new Error(`makeDecision: no reason « ${reason} »`);
  const prepared = await prepareDecision(
    site.db,
    act,
    idea,
    {
      outcome,
      reasonId: outcome === 'refused' ? chosen.id : null,
      publicText:
        publicText ?? (outcome === 'refused' ? 'Étudiée, et non retenue cette fois.' : ''),
      personalText,
    },
    0,
  );
  if (!prepared.ok) throw new Error(`makeDecision: ${prepared.refusal}`);
  const decided = await decideMany(site.db, act, idea.editionId, {
    ideas: [{ ideaId: idea.id, version: 1 }],
  });
  if (!decided.ok || decided.decided !== 1) throw new Error('makeDecision: not decided');
}

/** Decides every idea for which nothing is prepared: kept when it is in a project, refused otherwise. */
export async function decideAll(site: Place, act: Act, editionId: string): Promise<void> {
  let next: number | null = 0;
  while (next !== null) {
    const page = await listDecidedIdeas(
      site.db,
      act.organisationId,
      editionId,
      { state: 'to-prepare' },
      next,
    );
    const ids = page.ideas.map(({ ideaId }) => ideaId);
    const made = await findProjectsOfIdeas(site.db, act.organisationId, ids);
    const kept = new Set(made.map(({ ideaId }) => ideaId));
    for (const { ideaId, number } of page.ideas)
      await makeDecision(
        site,
        act,
        { id: ideaId, editionId, number },
        { outcome: kept.has(ideaId) ? 'to-vote' : 'refused' },
      );
    next = page.next;
  }
}

/** Decides what is undecided, then freezes the list. */
export async function freezeDecided(
  site: Place,
  act: Act,
  editionId: string,
  options: Parameters<typeof freezeList>[3] = {},
): Promise<void> {
  await decideAll(site, act, editionId);
  const frozen = await freezeList(site.db, act, editionId, options);
  if (!frozen.ok) throw new Error(`freezeDecided: ${frozen.refusal} ${frozen.count ?? ''}`);
}
