import type { Updateable } from 'kysely';
import { type Db, readNow, type Tx, violatedConstraint } from '../../platform/database/database.ts';
import type { DB } from '../../platform/database/tables.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import type { openStorage } from '../../platform/files/index.ts';
import { type CleanUpload, deleteFile, keepFile } from '../../platform/files/index.ts';
import { recordFact } from '../../platform/journal/journal.ts';
import { admitMember, lockSpace, removeMember } from '../consultations/index.ts';
import { listMandatesOf, lockMandate } from './mandate.store.ts';
import { type Mandate, membershipOf, stateOf, type WrittenMandate } from './mandate.ts';
import { settleTeamStay } from './team/team-stay.store.ts';

/** Who acts, in which organisation; null: the installation, or a job. */
export interface MandateAct {
  organisationId: string;
  by: string | null;
}

/** The network that a mandate is declared for. */
export type Network = { id: string; slug: string; title: string; admission: 'team' | 'mandate' };

/** What proves a mandate, as it is kept. */
export interface SentProof {
  storage: ReturnType<typeof openStorage>;
  upload: CleanUpload;
}

/** After an act: the mandate, and where the bytes of a proof lie that is not needed any more. */
type Done = { ok: true; mandate: Mandate; freed: string | null };
type ActRefusal = 'gone' | 'decided';
type Acted = Done | { ok: false; refusal: ActRefusal };

export const asRow = ({
  level,
  body,
  territory,
  code,
  office,
  delegation,
  beganOn,
  endsOn,
}: WrittenMandate) => ({
  level,
  body,
  territory,
  code,
  office,
  delegation,
  began_on: beganOn,
  ends_on: endsOn,
});

/** Tells the journal of a mandate: of which network, never why. */
export function tellMandate(
  tx: Tx,
  { organisationId, by }: MandateAct,
  kind: `mandate.${string}`,
  network: Network,
  mandateId: string | null,
  detail: { count?: number } = {},
): Promise<void> {
  return recordFact(tx, {
    organisationId,
    kind,
    actorId: by,
    subject: { kind: 'mandate', id: mandateId },
    detail: { space: network.slug, title: network.title, ...detail },
  });
}

