import { sql } from 'kysely';
import { among, fromTables } from '../../../platform/sets/row-source.ts';
import type { Outcome } from './decision.ts';

export interface DecisionRow {
  ideaId: string;
  editionId: string;
  number: number;
  title: string;
  outcome: Outcome;
  reason: string | null;
  publicText: string;
  changedAt: Date;
}

/** Published decisions as the pages of the ideas say them; nothing of one that is prepared, held back or reopened. */
export const decisionRows = fromTables<DecisionRow>({
  keys: ['number'],
  select: (organisationId, editionIds) => sql`
    select d.idea_id as "ideaId", d.edition_id as "editionId", d.number, d.title, d.outcome, r.french as reason,
      d.public_text as "publicText", d.published_at as "changedAt"
    from idea_decision d
    left join refusal_reason r on r.organisation_id = d.organisation_id and r.id = d.reason_id
    where d.organisation_id = ${organisationId} and d.edition_id ${among(editionIds)}
      and d.state = 'published' and d.published_at <= palabre_now()`,
});
