import { type RawBuilder, sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { hashSlot } from '../box/box.crypto.ts';
import type { PollKey } from '../box/elector.store.ts';
import { partition } from '../box/partitions.store.ts';
import { setEnvelopeAside, withdrawBallot } from '../box/withdrawal.store.ts';
import type { Concerned, InvalidationRule } from './invalidation.ts';

/** A rule with the keyed hashes of whom it speaks, where it names them. */
export interface MarkedRule {
  rule: InvalidationRule;
  marks: readonly string[];
}

/** Lines that a rule is about, whatever became of them. */
function isAbout(pollId: string, { rule, marks }: MarkedRule): RawBuilder<boolean> {
  if (rule.kind === 'point-days')
    return sql`e.poll_id = ${pollId} and e.point_id = ${rule.pointId}::uuid
      and e.day between ${rule.from}::date and ${rule.to}::date`;
  return sql`e.poll_id = ${pollId} and e.id in (select m.elector_id from elector_mark m
    where m.poll_id = ${pollId} and m.mark = any(${marks}::text[]))`;
}

/** A paper in no numbered envelope lies in the urn among the others: nobody can take it out again. */
const canLeave = sql<boolean>`(e.channel_state in ('none', 'online')
  or (e.channel_state = 'paper' and e.envelope_number is not null))`;

/** Marks that nobody has come with yet: they are closed too. */
async function countUnused(db: Db, pollId: string, marks: readonly string[]): Promise<number> {
  if (marks.length === 0) return 0;
  const { rows } = await sql<{ unused: number }>`
    select count(*)::int as unused from unnest(${marks}::text[]) as given (mark)
    where not exists (select 1 from elector_mark m
      where m.poll_id = ${pollId} and m.mark = given.mark)`.execute(db);
  return rows[0]!.unused;
}

export async function countConcerned(
  db: Db,
  pollId: string,
  marked: MarkedRule,
): Promise<Concerned> {
  const { rows } = await sql<Concerned>`
    select count(*) filter (where ${canLeave})::int as lines,
      count(*) filter (where e.channel_state = 'online')::int as ballots,
      count(*) filter (where e.channel_state = 'paper' and e.envelope_number is null)::int as papers
    from elector e where ${isAbout(pollId, marked)}`.execute(db);
  const { lines, ...counts } = rows[0]!;
  return { ...counts, lines: lines + (await countUnused(db, pollId, marked.marks)) };
}

/** Holds the sealing back until the end of the transaction; waits for one under way. Votes go on. */
export async function holdBox(tx: Tx, pollId: string): Promise<void> {
  await sql`lock table ${partition('elector', pollId)} in row exclusive mode`.execute(tx);
}

/**
 * Refuses every line of the rule and takes its ballots out of the box. Lines change in one statement and ballots leave
 * in the order of their slots, which is that of nothing: no order tells which ballot was whose.
 */
export async function refuseConcerned(
  tx: Tx,
  poll: PollKey,
  linkKey: Buffer,
  marked: MarkedRule,
): Promise<{ lines: number; ballots: number }> {
  const added = await closeUnused(tx, poll, marked);
  const { rows: locked } = await sql<{
    id: string;
    channel: string;
    pointId: string | null;
    number: string | null;
  }>`select e.id, e.channel_state as channel, e.point_id as "pointId", e.envelope_number as number
    from elector e where ${isAbout(poll.pollId, marked)} and ${canLeave}
    order by e.id for update of e`.execute(tx);
  await sql`update elector e set channel_state = 'refused', envelope_number = null
    where e.poll_id = ${poll.pollId} and e.id = any(${locked.map(({ id }) => id)}::uuid[])`.execute(
    tx,
  );
  for (const { pointId, number } of locked)
    if (pointId && number) await setEnvelopeAside(tx, poll, { pointId, number });
  const slots = locked
    .filter(({ channel }) => channel === 'online')
    .map(({ id }) => hashSlot(linkKey, id))
    .sort();
  let ballots = 0;
  for (const slot of slots) if (await withdrawBallot(tx, poll, slot, 'invalid')) ballots += 1;
  return { lines: locked.length + added, ballots };
}

/** A stolen code that nobody used yet gets a refused line of its own. */
async function closeUnused(tx: Tx, poll: PollKey, { rule, marks }: MarkedRule): Promise<number> {
  if (marks.length === 0) return 0;
  const kind = rule.kind === 'codes' ? 'code' : 'entry';
  const { rows } = await sql<{ mark: string }>`
    with given as (
      select mark, gen_random_uuid() as id from unnest(${[...marks].sort()}::text[]) as g (mark)
      where not exists (select 1 from elector_mark m
        where m.poll_id = ${poll.pollId} and m.mark = g.mark)
    ), lines as (
      insert into elector (organisation_id, poll_id, id, channel_state)
      select ${poll.organisationId}, ${poll.pollId}, id, 'refused' from given
    )
    insert into elector_mark (organisation_id, poll_id, kind, mark, elector_id)
    select ${poll.organisationId}, ${poll.pollId}, ${kind}, mark, id from given
    returning mark`.execute(tx);
  return rows.length;
}

/** A refused line of these marks takes votes again. `false`: there is none. */
export async function restoreLine(
  tx: Tx,
  pollId: string,
  marks: readonly string[],
): Promise<boolean> {
  const { rows } = await sql`
    update elector e set channel_state = 'none', day = null, point_id = null
    where e.poll_id = ${pollId} and e.channel_state = 'refused'
      and e.id in (select m.elector_id from elector_mark m
        where m.poll_id = ${pollId} and m.mark = any(${marks}::text[]))
    returning e.id`.execute(tx);
  return rows.length > 0;
}
