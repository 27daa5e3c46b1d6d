import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import type { Dossier, Standing } from './dossier.ts';

const DOSSIERS_A_PAGE = 20;

const COLUMNS = [
  'id',
  'component_id as componentId',
  'number',
  'title',
  'purpose',
  'lang',
  'reach',
  'version',
  'created_at as createdAt',
  'created_by as createdBy',
  'closed_at as closedAt',
  'result',
] as const;

const rowsOf = (db: Db, organisationId: string) =>
  db
    .selectFrom('dossier')
    .select([...COLUMNS, sql<boolean>`hidden_at is not null`.as('isHidden')])
    .where('organisation_id', '=', organisationId);

const asDossier = (row: { reach: string }) => row as Dossier;

export async function findDossier(
  db: Db,
  organisationId: string,
  by: { id: string } | { componentId: string; number: number },
): Promise<Dossier | null> {
  const rows = rowsOf(db, organisationId);
  const row = await ('id' in by
    ? rows.where(sql<boolean>`id::text = ${by.id}`)
    : rows.where('component_id', '=', by.componentId).where('number', '=', by.number)
  ).executeTakeFirst();
  return row ? asDossier(row) : null;
}

export async function findDossierOfForm(
  db: Db,
  organisationId: string,
  madeFrom: string,
): Promise<Dossier | null> {
  const row = await rowsOf(db, organisationId)
    .where(sql<boolean>`made_from = ${madeFrom}::uuid`)
    .executeTakeFirst();
  return row ? asDossier(row) : null;
}

/** Held until the transaction ends: whatever changes in a dossier changes one after the other. */
export async function lockDossier(
  tx: Tx,
  organisationId: string,
  id: string,
): Promise<Dossier | null> {
  const row = await rowsOf(tx, organisationId).where('id', '=', id).forUpdate().executeTakeFirst();
  return row ? asDossier(row) : null;
}

export interface ListedDossier extends Dossier {
  members: number;
  tasks: number;
  tasksDone: number;
  standing: Standing;
}

/** How somebody stands, of a row of dossier_member that may be missing. */
const STANDING = sql<Standing>`case when m.role = 'lead' then 'lead' when m.joined_at is not null then 'member'
  when m.invited_at is not null then 'invited' when m.asked_at is not null then 'asked' end`;

/**
 * A page of the dossiers of a component that somebody inside its space finds there: those shared with the space, and their
 * own. `after`: the id of the one after which the page begins.
 */
export async function listDossiers(
  db: Db,
  organisationId: string,
  asked: {
    componentId: string;
    personId: string;
    isModerator: boolean;
    isClosed: boolean;
    after: string | null;
    limit?: number;
  },
): Promise<{ dossiers: ListedDossier[]; next: string | null }> {
  const { componentId, personId, isModerator, isClosed, after, limit = DOSSIERS_A_PAGE } = asked;
  const at = sql.raw(isClosed ? 'closed_at' : 'created_at');
  const edge = after
    ? sql`and (d.${at}, d.id) < (select e.${at}, e.id from dossier e
        where e.organisation_id = ${organisationId} and e.id::text = ${after})`
    : sql``;
  const { rows } = await sql<ListedDossier>`
    select d.id, d.component_id as "componentId", d.number, d.title, d.purpose, d.lang, d.reach, d.version,
      d.created_at as "createdAt", d.created_by as "createdBy", d.closed_at as "closedAt", d.result,
      d.hidden_at is not null as "isHidden", ${STANDING} as standing,
      (select count(*)::int from dossier_member o where o.organisation_id = d.organisation_id
        and o.dossier_id = d.id and o.joined_at is not null) as members,
      t.tasks, t.done as "tasksDone"
    from dossier d
    left join dossier_member m on m.organisation_id = d.organisation_id and m.dossier_id = d.id
      and m.person_id = ${personId}
    cross join lateral (select count(*)::int as tasks, count(done_at)::int as done from dossier_task k
      where k.organisation_id = d.organisation_id and k.dossier_id = d.id) t
    where d.organisation_id = ${organisationId} and d.component_id = ${componentId}
      and d.closed_at is ${sql.raw(isClosed ? 'not null' : 'null')}
      and (${isModerator} or (d.hidden_at is null and (d.reach = 'space' or m.person_id is not null))) ${edge}
    order by d.${at} desc, d.id desc limit ${limit + 1}`.execute(db);
  const dossiers = rows.slice(0, limit);
  return { dossiers, next: rows.length > limit ? dossiers.at(-1)!.id : null };
}

/** How many dossiers everybody inside the space finds in each of some components. */
export async function countDossiers(
  db: Db,
  organisationId: string,
  componentIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; dossiers: number }>`
    select component_id as id, count(*)::int as dossiers from dossier
    where organisation_id = ${organisationId} and component_id = any(${[...componentIds]}::uuid[])
      and reach = 'space' and hidden_at is null
    group by component_id`.execute(db);
  return new Map(rows.map(({ id, dossiers }) => [id, dossiers]));
}
