import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { lockSpace } from '../../consultations/index.ts';
import { findAccounts } from '../../identity/index.ts';
import { INVITATION_DAYS } from '../invitation.store.ts';
import { nameOfMandate } from '../mandate.ts';
import {
  asRow,
  type MandateAct,
  type Network,
  settleMembership,
  tellMandate,
} from '../mandate-writing.store.ts';
import type { FaultyLine, ImportedMandate } from './mandate-import.ts';

/** A mandate that was brought in: of somebody with an account, or offered to an address. */
export interface BroughtIn {
  id: string;
  personId: string | null;
  email: string;
  name: string;
}

/** Rows written in one statement. */
const AT_ONCE = 500;

/** Lines whose mandate is there already: declared by the same person, or offered to the same address. */
export async function listThereAlready(
  db: Db,
  organisationId: string,
  spaceId: string,
  mandates: readonly ImportedMandate[],
): Promise<FaultyLine[]> {
  const mailboxes = mandates.map(({ mailbox }) => mailbox);
  const accounts = await findAccounts(db, organisationId, mailboxes);
  const { rows } = await sql<{ at: number }>`
    select t.at::int as at from unnest(${mailboxes}::text[], ${mailboxes.map((one) => accounts.get(one) ?? null)}::uuid[],
        ${mandates.map(({ written }) => written.level)}::text[], ${mandates.map(({ written }) => written.territory)}::text[],
        ${mandates.map(({ written }) => written.office)}::text[], ${mandates.map(({ written }) => written.beganOn)}::date[])
      with ordinality as t (mailbox, person, level, territory, office, began, at)
    where exists (select from mandate m
      left join mandate_invitation i on i.organisation_id = m.organisation_id and i.mandate_id = m.id
      where m.organisation_id = ${organisationId} and m.space_id = ${spaceId} and (m.person_id = t.person or i.mailbox = t.mailbox)
        and m.level = t.level and m.territory_key = palabre_fold(t.territory) and palabre_fold(m.office) = palabre_fold(t.office)
        and m.began_on = t.began and m.refused_at is null and m.withdrawn_at is null)
    order by t.at`.execute(db);
  return rows.map(({ at }) => {
    const { row, email } = mandates[at - 1]!;
    return { row, name: email, refusal: 'there-already' };
  });
}

/**
 * Brings mandates in, all or none: the team vouches for them, so those of accounts are verified at once, and the others when
 * somebody accepts them.
 */
export async function bringIn(
  tx: Tx,
  act: MandateAct & { by: string },
  network: Network,
  mandates: readonly ImportedMandate[],
): Promise<{ ok: true; mandates: BroughtIn[] } | { ok: false; faulty: FaultyLine[] }> {
  const { organisationId, by } = act;
  await lockSpace(tx, organisationId, network.id);
  const faulty = await listThereAlready(tx, organisationId, network.id, mandates);
  if (faulty.length > 0) return { ok: false, faulty };
  const mailboxes = mandates.map(({ mailbox }) => mailbox);
  const accounts = await findAccounts(tx, organisationId, mailboxes);
  const rows = mandates.map(({ written, email, mailbox }) => {
    const personId = accounts.get(mailbox) ?? null;
    return { id: randomUUID(), personId, written, email, mailbox };
  });
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const some = rows.slice(at, at + AT_ONCE);
    await tx
      .insertInto('mandate')
      .values(
        some.map(({ id, personId, written }) => ({
          organisation_id: organisationId,
          id,
          space_id: network.id,
          person_id: personId,
          origin: 'imported',
          declared_by: by,
          ...(personId && { verified_at: sql<Date>`palabre_now()`, verified_by: by }),
          ...asRow(written),
        })),
      )
      .execute();
    const invited = some.filter(({ personId }) => personId === null);
    if (invited.length > 0)
      await tx
        .insertInto('mandate_invitation')
        .values(
          invited.map(({ id, email, mailbox }) => ({
            organisation_id: organisationId,
            mandate_id: id,
            email,
            mailbox,
            expires_at: sql<Date>`palabre_now() + make_interval(days => ${INVITATION_DAYS}::int)`,
          })),
        )
        .execute();
  }
  const people = new Set(rows.flatMap(({ personId }) => personId ?? []));
  for (const personId of people) await settleMembership(tx, act, network, personId);
  await tellMandate(tx, act, 'mandate.imported', network, null, { count: rows.length });
  return {
    ok: true,
    mandates: rows.map(({ id, personId, email, written }) => ({
      ...{ id, personId, email },
      name: nameOfMandate(written),
    })),
  };
}
