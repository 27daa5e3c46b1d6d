import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/database/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { lockDossier } from './dossier.store.ts';
import type { Dossier, MemberRefusal, Standing } from './dossier.ts';
import { isIn, MOST_MEMBERS, refuseToEndLead } from './dossier.ts';
import { type DossierAct, tellDossier } from './dossier-writing.store.ts';
import { findStanding, listMembers } from './member.store.ts';

export type Joined =
  | { ok: true; dossier: Dossier; became: Standing }
  | { ok: false; refusal: MemberRefusal };

/** Asks to be let in; who was invited is in at once. */
export const askToJoin = (db: Db, act: DossierAct, dossierId: string): Promise<Joined> =>
  atMember(db, act, dossierId, act.by, async (tx, dossier, standing) => {
    if (isIn(standing)) return { ok: true, dossier, became: standing };
    if (standing === 'asked') return { ok: true, dossier, became: 'asked' };
    if (standing === 'invited') return letIn(tx, act, dossier, act.by);
    if (await isFull(tx, act, dossierId)) return { ok: false, refusal: 'too-many' };
    await tx
      .insertInto('dossier_member')
      .values({
        organisation_id: act.organisationId,
        dossier_id: dossierId,
        person_id: act.by,
        asked_at: sql<Date>`palabre_now()`,
      })
      .execute();
    return { ok: true, dossier, became: 'asked' };
  });

/** Somebody in it invites; who had asked is let in. */
export const invite = (
  db: Db,
  act: DossierAct,
  dossierId: string,
  personId: string,
): Promise<Joined> =>
  atMember(db, act, dossierId, personId, async (tx, dossier, standing) => {
    if (isIn(standing) || standing === 'invited') return { ok: false, refusal: 'in-it-already' };
    if (standing === 'asked') return letIn(tx, act, dossier, personId);
    if (await isFull(tx, act, dossierId)) return { ok: false, refusal: 'too-many' };
    await tx
      .insertInto('dossier_member')
      .values({
        organisation_id: act.organisationId,
        dossier_id: dossierId,
        person_id: personId,
        invited_at: sql<Date>`palabre_now()`,
        invited_by: act.by,
      })
      .execute();
    return { ok: true, dossier, became: 'invited' };
  });

/** Lets in who asked; an invitation is accepted by who was invited (`askToJoin`). */
export const accept = (
  db: Db,
  act: DossierAct,
  dossierId: string,
  personId: string,
): Promise<Joined> =>
  atMember(db, act, dossierId, personId, async (tx, dossier, standing) =>
    standing === 'asked' ? letIn(tx, act, dossier, personId) : { ok: false, refusal: 'gone' },
  );

/**
 * Out of it: by themselves, or by a lead; also an invitation or a request that comes to nothing. The last lead hands it
 * over first; two who leave at the same time are taken one after the other.
 */
export const takeOut = (
  db: Db,
  act: DossierAct,
  dossierId: string,
  personId: string,
): Promise<Joined> =>
  atMember(
    db,
    act,
    dossierId,
    personId,
    async (tx, dossier, standing) => {
      if (standing === null) return { ok: false, refusal: 'gone' };
      const refusal = refuseToEndLead(personId, await listLeads(tx, act, dossierId));
      if (refusal) return { ok: false, refusal };
      await tx
        .deleteFrom('dossier_member')
        .where('organisation_id', '=', act.organisationId)
        .where('dossier_id', '=', dossierId)
        .where('person_id', '=', personId)
        .execute();
      if (isIn(standing)) await tellDossier(tx, act, 'dossier.left', dossier);
      return { ok: true, dossier, became: null };
    },
    { alsoClosed: true },
  );

/** Makes somebody a lead, or a member like others again. */
export const setLead = (
  db: Db,
  act: DossierAct,
  dossierId: string,
  personId: string,
  isLead: boolean,
): Promise<Joined> =>
  atMember(
    db,
    act,
    dossierId,
    personId,
    async (tx, dossier, standing) => {
      const became = isLead ? 'lead' : 'member';
      if (!isIn(standing)) return { ok: false, refusal: 'gone' };
      if (standing === became) return { ok: true, dossier, became };
      const refusal = isLead
        ? null
        : refuseToEndLead(personId, await listLeads(tx, act, dossierId));
      if (refusal) return { ok: false, refusal };
      await tx
        .updateTable('dossier_member')
        .set({ role: became })
        .where('organisation_id', '=', act.organisationId)
        .where('dossier_id', '=', dossierId)
        .where('person_id', '=', personId)
        .execute();
      await tellDossier(tx, act, isLead ? 'dossier.lead-made' : 'dossier.lead-ended', dossier);
      return { ok: true, dossier, became };
    },
    { alsoClosed: true },
  );

async function letIn(tx: Tx, act: DossierAct, dossier: Dossier, personId: string): Promise<Joined> {
  await tx
    .updateTable('dossier_member')
    .set({ joined_at: sql<Date>`palabre_now()` })
    .where('organisation_id', '=', act.organisationId)
    .where('dossier_id', '=', dossier.id)
    .where('person_id', '=', personId)
    .execute();
  await tellDossier(tx, act, 'dossier.joined', dossier);
  return { ok: true, dossier, became: 'member' };
}

const atMember = (
  db: Db,
  act: DossierAct,
  dossierId: string,
  personId: string,
  run: (tx: Tx, dossier: Dossier, standing: Standing) => Promise<Joined>,
  { alsoClosed = false } = {},
): Promise<Joined> =>
  inTransaction(db, async (tx): Promise<Joined> => {
    const dossier = await lockDossier(tx, act.organisationId, dossierId);
    if (!dossier) return { ok: false, refusal: 'gone' };
    if (dossier.closedAt && !alsoClosed) return { ok: false, refusal: 'closed' };
    return run(tx, dossier, await findStanding(tx, act.organisationId, dossierId, personId));
  });

async function isFull(tx: Tx, { organisationId }: DossierAct, dossierId: string) {
  return (await listMembers(tx, organisationId, dossierId)).length >= MOST_MEMBERS;
}

async function listLeads(tx: Tx, { organisationId }: DossierAct, id: string): Promise<string[]> {
  const members = await listMembers(tx, organisationId, id);
  return members.filter(({ standing }) => standing === 'lead').map(({ personId }) => personId);
}
