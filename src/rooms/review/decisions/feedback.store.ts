import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import type { DecisionState } from './decision.ts';
import { countDecisions } from './decision-counts.store.ts';
import { listReasons } from './reason.store.ts';

/** What became of the ideas of an edition, from what is published (R45, R77). */
export interface Feedback {
  /** By state, published or not: together, every idea. */
  states: Record<DecisionState, number>;
  deposited: number;
  /** Of those published. */
  toVote: number;
  refused: number;
  /** All but what was refused as inadmissible; meaningful once everything is published. */
  admissible: number;
  /** Refused ideas by reason, the most frequent first. */
  reasons: { id: string; french: string; english: string; ideas: number }[];
  /** From deposit to publication, on average; null: nothing is published. */
  averageDays: number | null;
}

export async function readFeedback(
  db: Db,
  organisationId: string,
  editionId: string,
): Promise<Feedback> {
  const [states, reasons, { rows }] = await Promise.all([
    countDecisions(db, organisationId, editionId),
    listReasons(db, organisationId, editionId),
    sql<{ outcome: string; reason: string | null; ideas: number; days: number }>`
      select outcome, reason_id as reason, count(*) as ideas,
        sum(extract(epoch from published_at - deposited_at) / 86400)::float8 as days
      from idea_decision
      where organisation_id = ${organisationId} and edition_id = ${editionId} and state = 'published'
      group by outcome, reason_id`.execute(db),
  ]);
  const sum = (of: readonly { ideas: number }[]) =>
    of.reduce((total, { ideas }) => total + ideas, 0);
  const published = sum(rows);
  const deposited = Object.values(states).reduce((total, ideas) => total + ideas, 0);
  const by = reasons
    .map((reason) => ({ ...reason, ideas: sum(rows.filter((row) => row.reason === reason.id)) }))
    .filter(({ ideas }) => ideas > 0)
    .sort((a, b) => b.ideas - a.ideas || a.french.localeCompare(b.french));
  return {
    states,
    deposited,
    toVote: sum(rows.filter(({ outcome }) => outcome === 'to-vote')),
    refused: sum(rows.filter(({ outcome }) => outcome === 'refused')),
    admissible: deposited - sum(by.filter(({ isInadmissible }) => isInadmissible)),
    reasons: by.map(({ id, french, english, ideas }) => ({ id, french, english, ideas })),
    averageDays:
      published === 0
        ? null
        : Math.round(rows.reduce((total, { days }) => total + days, 0) / published),
  };
}
