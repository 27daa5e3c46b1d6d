import { sql } from 'kysely';
import { type Db, violatedConstraint } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { listProxies, listVoters, lockAssembly } from './assembly.store.ts';
import { type Assembly, type ProxyRefusal, refuseProxy, stateOf, type Voter } from './assembly.ts';
import { type AssemblyAct, addMembersToRoll, tell } from './assembly-writing.store.ts';

/** Who somebody is on the roll, as its form says. */
export type WrittenVoter = Pick<Voter, 'college' | 'votes' | 'speaksFor'>;

/** Changes lines of the roll, until the first vote; those of nobody on it are left. false: a vote was opened already. */
export async function changeRoll(
  db: Db,
  act: AssemblyAct,
  assembly: Pick<Assembly, 'id'>,
  lines: readonly (WrittenVoter & { personId: string })[],
): Promise<boolean> {
  const { organisationId } = act;
  return inTransaction(db, async (tx) => {
    const held = (await lockAssembly(tx, organisationId, assembly.id))!;
    const { rows } = await sql`select 1 from assembly_vote
      where organisation_id = ${organisationId} and assembly_id = ${assembly.id} limit 1`.execute(
      tx,
    );
    if (rows.length > 0) return false;
    await sql`update assembly_voter v set college = w.college, votes = w.votes, speaks_for = w.speaks_for
      from unnest(${lines.map(({ personId }) => personId)}::uuid[], ${lines.map(({ college }) => college)}::text[],
        ${lines.map(({ votes }) => votes)}::smallint[], ${lines.map(({ speaksFor }) => speaksFor)}::text[])
        as w (person_id, college, votes, speaks_for)
      where v.organisation_id = ${organisationId} and v.assembly_id = ${assembly.id} and v.person_id = w.person_id`.execute(
      tx,
    );
    await tell(tx, act, 'assembly.roll-changed', held, { count: lines.length });
    return true;
  });
}

/** Adds those who joined since it was convened, until it is closed. Gives how many. */
export async function completeRoll(
  db: Db,
  act: AssemblyAct,
  assembly: Pick<Assembly, 'id'>,
): Promise<number> {
  return inTransaction(db, async (tx) => {
    const held = (await lockAssembly(tx, act.organisationId, assembly.id))!;
    const state = stateOf(held);
    if (state !== 'convened' && state !== 'open') return 0;
    const added = await addMembersToRoll(tx, act, held);
    if (added > 0) await tell(tx, act, 'assembly.roll-completed', held, { count: added });
    return added;
  });
}

/** Notes that somebody of the roll came, or left, while the assembly is open. false: neither now nor them. */
export async function notePresence(
  db: Db,
  { organisationId }: AssemblyAct,
  assemblyId: string,
  personId: string,
  isPresent: boolean,
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const held = (await lockAssembly(tx, organisationId, assemblyId))!;
    if (stateOf(held) !== 'open') return false;
    const { numAffectedRows } = await sql`update assembly_voter set
        arrived_at = case when ${isPresent} then palabre_now() else arrived_at end,
        left_at = case when ${isPresent} then null else palabre_now() end
      where organisation_id = ${organisationId} and assembly_id = ${assemblyId}
        and person_id::text = ${personId} and (${isPresent} or arrived_at is not null)`.execute(tx);
    return Number(numAffectedRows ?? 0) > 0;
  });
}

/** Gives a proxy in the place of the one given before; the database holds its limits as well. */
export async function giveProxy(
  db: Db,
  { organisationId }: AssemblyAct,
  assemblyId: string,
  { giverId, holderId }: { giverId: string; holderId: string },
): Promise<{ ok: true } | { ok: false; refusal: ProxyRefusal }> {
  try {
    return await inTransaction(db, async (tx) => {
      const held = (await lockAssembly(tx, organisationId, assemblyId))!;
      const [voters, proxies] = await Promise.all([
        listVoters(tx, organisationId, assemblyId),
        listProxies(tx, organisationId, assemblyId),
      ]);
      const { mostProxies } = held;
      const refusal = refuseProxy(
        { giverId, holderId },
        { state: stateOf(held), mostProxies, voters, proxies },
      );
      if (refusal) return { ok: false, refusal };
      await sql`insert into assembly_proxy (organisation_id, assembly_id, giver_id, holder_id)
        values (${organisationId}, ${assemblyId}, ${giverId}, ${holderId})
        on conflict (organisation_id, assembly_id, giver_id)
        do update set holder_id = excluded.holder_id, given_at = palabre_now()`.execute(tx);
      return { ok: true };
    });
  } catch (error) {
    const broken = violatedConstraint(error);
    if (broken === 'proxy_within_limit') return { ok: false, refusal: 'holder-full' };
    if (broken === 'proxy_not_handed_on') return { ok: false, refusal: 'holder-gave-theirs' };
    throw error;
  }
}

/** Takes a proxy back: what was voted with it stays voted, until its giver votes anew. */
export async function withdrawProxy(
  db: Db,
  { organisationId }: AssemblyAct,
  assemblyId: string,
  giverId: string,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    await lockAssembly(tx, organisationId, assemblyId);
    await tx
      .deleteFrom('assembly_proxy')
      .where('organisation_id', '=', organisationId)
      .where('assembly_id', '=', assemblyId)
      .where('giver_id', '=', giverId)
      .execute();
  });
}
