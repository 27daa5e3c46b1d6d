import { type Selectable, sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import type { DB } from '../../platform/database/tables.ts';
import type { Level, Mandate } from './mandate.ts';

/** A verified mandate that lets its holder in now, in database time. */
export const isHeldNow = (m: string) => {
  const of = (column: string) => sql.ref(`${m}.${column}`);
  return sql<boolean>`${of('verified_at')} is not null and ${of('refused_at')} is null and ${of('withdrawn_at')} is null
    and (${of('ends_at')} is null or ${of('ends_at')} > palabre_now())`;
};

const COLUMNS = [
  'id',
  'space_id',
  'person_id',
  'level',
  'body',
  'territory',
  'code',
  'office',
  'delegation',
  'began_on',
  'ends_on',
  'origin',
  'declared_at',
  'ends_at',
  'proof_file_id',
  'note',
  'verified_at',
  'refused_at',
  'refusal',
  'withdrawn_at',
  'version',
] as const;

/** Rows of mandates of an organisation. */
export const mandates = (db: Db, organisationId: string) =>
  db
    .selectFrom('mandate as m')
    .select(COLUMNS.map((column) => `m.${column}` as const))
    .where('m.organisation_id', '=', organisationId);

type Row = Pick<Selectable<DB['mandate']>, (typeof COLUMNS)[number]>;

export function asMandate(row: Row): Mandate {
  return {
    id: row.id,
    spaceId: row.space_id,
    personId: row.person_id,
    level: row.level as Level,
    body: row.body,
    territory: row.territory,
    code: row.code,
    office: row.office,
    delegation: row.delegation,
    beganOn: row.began_on,
    endsOn: row.ends_on,
    endsAt: row.ends_at,
    origin: row.origin as Mandate['origin'],
    declaredAt: row.declared_at,
    proofFileId: row.proof_file_id,
    note: row.note,
    verifiedAt: row.verified_at,
    refusedAt: row.refused_at,
    refusal: row.refusal,
    withdrawnAt: row.withdrawn_at,
    version: row.version,
  };
}
