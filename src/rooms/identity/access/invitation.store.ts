import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import type { Role } from '../../../platform/http/roles.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import type { Locale } from '../../../platform/locale/locale.ts';
import { hashSecret, newToken } from '../../../platform/secrets/token.ts';
import { grantRole } from '../role.store.ts';

export const INVITATION_DAYS = 14;

/** A role as it is asked for somebody. */
export interface AskedRole {
  role: Role;
  /** null: for every edition. */
  editionId: string | null;
  /** Of an agent only. */
  departmentId: string | null;
  isReferent: boolean;
  endsAt: Date | null;
}

export interface Invitation {
  id: string;
  email: string;
  mailbox: string;
  /** '' : whoever invites did not say. */
  name: string;
  locale: Locale;
  sentAt: Date;
  /** Its link is too old: it can be sent anew. */
  isOver: boolean;
  roles: AskedRole[];
}

interface Act {
  organisationId: string;
  by: string;
}

export interface Invitee {
  email: string;
  mailbox: string;
  name: string;
  locale: Locale;
}

/**
 * Asks somebody without an account to make one. Who waits for a link already gets a new one, with this role besides
 * those of before; older links open nothing. The token is told once, to the mail.
 */
export async function invite(
  tx: Tx,
  { organisationId, by }: Act,
  invitee: Invitee,
  role: AskedRole,
): Promise<{ id: string; token: string }> {
  const token = newToken();
  const { rows } = await sql<{ id: string }>`
    insert into invitation (organisation_id, email, mailbox, name, locale, token_hash, invited_by)
    values (${organisationId}, ${invitee.email}, ${invitee.mailbox}, ${invitee.name}, ${invitee.locale},
      ${hashSecret(token)}, ${by})
    on conflict (organisation_id, mailbox) where used_at is null and withdrawn_at is null
    do update set token_hash = excluded.token_hash, sent_at = date_trunc('milliseconds', palabre_now()), email = excluded.email,
      name = case when excluded.name = '' then invitation.name else excluded.name end
    returning id`.execute(tx);
  const { id } = rows[0]!;
  await sql`insert into invited_role
    (organisation_id, invitation_id, role, edition_id, department_id, is_referent, ends_at, asked_by)
    values (${organisationId}, ${id}, ${role.role}, ${role.editionId}, ${role.departmentId},
      ${role.isReferent}, ${role.endsAt}, ${by})
    on conflict on constraint invited_role_once
    do update set is_referent = excluded.is_referent, ends_at = excluded.ends_at, asked_by = excluded.asked_by`.execute(
    tx,
  );
  await record(tx, 'invitation.sent', { organisationId, by }, id, {
    role: role.role,
    editionId: role.editionId,
    departmentId: role.departmentId,
  });
  return { id, token };
}

/** A new link for who waits, good for fourteen days again; null when nobody waits any more. */
export async function renewInvitation(
  tx: Tx,
  act: Act,
  id: string,
): Promise<{ token: string } | null> {
  const token = newToken();
  const { rows } = await sql<{ id: string }>`
    update invitation set token_hash = ${hashSecret(token)}, sent_at = date_trunc('milliseconds', palabre_now())
    where organisation_id = ${act.organisationId} and id::text = ${id} and ${waits} returning id`.execute(
    tx,
  );
  if (!rows[0]) return null;
  await record(tx, 'invitation.renewed', act, rows[0].id);
  return { token };
}

/** Its link opens nothing any more; false when nobody waits. */
export async function withdrawInvitation(db: Db, act: Act, id: string): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const { rows } = await sql<{ id: string }>`
      update invitation set withdrawn_at = palabre_now()
      where organisation_id = ${act.organisationId} and id::text = ${id} and ${waits} returning id`.execute(
      tx,
    );
    if (!rows[0]) return false;
    await record(tx, 'invitation.withdrawn', act, rows[0].id);
    return true;
  });
}

/**
 * Spends the invitation of a link: true for one transaction only, however many come at once (W4). Its roles are this
 * person's from now on; those that ended meanwhile are not.
 */
