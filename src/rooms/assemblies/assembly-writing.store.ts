import { sql } from 'kysely';
import { type Db, type Tx, violatedConstraint } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { recordFact } from '../../platform/journal/journal.ts';
import { listMembers } from '../consultations/index.ts';
import { nextFreeSlug, slugify } from '../spaces/index.ts';
import { findAssemblyById, findMadeFrom, listItems, lockAssembly } from './assembly.store.ts';
import { type Assembly, stateOf, type WrittenAssembly } from './assembly.ts';

/** Who acts, in which organisation; `by` null: a seed. */
export interface AssemblyAct {
  organisationId: string;
  by: string | null;
}

/** What other addresses say where that of an assembly says its name. */
const RESERVED = ['nouvelle'];

/** Prepares one: seen by its team only. The caller has checked it. A form sent twice makes one. */
export async function createAssembly(
  db: Db,
  act: AssemblyAct,
  component: { id: string; spaceId: string },
  written: WrittenAssembly,
  madeFrom: string,
): Promise<Assembly> {
  const { organisationId, by } = act;
  try {
    return await inTransaction(db, async (tx) => {
      await sql`select pg_advisory_xact_lock(hashtextextended(${`assemblies:${component.id}`}, 0))`.execute(
        tx,
      );
      const { rows } = await sql<{ slug: string }>`select slug from assembly
        where organisation_id = ${organisationId} and component_id = ${component.id}`.execute(tx);
      const taken = new Set([...rows.map(({ slug }) => slug), ...RESERVED]);
      const { id } = await tx
        .insertInto('assembly')
        .values({
          organisation_id: organisationId,
          space_id: component.spaceId,
          component_id: component.id,
          slug: nextFreeSlug(taken, slugify(written.title) || 'assemblee'),
          made_from: madeFrom,
          created_by: by,
          ...asRow(written),
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      const assembly = (await findAssemblyById(tx, organisationId, id))!;
      await tell(tx, act, 'assembly.prepared', assembly);
      return assembly;
    });
  } catch (error) {
    const made =
      violatedConstraint(error) === 'assembly_made_once' &&
      (await findMadeFrom(db, organisationId, madeFrom));
    if (!made) throw error;
    return made;
  }
}

const asRow = (written: WrittenAssembly) => ({
  title: written.title,
  introduction: written.introduction,
  meeting_id: written.meetingId,
  quorum: written.quorum,
  most_proxies: written.mostProxies,
  colleges: JSON.stringify(written.colleges),
});

export type AssemblyChanged =
  | { ok: true }
  /** `begun`: what the statutes settle stays once it is opened. */
  | { ok: false; refusal: 'changed-meanwhile' | 'begun'; assembly: Assembly };

/** Changes it, as long as it is not opened, unless somebody did meanwhile. Colleges that are gone leave nobody in them. */
export async function changeAssembly(
  db: Db,
  act: AssemblyAct,
  { id, version }: Pick<Assembly, 'id' | 'version'>,
  written: WrittenAssembly,
): Promise<AssemblyChanged> {
  const { organisationId } = act;
  return inTransaction(db, async (tx): Promise<AssemblyChanged> => {
    const before = (await lockAssembly(tx, organisationId, id))!;
    if (before.openedAt) return { ok: false, refusal: 'begun', assembly: before };
    if (before.version !== version)
      return { ok: false, refusal: 'changed-meanwhile', assembly: before };
    await tx
      .updateTable('assembly')
      .set({ ...asRow(written), version: version + 1 })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .execute();
    const keys = written.colleges.map(({ key }) => key);
    const first = keys[0] ?? '';
    await sql`update assembly_voter set college = ${first}
      where organisation_id = ${organisationId} and assembly_id = ${id}::uuid
        and college <> all(${keys.length > 0 ? keys : ['']})`.execute(tx);
    await tell(tx, act, 'assembly.changed', before);
    return { ok: true };
  });
}

export type StepRefusal = 'not-now' | 'agenda-empty' | 'roll-empty' | 'vote-open';

/** Draws up the roll of those who are inside, tells that it is convened. Asked again, it is convened once. */
export async function convene(
  db: Db,
  act: AssemblyAct,
  id: string,
): Promise<{ ok: true } | { ok: false; refusal: StepRefusal }> {
  return step(db, act, id, 'prepared', 'convened', async (tx, assembly) => {
    if ((await listItems(tx, act.organisationId, id)).length === 0) return 'agenda-empty';
    const added = await addMembersToRoll(tx, act, assembly);
    return added === 0 && (await countRoll(tx, act, id)) === 0 ? 'roll-empty' : null;
  });
}

/** Everybody who is inside and is not on the roll yet: one vote each, in the first college. Gives how many. */
export async function addMembersToRoll(
  tx: Tx,
  { organisationId }: AssemblyAct,
  assembly: Pick<Assembly, 'id' | 'spaceId' | 'colleges'>,
): Promise<number> {
  let added = 0;
  let after: string | null = null;
  do {
    const page = await listMembers(tx, organisationId, assembly.spaceId, { after, limit: 1000 });
    const { numAffectedRows } = await sql`
      insert into assembly_voter (organisation_id, assembly_id, person_id, college)
      select ${organisationId}, ${assembly.id}, person_id, ${assembly.colleges[0]?.key ?? ''}
      from unnest(${page.ids}::uuid[]) as m (person_id)
      on conflict do nothing`.execute(tx);
    added += Number(numAffectedRows ?? 0);
    after = page.next;
  } while (after !== null);
  return added;
}

async function countRoll(tx: Tx, { organisationId }: AssemblyAct, id: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int from assembly_voter
    where organisation_id = ${organisationId} and assembly_id = ${id}`.execute(tx);
  return rows[0]!.count;
}

/** From now on who is there is noted, and votes may be opened. */
export const openAssembly = (db: Db, act: AssemblyAct, id: string) =>
  step(db, act, id, 'convened', 'opened', async () => null);

/** For good: nothing more is voted on. */
export const closeAssembly = (db: Db, act: AssemblyAct, id: string) =>
  step(db, act, id, 'open', 'closed', async (tx) => {
    const { rows } =
      await sql`select 1 from assembly_vote where organisation_id = ${act.organisationId}
      and assembly_id = ${id} and closed_at is null limit 1`.execute(tx);
    return rows.length > 0 ? 'vote-open' : null;
  });

async function step(
  db: Db,
  act: AssemblyAct,
  id: string,
  from: ReturnType<typeof stateOf>,
  to: 'convened' | 'opened' | 'closed',
  refuse: (tx: Tx, assembly: Assembly) => Promise<StepRefusal | null>,
): Promise<{ ok: true } | { ok: false; refusal: StepRefusal }> {
  return inTransaction(db, async (tx) => {
    const assembly = (await lockAssembly(tx, act.organisationId, id))!;
    if (stateOf(assembly) !== from) return { ok: false, refusal: 'not-now' };
    const refusal = await refuse(tx, assembly);
    if (refusal) return { ok: false, refusal };
    await tx
      .updateTable('assembly')
      .set({ [`${to}_at`]: sql`palabre_now()`, [`${to}_by`]: act.by })
      .where('organisation_id', '=', act.organisationId)
      .where('id', '=', id)
      .execute();
    await tell(tx, act, `assembly.${to}`, assembly);
    return { ok: true };
  });
}

/** Writes the minutes of what is over; `publish`: everybody inside reads them from now on. */
export async function saveMinutes(
  db: Db,
  act: AssemblyAct,
  { id, version }: Pick<Assembly, 'id' | 'version'>,
  { minutes, publish }: { minutes: string; publish: boolean },
): Promise<{ ok: true } | { ok: false; refusal: 'changed-meanwhile' | 'not-now' }> {
  return inTransaction(db, async (tx) => {
    const before = (await lockAssembly(tx, act.organisationId, id))!;
    if (stateOf(before) !== 'closed') return { ok: false, refusal: 'not-now' };
    if (before.version !== version) return { ok: false, refusal: 'changed-meanwhile' };
    const isFirst = publish && before.minutesAt === null;
    await tx
      .updateTable('assembly')
      .set({
        minutes,
        version: version + 1,
        ...(isFirst && { minutes_at: sql<Date>`palabre_now()`, minutes_by: act.by }),
      })
      .where('organisation_id', '=', act.organisationId)
      .where('id', '=', id)
      .execute();
    await tell(
      tx,
      act,
      isFirst ? 'assembly.minutes-published' : 'assembly.minutes-written',
      before,
    );
    return { ok: true };
  });
}

/** A fact about an assembly; never who is there, nor who votes. */
export async function tell(
  tx: Tx,
  act: AssemblyAct,
  kind: `assembly.${string}`,
  { id, slug, title }: Pick<Assembly, 'id' | 'slug' | 'title'>,
  more: Record<string, string | number | boolean | null> = {},
): Promise<void> {
  await recordFact(tx, {
    organisationId: act.organisationId,
    kind,
    actorId: act.by,
    subject: { kind: 'assembly', id },
    detail: { slug, title, ...more },
  });
}
