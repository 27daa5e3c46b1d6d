import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type Db, type Tx, violatedConstraint } from '../../../platform/database/database.ts';
import { areTwoPersons, type WrittenMark } from '../../electorate/index.ts';

export interface PollKey {
  organisationId: string;
  pollId: string;
}

export type Channel = 'none' | 'online' | 'paper' | 'refused';

export interface Elector {
  id: string;
  channel: Channel;
  pointId: string | null;
  envelopeNumber: string | null;
}

/** How somebody votes: by which channel, where in person (null: from afar), in which outer envelope. */
export interface Arrival {
  channel: 'online' | 'paper';
  pointId: string | null;
  envelopeNumber: string | null;
}

export type FoundElector =
  /** null: this is their first act in the poll, and the line says how they voted already. */
  | { found: true; id: string; before: Elector | null }
  /** Somebody else has voted with one of these marks. */
  | { found: false; why: 'mark-used' };

interface Line extends Elector {
  marks: WrittenMark[];
}

/**
 * The line of the roll that these marks lead to, locked; or a new one, of somebody who arrives like this. One mailbox, account,
 * phone, code or entry leads to one line (V5): marks of two lines, or of another person, lead to none.
 */
export async function lockElector(
  tx: Tx,
  poll: PollKey,
  marks: readonly WrittenMark[],
  arrival: Arrival,
): Promise<FoundElector> {
  if (marks.length === 0) throw new Error('A voter without a mark.');
  const lines = await readLines(tx, poll.pollId, marks, true);
  const [line] = lines;
  if (!line)
    return { found: true, id: await insertElector(tx, poll, marks, arrival), before: null };
  if (lines.length > 1 || areTwoPersons(marks, line.marks))
    return { found: false, why: 'mark-used' };
  const held = new Set(line.marks.map(({ mark }) => mark));
  const added = marks.filter(({ mark }) => !held.has(mark));
  if (added.length > 0) await insertMarks(tx, poll, line.id, added);
  return { found: true, id: line.id, before: line };
}

/** The same without a lock, for pages. null: no line yet; 'mark-used': somebody else voted with one of these. */
export async function findElector(
  db: Db,
  pollId: string,
  marks: readonly WrittenMark[],
): Promise<Elector | 'mark-used' | null> {
  if (marks.length === 0) return null;
  const lines = await readLines(db, pollId, marks, false);
  const [line] = lines;
  if (!line) return null;
  return lines.length > 1 || areTwoPersons(marks, line.marks) ? 'mark-used' : line;
}

async function readLines(
  db: Db,
  pollId: string,
  marks: readonly WrittenMark[],
  lock: boolean,
): Promise<Line[]> {
  const { rows } = await sql<Line>`
    select e.id, e.channel_state as channel, e.point_id as "pointId",
      e.envelope_number as "envelopeNumber",
      (select jsonb_agg(jsonb_build_object('kind', held.kind, 'mark', held.mark))
        from elector_mark held where held.poll_id = ${pollId} and held.elector_id = e.id) as marks
    from elector e
    where e.poll_id = ${pollId} and e.id in (select m.elector_id from elector_mark m
      where m.poll_id = ${pollId} and m.mark = any(${marks.map(({ mark }) => mark)}))
    order by e.id ${lock ? sql`for update of e` : sql``}`.execute(db);
  return rows;
}

/** Line and marks in one statement; marks in their own order, so that two never wait for each other. */
async function insertElector(
  tx: Tx,
  { organisationId, pollId }: PollKey,
  marks: readonly WrittenMark[],
  { channel, pointId, envelopeNumber }: Arrival,
): Promise<string> {
  const id = randomUUID();
  const sorted = sortMarks(marks);
  await sql`
    with line as (
      insert into elector
        (organisation_id, poll_id, id, channel_state, point_id, envelope_number, day)
      values (${organisationId}, ${pollId}, ${id}, ${channel}, ${pointId}, ${envelopeNumber},
        (palabre_now() at time zone 'Europe/Paris')::date)
    )
    insert into elector_mark (organisation_id, poll_id, kind, mark, elector_id)
    select ${organisationId}, ${pollId}, m.kind, m.mark, ${id}
    from unnest(${sorted.map(({ kind }) => kind)}::text[],
      ${sorted.map(({ mark }) => mark)}::text[]) as m (kind, mark)`.execute(tx);
  return id;
}

async function insertMarks(
  tx: Tx,
  { organisationId, pollId }: PollKey,
  electorId: string,
  marks: readonly WrittenMark[],
): Promise<void> {
  await tx
    .insertInto('elector_mark')
    .values(
      sortMarks(marks).map(({ kind, mark }) => ({
        organisation_id: organisationId,
        poll_id: pollId,
        kind,
        mark,
        elector_id: electorId,
      })),
    )
    .execute();
}

function sortMarks(marks: readonly WrittenMark[]): WrittenMark[] {
  return [...marks].sort((a, b) => (a.mark < b.mark ? -1 : 1));
}

/** Émargement: that this person has voted, by which channel, where and on which day; never when. */
export async function markVoted(
  tx: Tx,
  { pollId }: PollKey,
  electorId: string,
  vote: Arrival,
): Promise<void> {
  await tx
    .updateTable('elector')
    .set({
      channel_state: vote.channel,
      point_id: vote.pointId,
      envelope_number: vote.envelopeNumber,
      day: sql<string>`coalesce(day, (palabre_now() at time zone 'Europe/Paris')::date)`,
    })
    .where('poll_id', '=', pollId)
    .where('id', '=', electorId)
    .execute();
}

/** A paper taken back: as if this person had not come yet. */
export async function unmarkVoted(tx: Tx, { pollId }: PollKey, electorId: string): Promise<void> {
  await tx
    .updateTable('elector')
    .set({ channel_state: 'none', point_id: null, envelope_number: null, day: null })
    .where('poll_id', '=', pollId)
    .where('id', '=', electorId)
    .execute();
}

/** Another voter's outer envelope has this number at this point already. */
export function isEnvelopeTaken(error: unknown): boolean {
  return /^elector_(?!mark_).*_idx\d*$/.test(violatedConstraint(error) ?? '');
}

/**
 * Two requests made the same line at the same instant, and this one came second: asked again, the line is
 * there. The database names the constraint of the poll's own part after its table and columns.
 */
export function isLineJustMade(error: unknown): boolean {
  return /^elector_mark_/.test(violatedConstraint(error) ?? '');
}
