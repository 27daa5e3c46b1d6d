import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import type { TextFacts } from './admission-of-texts.ts';
import { isAlike, type Likeness } from './likeness.ts';

/** The latest texts looked at for each mark: more than twelve an hour nobody writes who is new. */
const EACH_MARK = 60;

export interface Alike {
  /** New accounts that wrote nearly the same, its author's included. */
  accounts: number;
  /** Of the texts found; those of others and their own. */
  textIds: readonly string[];
  /** With which they wait; null: none of them does. */
  wave: { id: string; state: NonNullable<TextFacts['alikeWave']> } | null;
}

interface Met {
  id: string;
  personId: string;
  shingles: number[];
  waveId: string | null;
  outcome: 'published' | 'hidden' | null;
}

/** Texts of new accounts of the last hour that are nearly the same: those that share a mark, compared one by one. */
export async function findAlike(
  db: Db,
  organisationId: string,
  personId: string,
  { shingles, marks }: Likeness,
): Promise<Alike> {
  const none: Alike = { accounts: 1, textIds: [], wave: null };
  if (marks.length === 0) return none;
  const { rows } = await sql<Met>`
    with met as (select distinct l.text_id from unnest(${[...marks]}::int[]) m (mark) cross join lateral (
      select text_id from text_mark t where t.organisation_id = ${organisationId} and t.mark = m.mark
        and t.written_at > palabre_now() - interval '1 hour' order by t.written_at desc limit ${EACH_MARK}) l)
    select w.id, w.person_id as "personId", w.shingles, v.id as "waveId", v.outcome
    from met join watched_text w on w.organisation_id = ${organisationId} and w.id = met.text_id
    left join text_wave v on v.organisation_id = w.organisation_id and v.id = w.wave_id and v.why = 'alike'
    order by w.written_at desc`.execute(db);
  const alike = rows.filter((row) => isAlike(row.shingles, shingles));
  const waiting = alike.find(({ waveId }) => waveId !== null);
  return {
    accounts: new Set([personId, ...alike.map((row) => row.personId)]).size,
    textIds: alike.map(({ id }) => id),
    wave: waiting ? { id: waiting.waveId!, state: waiting.outcome ?? 'waiting' } : null,
  };
}
