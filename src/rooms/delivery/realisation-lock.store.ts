import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';
import type { JsonObject } from '../../platform/database/tables.ts';
import { recordFact } from '../../platform/journal/journal.ts';
import { findRealisation } from './realisation.store.ts';
import type { Realisation } from './realisation.ts';

export interface Act {
  organisationId: string;
  /** null: told by a seed. */
  by: string | null;
}

/** As the journal names a realisation: by its project. */
export interface Named {
  realisationId: string;
  number: number | null;
  title: string;
}

export type Gone = { ok: false; refusal: 'not-found' };

/** Who writes about a realisation waits for whoever does. */
export async function lockRealisation(
  tx: Tx,
  { organisationId }: Act,
  id: string,
): Promise<Realisation | null> {
  const row = await tx
    .selectFrom('realisation')
    .select('project_id')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ? findRealisation(tx, organisationId, row.project_id) : null;
}

export async function bumpVersion(tx: Tx, { organisationId }: Act, id: string): Promise<void> {
  await tx
    .updateTable('realisation')
    .set({ version: sql<number>`version + 1` })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute();
}

/** In the journal, under the edition that it is of. */
export async function tellRealisation(
  tx: Tx,
  { organisationId, by }: Act,
  { id, editionId }: Realisation,
  { number, title }: Named,
  kind: `realisation.${string}`,
  detail: JsonObject,
): Promise<void> {
  await recordFact(tx, {
    organisationId,
    kind,
    actorId: by,
    subject: { kind: 'realisation', id },
    detail: { editionId, number, title, ...detail },
  });
}
