import type { Db } from '../../../platform/database/database.ts';
import { findMergesOf } from '../merges/merge.store.ts';
import { type Merge, stateOf } from '../merges/merge.ts';

/** Ideas that were brought together: what is decided of the lead is decided of all (R47). */
export interface Gathering {
  /** Of the merge. */
  title: string;
  leadId: string;
  followerIds: readonly string[];
}

/** The accepted merges in which given ideas stand, by idea; those that stand alone are absent. */
export async function findGatherings(
  db: Db,
  organisationId: string,
  ideaIds: readonly string[],
): Promise<Map<string, Gathering>> {
  const merges = await findMergesOf(db, organisationId, ideaIds);
  return new Map(
    [...merges]
      .filter(([, merge]) => stateOf(merge) === 'accepted')
      .map(([ideaId, merge]) => [ideaId, asGathering(merge)]),
  );
}

function asGathering({ title, leadIdeaId, members }: Merge): Gathering {
  const followerIds = members.map(({ ideaId }) => ideaId).filter((id) => id !== leadIdeaId);
  return { title, leadId: leadIdeaId, followerIds };
}
