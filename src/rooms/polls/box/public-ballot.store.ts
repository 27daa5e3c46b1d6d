import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { listNicknames } from '../../identity/index.ts';
import type { Choices } from '../ballot/ballot.ts';
import {
  type PublicVote,
  VOTES_A_PAGE,
  type VotesFilter,
  type VotesPage,
} from '../result/public-votes.ts';

interface OfPoll {
  organisationId: string;
  pollId: string;
}

/**
 * Says whose a ballot is, in the casting transaction of a public vote: of a first one, or of the one that
 * takes its place. `false`: this person has a ballot already, under another line of the roll (they changed
 * their address since), or none to replace.
 */
export async function writePublicBallot(
  tx: Tx,
  { organisationId, pollId }: OfPoll,
  ballot: { personId: string; commitment: string; replaces: boolean },
): Promise<boolean> {
  const { personId, commitment } = ballot;
  if (ballot.replaces) {
    const updated = await tx
      .updateTable('public_ballot')
      .set({ commitment })
      .where('organisation_id', '=', organisationId)
      .where('poll_id', '=', pollId)
      .where('person_id', '=', personId)
      .executeTakeFirst();
    return updated.numUpdatedRows === 1n;
  }
  const inserted = await tx
    .insertInto('public_ballot')
    .values({ organisation_id: organisationId, poll_id: pollId, person_id: personId, commitment })
    .onConflict((conflict) => conflict.constraint('public_ballot_once').doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

/**
 * Writes the public names down as they are on the day of the publication: a name changed afterwards does
 * not rewrite a vote that was published, and lists and files agree. The names of erased accounts go.
 */
export async function freezeNicknames(tx: Tx, { organisationId, pollId }: OfPoll): Promise<void> {
  const rows = await tx
    .selectFrom('public_ballot')
    .select('person_id')
    .where('organisation_id', '=', organisationId)
    .where('poll_id', '=', pollId)
    .execute();
  const people = rows.flatMap((row) => row.person_id ?? []);
  const names = [...(await listNicknames(tx, organisationId, people))];
  await sql`update public_ballot b set nickname = n.nickname
    from unnest(${names.map(([id]) => id)}::uuid[], ${names.map(([, name]) => name)}::text[])
      as n (person_id, nickname)
    where b.organisation_id = ${organisationId} and b.poll_id = ${pollId}
      and b.person_id = n.person_id`.execute(tx);
}

/**
 * The public name under each ballot, by commitment. A ballot whose account was erased has none; nor has
 * any before the publication, which writes the names, nor in a secret poll.
 */
export async function listPublicVoters(
  db: Db,
  organisationId: string,
  pollId: string,
): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('public_ballot')
    .select(['commitment', 'nickname'])
    .where('organisation_id', '=', organisationId)
    .where('poll_id', '=', pollId)
    .where('nickname', 'is not', null)
    .execute();
  return new Map(rows.map((row) => [row.commitment, row.nickname!]));
}

/** One page of who voted what, in order of the names. For published polls only: the caller asks. */
export async function listPublicVotes(
  db: Db,
  { organisationId, pollId }: OfPoll,
  { search, from }: VotesFilter,
  size = VOTES_A_PAGE,
): Promise<VotesPage> {
  const backwards = from?.direction === 'before';
  const [order, compare] = backwards ? [sql`desc`, sql`<`] : [sql`asc`, sql`>`];
  const { rows } = await sql<PublicVote>`
    select b.nickname, b.commitment, s.choices
    from public_ballot b
    join sealed_ballot s on s.poll_id = b.poll_id and s.commitment = b.commitment
    where b.organisation_id = ${organisationId} and b.poll_id = ${pollId}
      ${search === '' ? sql`` : sql`and position(palabre_fold(${search}) in palabre_fold(b.nickname)) > 0`}
      ${
        from === null
          ? sql``
          : sql`and (b.sort_key, b.commitment) ${compare} (
              select e.sort_key, e.commitment from public_ballot e
              where e.organisation_id = ${organisationId} and e.poll_id = ${pollId}
                and e.commitment = ${from.commitment})`
      }
    order by b.sort_key ${order}, b.commitment ${order} limit ${size + 1}`.execute(db);
  const more = rows.length > size;
  const votes = rows.slice(0, size).map((row) => ({ ...row, choices: row.choices as Choices }));
  if (backwards) votes.reverse();
  const first = votes[0]?.commitment ?? null;
  const last = votes.at(-1)?.commitment ?? null;
  return {
    votes,
    previous: from !== null && (!backwards || more) ? first : null,
    next: backwards || more ? last : null,
  };
}

/** How many ballots have a name. */
export async function countPublicVotes(
  db: Db,
  { organisationId, pollId }: OfPoll,
): Promise<number> {
  const { votes } = await db
    .selectFrom('public_ballot')
    .select(({ fn }) => fn.countAll<number>().as('votes'))
    .where('organisation_id', '=', organisationId)
    .where('poll_id', '=', pollId)
    .executeTakeFirstOrThrow();
  return votes;
}
