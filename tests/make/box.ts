import type { Choices } from '../../src/rooms/polls/ballot/ballot.ts';
import type { Poll } from '../../src/rooms/polls/index.ts';
import type { TestSite } from '../site-client.ts';

/**
 * Ballots of people who are nowhere else, straight into an open box, with their lines of the roll:
 * thousands in a moment. Their commitments are drawn, and commit to nothing.
 */
export async function fillBox(
  site: Pick<TestSite, 'pool' | 'organisationId'>,
  poll: Poll,
  ballots: readonly (readonly [choices: Choices, times: number])[],
): Promise<void> {
  const drawn = "encode(sha256(gen_random_uuid()::text::bytea), 'hex')";
  for (const [choices, times] of ballots) {
    const values = [site.organisationId, poll.id, times];
    await site.pool.query(
      `with line as (
          insert into elector (organisation_id, poll_id, channel_state, day)
          select $1, $2, 'online', current_date from generate_series(1, $3) returning id
        )
        insert into elector_mark (organisation_id, poll_id, kind, mark, elector_id)
        select $1, $2, 'account', ${drawn}, id from line`,
      values,
    );
    await site.pool.query(
      `insert into ballot_slot (organisation_id, poll_id, slot_key, nonce, commitment, choices)
        select $1, $2, ${drawn}, ${drawn}, ${drawn}, $4 from generate_series(1, $3)`,
      [...values, JSON.stringify(choices)],
    );
  }
}