export async function useInvitation(
  tx: Tx,
  organisationId: string,
  invitation: Invitation,
  token: string,
  personId: string,
): Promise<boolean> {
  const { rows: spent } = await sql`
    update invitation set used_at = palabre_now()
    where organisation_id = ${organisationId} and id = ${invitation.id} and token_hash = ${hashSecret(token)}
      and ${waits} and ${isYoung} returning id`.execute(tx);
  if (spent.length === 0) return false;
  // read now: a role may have been added since the page was shown
  const { rows: roles } = await sql<AskedRole & { askedBy: string | null }>`
    select role, edition_id as "editionId", department_id as "departmentId", is_referent as "isReferent",
      ends_at as "endsAt", asked_by as "askedBy"
    from invited_role where organisation_id = ${organisationId} and invitation_id = ${invitation.id}
      and (ends_at is null or ends_at > palabre_now()) order by role, id`.execute(tx);
  for (const { askedBy, ...asked } of roles)
    await grantRole(tx, { organisationId, personId, grantedBy: askedBy, ...asked });
  await recordFact(tx, {
    organisationId,
    kind: 'invitation.accepted',
    actorId: personId,
    subject: { kind: 'invitation', id: invitation.id },
  });
  return true;
}

/** The invitation of a link that is still good, in this organisation only. */
export async function findInvitation(
  db: Db,
  organisationId: string,
  token: string,
): Promise<Invitation | null> {
  const [found] = await listBy(
    db,
    organisationId,
    sql`i.token_hash = ${hashSecret(token)} and ${waits} and ${isYoung}`,
  );
  return found ?? null;
}

/** One that waits, also where its link is too old. */
export async function findWaiting(
  db: Db,
  organisationId: string,
  id: string,
): Promise<Invitation | null> {
  const [found] = await listBy(db, organisationId, sql`i.id::text = ${id} and ${waits}`);
  return found ?? null;
}

/** Who has not answered yet, the newest first, after a key; with `departmentId`, those it is asked for. */
export async function listInvitations(
  db: Db,
  organisationId: string,
  {
    after,
    limit,
    departmentId,
  }: { after?: { sentAt: Date; id: string }; limit: number; departmentId?: string },
): Promise<Invitation[]> {
  return listBy(
    db,
    organisationId,
    sql`${waits}
      and (${after?.id ?? null}::uuid is null
        or i.sent_at < ${after?.sentAt ?? null}::timestamptz
        or (i.sent_at = ${after?.sentAt ?? null}::timestamptz and i.id > ${after?.id ?? null}::uuid))
      and (${departmentId ?? null}::uuid is null or exists (select from invited_role r
        where r.organisation_id = i.organisation_id and r.invitation_id = i.id
          and r.department_id = ${departmentId ?? null}::uuid))`,
    limit,
  );
}

/** How many have not answered yet. */
export async function countInvitations(db: Db, organisationId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from invitation
    where organisation_id = ${organisationId} and ${waits}`.execute(db);
  return rows[0]!.count;
}

async function listBy(
  db: Db,
  organisationId: string,
  which: ReturnType<typeof sql>,
  limit = 1,
): Promise<Invitation[]> {
  const { rows } = await sql<
    Omit<Invitation, 'roles'> & { roles: (Omit<AskedRole, 'endsAt'> & { endsAt: string | null })[] }
  >`select i.id, i.email, i.mailbox, i.name, i.locale, i.sent_at as "sentAt",
      not ${isYoung} as "isOver",
      coalesce((select jsonb_agg(jsonb_build_object('role', r.role, 'editionId', r.edition_id,
          'departmentId', r.department_id, 'isReferent', r.is_referent, 'endsAt', r.ends_at) order by r.role, r.id)
        from invited_role r where r.organisation_id = i.organisation_id and r.invitation_id = i.id), '[]') as roles
    from invitation i where i.organisation_id = ${organisationId} and ${which}
    order by i.sent_at desc, i.id limit ${limit}`.execute(db);
  return rows.map((row) => ({
    ...row,
    roles: row.roles.map((one) => ({ ...one, endsAt: one.endsAt ? new Date(one.endsAt) : null })),
  }));
}

const waits = sql`used_at is null and withdrawn_at is null`;
const isYoung = sql`sent_at > palabre_now() - make_interval(days => ${INVITATION_DAYS}::int)`;

/** No address in a fact: the journal forgets nothing, and an invitation may never be answered. */
const record = (
  tx: Tx,
  kind: `invitation.${string}`,
  { organisationId, by }: Act,
  id: string,
  detail: Record<string, string | null> = {},
) =>
  recordFact(tx, {
    organisationId,
    kind,
    actorId: by,
    subject: { kind: 'invitation', id },
    detail,
  });
