import { sql } from 'kysely';
import { type Database, readNow, type Tx } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { queueJob } from '../../platform/jobs/queue.ts';
import { finishSeatPoll, insertSeatVote, openSeatPoll } from '../polls/index.ts';
import { listItems, listProxies, listVoters, lockAssembly } from './assembly.store.ts';
import { type Assembly, measureQuorum, stateOf } from './assembly.ts';
import { type AssemblyAct, tell } from './assembly-writing.store.ts';
import {
  type AssemblyVote,
  type Count,
  countRollCall,
  isAdopted,
  type Majority,
  type Mode,
  type OpeningRefusal,
  refuseOpening,
} from './vote.ts';
import { listBoxes, listRollCall, listVotes } from './vote-rows.store.ts';

export interface Folders {
  keysFolder: string;
  varFolder: string;
}

/**
 * Opens the vote on a resolution, once, where enough are there. A secret one has a box for each college, which closes by itself
 * (`minutes`); one in the open is closed by whoever runs the assembly.
 */
export async function openVote(
  db: Database,
  folders: Folders,
  act: AssemblyAct,
  assembly: Pick<Assembly, 'id'>,
  asked: { itemId: string; mode: Mode; majority: Majority; minutes: number | null },
): Promise<{ ok: true; id: string } | { ok: false; refusal: OpeningRefusal | 'gone' }> {
  const { organisationId, by } = act;
  const { mode, majority, minutes } = asked;
  const opened = await inTransaction(db, async (tx) => {
    const held = (await lockAssembly(tx, organisationId, assembly.id))!;
    const items = await listItems(tx, organisationId, held.id);
    const item = items.find(({ id }) => id === asked.itemId);
    if (!item) return { ok: false as const, refusal: 'gone' as const };
    const [votes, voters, proxies] = await Promise.all([
      listVotes(tx, organisationId, held.id),
      listVoters(tx, organisationId, held.id),
      listProxies(tx, organisationId, held.id),
    ]);
    const refusal = refuseOpening({
      isOpen: stateOf(held) === 'open',
      kind: item.kind,
      isVoted: votes.some(({ itemId }) => itemId === item.id),
      hasQuorum: measureQuorum(held.quorum, voters, proxies).isReached,
      mode,
      minutes,
    });
    if (refusal) return { ok: false as const, refusal };
    const now = await readNow(tx);
    const closesAt = mode === 'secret' ? new Date(now.getTime() + minutes! * 60_000) : null;
    const { id } = await tx
      .insertInto('assembly_vote')
      .values({
        organisation_id: organisationId,
        assembly_id: held.id,
        item_id: item.id,
        mode,
        majority,
        opened_by: by,
        closes_at: closesAt,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    if (closesAt)
      await insertBoxes(tx, organisationId, held, id, { title: item.title, now, closesAt });
    await tell(tx, act, 'assembly.vote-opened', held, { item: item.title, mode });
    return { ok: true as const, id, closesAt };
  });
  if (!opened.ok) return opened;
  const { id, closesAt } = opened;
  if (closesAt) {
    await openBoxes(db, folders, act, assembly, id);
    // a little after the close, in real time; whoever opens the page counts it as well
    await queueJob(
      db,
      'count-assembly-vote',
      { organisationId, voteId: id },
      { key: `assembly-vote:${id}`, runAt: new Date(Date.now() + minutes! * 60_000 + 3000) },
    );
  }
  return { ok: true, id };
}

async function insertBoxes(
  tx: Tx,
  organisationId: string,
  assembly: Assembly,
  voteId: string,
  { title, now, closesAt }: { title: string; now: Date; closesAt: Date },
): Promise<void> {
  const colleges = assembly.colleges.length > 0 ? assembly.colleges : [{ key: '', name: '' }];
  for (const { key, name } of colleges) {
    const editionId = await insertSeatVote(tx, organisationId, assembly.spaceId, {
      title: name === '' ? title : `${title} (${name})`,
      wantedSlug: `ag-${assembly.slug}`.slice(0, 50).replace(/-+$/, ''),
      opensAt: now,
      closesAt,
    });
    await tx
      .insertInto('assembly_box')
      .values({
        organisation_id: organisationId,
        vote_id: voteId,
        college: key,
        edition_id: editionId,
      })
      .execute();
  }
}

/** Opens the boxes of a secret vote that are not open yet: all of them at first, those left by a server that stopped midway. */
export async function openBoxes(
  db: Database,
  folders: Folders,
  act: AssemblyAct,
  assembly: Pick<Assembly, 'id'>,
  voteId: string,
): Promise<void> {
  const { organisationId } = act;
  const vote = (await listVotes(db, organisationId, assembly.id)).find(({ id }) => id === voteId)!;
  const items = await listItems(db, organisationId, assembly.id);
  const { title } = items.find(({ id }) => id === vote.itemId)!;
  const asked = { title, opensAt: vote.openedAt, closesAt: vote.closesAt! };
  for (const { editionId } of await listBoxes(db, organisationId, voteId))
    await openSeatPoll(db, folders, act, editionId, asked);
}

/** Closes a vote and counts it: in the open, now; a secret one, once its boxes are past their close. false: not yet, or done. */
export async function closeVote(
  db: Database,
  folders: Folders,
  act: AssemblyAct,
  assembly: Pick<Assembly, 'id'>,
  voteId: string,
): Promise<boolean> {
  const { organisationId } = act;
  const vote = (await listVotes(db, organisationId, assembly.id)).find(({ id }) => id === voteId);
  if (!vote || vote.closedAt) return false;
  const secret = vote.mode === 'secret' ? await countBoxes(db, folders, act, vote) : [];
  if (secret === null) return false;
  return inTransaction(db, async (tx) => {
    const held = (await lockAssembly(tx, organisationId, assembly.id))!;
    const again = (await listVotes(tx, organisationId, held.id)).find(({ id }) => id === voteId)!;
    if (again.closedAt) return false;
    const counts =
      vote.mode === 'secret' ? secret : await countAloud(tx, organisationId, held, voteId);
    await sql`update assembly_vote set closed_at = palabre_now(), closed_by = ${act.by},
        counts = ${JSON.stringify(counts)}::jsonb, is_adopted = ${isAdopted(vote.majority, counts, held.colleges)}
      where organisation_id = ${organisationId} and id = ${voteId}`.execute(tx);
    await tell(tx, act, 'assembly.vote-closed', held);
    return true;
  });
}

async function countAloud(
  tx: Tx,
  organisationId: string,
  { id, colleges }: Assembly,
  voteId: string,
): Promise<Count[]> {
  const [voters, said] = await Promise.all([
    listVoters(tx, organisationId, id),
    listRollCall(tx, organisationId, voteId),
  ]);
  const choiceOf = new Map(said.map(({ personId, choice }) => [personId, choice]));
  const cast = voters.flatMap(({ personId, college, votes }) => {
    const choice = choiceOf.get(personId);
    return choice ? [{ college, votes, choice }] : [];
  });
  return countRollCall(colleges, cast);
}

async function countBoxes(
  db: Database,
  folders: Folders,
  act: AssemblyAct,
  vote: AssemblyVote,
): Promise<Count[] | null> {
  if (vote.closesAt! > (await readNow(db))) return null;
  const counts: Count[] = [];
  for (const { college, editionId } of await listBoxes(db, act.organisationId, vote.id)) {
    const count = await finishSeatPoll(db, folders, act, editionId);
    if (!count) return null;
    counts.push({ college, ...count });
  }
  return counts;
}
