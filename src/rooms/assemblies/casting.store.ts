import { sql } from 'kysely';
import { type Database, type Db, readNow } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { castSeats, listVotedSeats, type SeatChoice } from '../polls/index.ts';
import { listProxies, listVoters, lockAssembly } from './assembly.store.ts';
import { type Assembly, listVotedFor, stateOf, type Voter } from './assembly.ts';
import { type Folders, openBoxes } from './vote.store.ts';
import { type Choice, isTaking, type Mode } from './vote.ts';
import { listBoxes, listVotes } from './vote-rows.store.ts';

export type CastingRefusal = 'closed' | 'not-yours' | 'not-counted';

/** Says aloud what some members vote, cast by whoever votes for them now; until the close they may say otherwise. */
export async function castRollCall(
  db: Database,
  { organisationId, by }: { organisationId: string; by: string },
  assembly: Pick<Assembly, 'id'>,
  voteId: string,
  choices: ReadonlyMap<string, Choice>,
): Promise<{ ok: true } | { ok: false; refusal: CastingRefusal }> {
  return inTransaction(db, async (tx) => {
    const refusal = await refuseCasting(
      tx,
      organisationId,
      by,
      assembly.id,
      voteId,
      'open',
      choices,
    );
    if (refusal) return { ok: false, refusal };
    await sql`insert into assembly_roll_call (organisation_id, vote_id, person_id, choice, cast_by)
      select ${organisationId}, ${voteId}, c.person_id, c.choice, ${by}
      from unnest(${[...choices.keys()]}::uuid[], ${[...choices.values()]}::text[]) as c (person_id, choice)
      on conflict (organisation_id, vote_id, person_id)
      do update set choice = excluded.choice, cast_by = excluded.cast_by`.execute(tx);
    await arrive(tx, organisationId, assembly.id, by);
    return { ok: true };
  });
}

/** Whoever votes is there. */
async function arrive(tx: Db, organisationId: string, assemblyId: string, personId: string) {
  await sql`update assembly_voter set arrived_at = coalesce(arrived_at, palabre_now()), left_at = null
    where organisation_id = ${organisationId} and assembly_id = ${assemblyId} and person_id = ${personId}`.execute(
    tx,
  );
}

async function refuseCasting(
  db: Db,
  organisationId: string,
  by: string,
  assemblyId: string,
  voteId: string,
  mode: Mode,
  choices: ReadonlyMap<string, unknown>,
): Promise<CastingRefusal | null> {
  const held = (await lockAssembly(db, organisationId, assemblyId))!;
  const vote = (await listVotes(db, organisationId, assemblyId)).find(({ id }) => id === voteId);
  if (!vote || vote.mode !== mode || stateOf(held) !== 'open' || !isTaking(vote, await readNow(db)))
    return 'closed';
  const [voters, proxies] = await Promise.all([
    listVoters(db, organisationId, assemblyId),
    listProxies(db, organisationId, assemblyId),
  ]);
  const own = new Set(listVotedFor(by, voters, proxies).map(({ personId }) => personId));
  return [...choices.keys()].every((id) => own.has(id)) ? null : 'not-yours';
}

/** The seats of somebody in a secret vote: one for each vote they carry. No name is in them once they are hashed. */
const seatsOf = (
  voteId: string,
  { personId, votes }: Pick<Voter, 'personId' | 'votes'>,
): string[] => Array.from({ length: votes }, (_, at) => `assembly:${voteId}:${personId}:${at}`);

/** Casts secret ballots for some members, each into the box of their college. */
export async function castSecret(
  db: Database,
  folders: Folders,
  { organisationId, by }: { organisationId: string; by: string },
  assembly: Pick<Assembly, 'id'>,
  voteId: string,
  choices: ReadonlyMap<string, SeatChoice>,
  formKey: string,
): Promise<{ ok: true } | { ok: false; refusal: CastingRefusal }> {
  const refusal = await inTransaction(db, async (tx) => {
    const refused = await refuseCasting(
      tx,
      organisationId,
      by,
      assembly.id,
      voteId,
      'secret',
      choices,
    );
    if (!refused) await arrive(tx, organisationId, assembly.id, by);
    return refused;
  });
  if (refusal) return { ok: false, refusal };
  const [boxes, voters] = await Promise.all([
    listBoxes(db, organisationId, voteId),
    listVoters(db, organisationId, assembly.id),
  ]);
  await openBoxes(db, folders, { organisationId, by }, assembly, voteId);
  const editionOf = new Map(boxes.map(({ college, editionId }) => [college, editionId]));
  for (const voter of voters.filter(({ personId }) => choices.has(personId))) {
    const choice = choices.get(voter.personId)!;
    const editionId = editionOf.get(voter.college)!;
    const ballots = { seats: seatsOf(voteId, voter), choice, formKey };
    const cast = await castSeats(db, folders, organisationId, editionId, ballots);
    if (!cast.ok) return { ok: false, refusal: 'not-counted' };
  }
  return { ok: true };
}

/** Of some members, those whose ballot is in the box of a secret vote, as long as it is open: never which. */
export async function listSecretVoters(
  db: Database,
  folders: Folders,
  organisationId: string,
  voteId: string,
  voters: readonly Voter[],
): Promise<ReadonlySet<string>> {
  const boxes = await listBoxes(db, organisationId, voteId);
  const voted = new Set<string>();
  for (const { college, editionId } of boxes) {
    const own = voters.filter((voter) => voter.college === college);
    const firsts = own.map((voter) => seatsOf(voteId, voter)[0]!);
    const seats = await listVotedSeats(db, folders, organisationId, editionId, firsts);
    own.forEach((voter, at) => {
      if (seats.has(firsts[at]!)) voted.add(voter.personId);
    });
  }
  return voted;
}
