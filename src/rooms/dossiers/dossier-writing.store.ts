import { sql } from 'kysely';
import { type Db, readNow, type Tx } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { recordFact } from '../../platform/journal/journal.ts';
import {
  findComponentById,
  findSpaceById,
  lockComponent,
  stateOf,
} from '../consultations/index.ts';
import { isSuspended } from '../moderation/index.ts';
import { findDossier, findDossierOfForm, lockDossier } from './dossier.store.ts';
import type { Dossier, Reach, WrittenDossier } from './dossier.ts';

export interface DossierAct {
  organisationId: string;
  by: string;
}

export type Written =
  | { ok: true; dossier: Dossier }
  | { ok: false; refusal: 'not-open' | 'suspended' | 'not-found' };

/** Opens a dossier, with its founder as its lead. `madeFrom` names the form: sent twice, it opens one. */
export async function openDossier(
  db: Db,
  act: DossierAct,
  componentId: string,
  written: WrittenDossier & { reach: Reach; lang: string },
  madeFrom: string,
): Promise<Written> {
  const { organisationId, by } = act;
  return inTransaction(db, async (tx): Promise<Written> => {
    // the component stays as it is; numbers have no holes, and one form is read after the other
    await lockComponent(tx, organisationId, componentId);
    await lockNumbers(tx, componentId);
    const known = await findDossierOfForm(tx, organisationId, madeFrom);
    if (known)
      return known.createdBy === by
        ? { ok: true, dossier: known }
        : { ok: false, refusal: 'not-found' };
    const component = await findComponentById(tx, organisationId, componentId);
    const space = component && (await findSpaceById(tx, organisationId, component.spaceId));
    if (!space || component?.kind !== 'dossiers') return { ok: false, refusal: 'not-found' };
    if (stateOf(component, space, await readNow(tx)) !== 'open')
      return { ok: false, refusal: 'not-open' };
    if (await isSuspended(tx, organisationId, by)) return { ok: false, refusal: 'suspended' };
    const { id } = await tx
      .insertInto('dossier')
      .values({
        organisation_id: organisationId,
        component_id: componentId,
        number: sql<number>`(select coalesce(max(number), 0) + 1 from dossier
          where organisation_id = ${organisationId} and component_id = ${componentId})`,
        ...written,
        created_by: by,
        made_from: madeFrom,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await tx
      .insertInto('dossier_member')
      .values({
        organisation_id: organisationId,
        dossier_id: id,
        person_id: by,
        role: 'lead',
        joined_at: sql<Date>`palabre_now()`,
      })
      .execute();
    const dossier = (await findDossier(tx, organisationId, { id }))!;
    await tellDossier(tx, act, 'dossier.opened', dossier);
    return { ok: true, dossier };
  });
}

const lockNumbers = (tx: Tx, componentId: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`dossiers:${componentId}`}, 0))`.execute(tx);

export type Changed =
  | { ok: true; dossier: Dossier }
  | { ok: false; refusal: 'gone' | 'closed' | 'open' }
  | { ok: false; refusal: 'changed-meanwhile'; dossier: Dossier };

/** Says anew what it is about. Who it is shared with stays as it was. */
export const changeDossier = (
  db: Db,
  act: DossierAct,
  { id, version }: { id: string; version: number },
  { title, purpose }: WrittenDossier,
): Promise<Changed> =>
  atDossier(db, act, id, async (tx, before) => {
    if (before.closedAt) return { ok: false, refusal: 'closed' };
    if (before.version !== version)
      return { ok: false, refusal: 'changed-meanwhile', dossier: before };
    const dossier = await setDossier(tx, act, id, { title, purpose });
    await tellDossier(tx, act, 'dossier.changed', dossier);
    return { ok: true, dossier };
  });

/** Closed with what came of it; a second who closes it at the same time finds it closed. */
export const closeDossier = (
  db: Db,
  act: DossierAct,
  id: string,
  result: string,
): Promise<Changed> =>
  atDossier(db, act, id, async (tx, before) => {
    if (before.closedAt) return { ok: false, refusal: 'closed' };
    const dossier = await setDossier(tx, act, id, {
      result,
      closed_at: sql<Date>`palabre_now()`,
      closed_by: act.by,
    });
    await tellDossier(tx, act, 'dossier.closed', dossier);
    return { ok: true, dossier };
  });

/** Worked on again; what was said to have come of it stays. */
export const reopenDossier = (db: Db, act: DossierAct, id: string): Promise<Changed> =>
  atDossier(db, act, id, async (tx, before) => {
    if (!before.closedAt) return { ok: false, refusal: 'open' };
    const dossier = await setDossier(tx, act, id, { closed_at: null, closed_by: null });
    await tellDossier(tx, act, 'dossier.reopened', dossier);
    return { ok: true, dossier };
  });

/** Takes it out of sight, or back: by whoever judges it. */
export async function hideDossier(
  tx: Tx,
  organisationId: string,
  id: string,
  isHidden: boolean,
): Promise<void> {
  await sql`update dossier set hidden_at = case when ${isHidden} then palabre_now() end
    where organisation_id = ${organisationId} and id = ${id} and (hidden_at is null) = ${isHidden}`.execute(
    tx,
  );
}

/** A fact names the dossier where everybody inside its space may; otherwise its component alone. */
export async function tellDossier(
  tx: Tx,
  { organisationId, by }: DossierAct,
  kind: `dossier.${string}`,
  { id, title, reach, componentId }: Dossier,
): Promise<void> {
  await recordFact(tx, {
    organisationId,
    kind,
    actorId: by,
    subject: { kind: 'dossier', id },
    detail: { componentId, title: reach === 'space' ? title : '' },
  });
}

const atDossier = (
  db: Db,
  act: DossierAct,
  id: string,
  run: (tx: Tx, before: Dossier) => Promise<Changed>,
): Promise<Changed> =>
  inTransaction(db, async (tx): Promise<Changed> => {
    const before = await lockDossier(tx, act.organisationId, id);
    return before ? run(tx, before) : { ok: false, refusal: 'gone' };
  });

async function setDossier(
  tx: Tx,
  { organisationId }: DossierAct,
  id: string,
  values: Record<string, unknown>,
): Promise<Dossier> {
  await tx
    .updateTable('dossier')
    .set({ ...values, version: sql<number>`version + 1` })
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute();
  return (await findDossier(tx, organisationId, { id }))!;
}