/** Declares one's own mandate for a network; it waits for the team. The same one is declared once (`mandate_once`). */
export async function declareMandate(
  db: Db,
  act: MandateAct & { by: string },
  network: Network,
  written: WrittenMandate,
  proof: SentProof | null,
): Promise<{ ok: true; id: string } | { ok: false; refusal: 'declared-already' }> {
  const { organisationId, by } = act;
  try {
    return await inTransaction(db, async (tx) => {
      const file =
        proof &&
        (await keepFile(tx, proof.storage, organisationId, proof.upload, {
          alt: '',
          uploadedBy: by,
        }));
      const { id } = await tx
        .insertInto('mandate')
        .values({
          organisation_id: organisationId,
          space_id: network.id,
          person_id: by,
          origin: 'declared',
          declared_by: by,
          proof_file_id: file?.fileId ?? null,
          ...asRow(written),
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      await tellMandate(tx, act, 'mandate.declared', network, id);
      return { ok: true, id };
    });
  } catch (error) {
    if (violatedConstraint(error) === 'mandate_once')
      return { ok: false, refusal: 'declared-already' };
    throw error;
  }
}

/** Corrects a mandate that waits, unless it was changed since the form was made. A new proof takes the place of the old one. */
export async function correctMandate(
  db: Db,
  act: MandateAct & { by: string },
  network: Network,
  { id, version }: { id: string; version: number },
  written: WrittenMandate,
  proof: SentProof | null,
): Promise<Acted | { ok: false; refusal: 'declared-already' | 'meanwhile' }> {
  const { organisationId, by } = act;
  try {
    return await inTransaction(db, async (tx) => {
      const held = await holdMandate(tx, act, network, id);
      if (!held || held.mandate.personId !== by) return { ok: false, refusal: 'gone' };
      if (held.state !== 'waiting') return { ok: false, refusal: 'decided' };
      if (held.mandate.version !== version) return { ok: false, refusal: 'meanwhile' };
      const file =
        proof &&
        (await keepFile(tx, proof.storage, organisationId, proof.upload, {
          alt: '',
          uploadedBy: by,
        }));
      await write(tx, act, id, {
        ...asRow(written),
        ...(file && { proof_file_id: file.fileId }),
        version: version + 1,
      });
      const old = file && held.mandate.proofFileId;
      const freed = old ? await deleteFile(tx, organisationId, old) : null;
      await tellMandate(tx, act, 'mandate.corrected', network, id);
      return { ok: true, mandate: held.mandate, freed: freed?.storageKey ?? null };
    });
  } catch (error) {
    if (violatedConstraint(error) === 'mandate_once')
      return { ok: false, refusal: 'declared-already' };
    throw error;
  }
}

/** The team verifies it: whoever holds it is in. Of two who do so at once, one does. */
export function verifyMandate(
  tx: Tx,
  act: MandateAct & { by: string },
  network: Network,
  id: string,
): Promise<Acted> {
  return decide(tx, act, network, id, 'mandate.verified', ['waiting'], (now) => ({
    verified_at: now,
    verified_by: act.by,
  }));
}

/** The team refuses it, or takes its verification back; the reason is told to whoever holds it, and to nobody else. */
export function refuseMandate(
  tx: Tx,
  act: MandateAct & { by: string },
  network: Network,
  id: string,
  reason: string,
): Promise<Acted> {
  return decide(tx, act, network, id, 'mandate.refused', ['waiting', 'verified'], (now) => ({
    refused_at: now,
    refused_by: act.by,
    refusal: reason,
  }));
}

/** Its holder takes it back, whether it waits or is verified. */
export function withdrawMandate(
  tx: Tx,
  act: MandateAct & { by: string },
  network: Network,
  id: string,
): Promise<Acted> {
  return decide(tx, act, network, id, 'mandate.withdrawn', ['waiting', 'verified'], (now) => ({
    withdrawn_at: now,
  }));
}

/** Its holder, or the team, says when it ends (`YYYY-MM-DD`, the last day), as `checkEnd` lets them. */
export function endMandate(
  tx: Tx,
  act: MandateAct & { by: string },
  network: Network,
  id: string,
  day: string,
): Promise<Acted> {
  return decide(tx, act, network, id, 'mandate.end-told', ['verified'], () => ({
    ends_on: day,
    reminded_at: null,
    end_told_at: null,
  }));
}

/** What the team notes for itself. */
export async function noteMandate(
  db: Db,
  { organisationId }: MandateAct,
  spaceId: string,
  id: string,
  note: string,
): Promise<void> {
  await db
    .updateTable('mandate')
    .set({ note })
    .where('organisation_id', '=', organisationId)
    .where('space_id', '=', spaceId)
    .where('id', '=', id)
    .execute();
}

/**
 * Who is in a network follows their verified mandates, in the transaction that changed them and under the lock of the
 * space: until the end of the longest, and no longer. Where the team lets people in, a verified mandate is enough to come in,
 * and its end takes nobody out.
 */
export async function settleMembership(
  tx: Tx,
  act: MandateAct,
  network: Network,
  personId: string,
): Promise<void> {
  const now = await readNow(tx);
  const mandates = await listMandatesOf(tx, act.organisationId, network.id, personId);
  const membership = membershipOf(mandates, now);
  if (network.admission === 'mandate')
    await settleTeamStay(tx, act, network.id, personId, membership);
  if (membership) {
    const endsAt = network.admission === 'mandate' ? membership.until : null;
    await admitMember(tx, act, network.id, { personId, endsAt });
  } else if (network.admission === 'mandate') await removeMember(tx, act, network.id, personId);
}

async function decide(
  tx: Tx,
  act: MandateAct,
  network: Network,
  id: string,
  kind: `mandate.${string}`,
  from: readonly string[],
  values: (now: Date) => Updateable<DB['mandate']>,
): Promise<Acted> {
  const held = await holdMandate(tx, act, network, id);
  if (!held) return { ok: false, refusal: 'gone' };
  if (!from.includes(held.state)) return { ok: false, refusal: 'decided' };
  const { mandate } = held;
  const isOver = kind !== 'mandate.end-told' && mandate.proofFileId !== null;
  await write(tx, act, id, {
    ...values(held.now),
    ...(isOver && { proof_file_id: null }),
    version: mandate.version + 1,
  });
  const freed = isOver ? await deleteFile(tx, act.organisationId, mandate.proofFileId!) : null;
  if (mandate.personId && (network.admission === 'mandate' || kind === 'mandate.verified'))
    await settleMembership(tx, act, network, mandate.personId);
  await tellMandate(tx, act, kind, network, id);
  return { ok: true, mandate, freed: freed?.storageKey ?? null };
}

/** The space first, as whenever who is in it changes; then the mandate. */
async function holdMandate(tx: Tx, { organisationId }: MandateAct, network: Network, id: string) {
  await lockSpace(tx, organisationId, network.id);
  const mandate = await lockMandate(tx, organisationId, network.id, id);
  if (!mandate) return null;
  const now = await readNow(tx);
  return { mandate, now, state: stateOf(mandate, now) };
}

function write(
  tx: Tx,
  { organisationId }: MandateAct,
  id: string,
  values: Updateable<DB['mandate']>,
) {
  return tx
    .updateTable('mandate')
    .set(values)
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .execute();
}
