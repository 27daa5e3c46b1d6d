import { sql } from 'kysely';
import { fromTables, type RowSource } from '../sets/row-source.ts';
import type { RecordedFact } from './journal.ts';

export interface FactRow extends Omit<RecordedFact, 'subject'> {
  /** Microseconds: a moment read into JavaScript loses them, and rows follow each other by it. */
  at: number;
  subjectKind: string;
  subjectId: string | null;
}

/** The journal of an organisation, the oldest first, but for kinds left out. */
export const factRows = (without: readonly string[]): RowSource<FactRow> =>
  fromTables<FactRow>({
    ofEditions: false,
    keys: ['at', 'id'],
    select: (organisationId) => sql`
      select id, (extract(epoch from recorded_at) * 1000000)::bigint as at, organisation_id as "organisationId", kind,
        actor_id as "actorId", subject_kind as "subjectKind", subject_id as "subjectId", detail,
        recorded_at as "recordedAt", recorded_at as "changedAt"
      from fact where organisation_id = ${organisationId} and kind <> all(${[...without]}::text[])`,
  });
