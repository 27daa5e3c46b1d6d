import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import type { DocumentKind, SpendingDocument } from './proof.ts';
import type { Request, RequestState, Source, Timing } from './request.ts';

const requestColumns = [
  'id',
  'number',
  'group_id',
  'source',
  'budget_id',
  'state',
  'timing',
  'title',
  'category',
  'campaign',
  'explanation',
  'spent_on',
  'contact_name',
  'contact_phone',
  'contact_email',
  'amount',
  'excess_to_group',
  'fund_amount',
  'group_amount',
  'payee_id',
  'iban_last4',
  'bank_purged_at',
  'bank_document_id',
  'bank_asked_at',
  'bank_given_by',
  'charter_at',
  'honour_at',
  'version',
  'created_by',
  'created_at',
  'sent_by',
  'sent_at',
  'checked_by',
  'checked_at',
  'decided_by',
  'decided_at',
  'booked_at',
  'paid_at',
] as const;

export function requests(db: Db, organisationId: string) {
  return db
    .selectFrom('spending_request')
    .select(requestColumns)
    .select(sql<boolean>`bank_sealed is not null`.as('has_bank'))
    .where('organisation_id', '=', organisationId)
    .where('deleted_at', 'is', null);
}

/** By the number of its address; one that was deleted is not there. */
export async function findRequest(
  db: Db,
  organisationId: string,
  number: number,
): Promise<Request | null> {
  const row = await requests(db, organisationId).where('number', '=', number).executeTakeFirst();
  return row ? asRequest(row) : null;
}

/** `id`: a uuid. */
export async function findRequestById(
  db: Db,
  organisationId: string,
  id: string,
): Promise<Request | null> {
  const row = await requests(db, organisationId).where('id', '=', id).executeTakeFirst();
  return row ? asRequest(row) : null;
}

/** Holds a request until the transaction ends: after its group, its action and its budget, before the fund. */
export async function lockRequest(
  tx: Db,
  organisationId: string,
  id: string,
): Promise<Request | null> {
  await sql`select 1 from spending_request where organisation_id = ${organisationId} and id = ${id}::uuid
    for update`.execute(tx);
  return findRequestById(tx, organisationId, id);
}

/** The newest first. */
export async function listRequestsOfGroup(
  db: Db,
  organisationId: string,
  groupId: string,
): Promise<Request[]> {
  const rows = await requests(db, organisationId)
    .where('group_id', '=', groupId)
    .orderBy('number', 'desc')
    .execute();
  return rows.map(asRequest);
}

/** What proves it and shows it, in order of coming; what was removed is not there. */
export async function listDocuments(
  db: Db,
  organisationId: string,
  requestId: string,
): Promise<SpendingDocument[]> {
  const rows = await db
    .selectFrom('spending_document')
    .select(['id', 'kind', 'title', 'amount', 'file_id', 'added_by', 'added_at'])
    .where('organisation_id', '=', organisationId)
    .where('request_id', '=', requestId)
    .where('removed_at', 'is', null)
    .orderBy('added_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as DocumentKind,
    title: row.title,
    amount: row.amount,
    fileId: row.file_id,
    addedBy: row.added_by,
    addedAt: row.added_at,
  }));
}

/** A step of its history. */
export interface RequestAct {
  id: string;
  /** '' : it was opened. */
  before: RequestState | '';
  after: RequestState | 'deleted';
  /** Names of the fields that changed: those of `WrittenRequest`, and `bank`, `documents`, `charter`, `honour`;
   * of details given again, `bank-asked`, `bank-given`, `bank-confirmed`. */
  changed: string[];
  words: string;
  /** Shown as « Équipe de suivi », without a name. */
  byDesk: boolean;
  byPersonId: string | null;
  at: Date;
}

/** Its history, the newest first. */
export async function listRequestActs(
  db: Db,
  organisationId: string,
  requestId: string,
): Promise<RequestAct[]> {
  const rows = await acts(db, organisationId)
    .where('request_id', '=', requestId)
    .orderBy('sequence', 'desc')
    .execute();
  return rows.map(asAct);
}

/** What a letter tells about. */
export async function findRequestAct(
  db: Db,
  organisationId: string,
  id: string,
): Promise<(RequestAct & { requestId: string }) | null> {
  const row = await acts(db, organisationId).where('id', '=', id).executeTakeFirst();
  return row ? { ...asAct(row), requestId: row.request_id } : null;
}

/** Who changed it since the desk asked for more: they do not answer for it. */
export async function listEditorsSinceAsked(
  db: Db,
  organisationId: string,
  requestId: string,
): Promise<string[]> {
  const { rows } = await sql<{ by_person: string }>`
    select distinct by_person from spending_act
    where organisation_id = ${organisationId} and request_id = ${requestId}::uuid and changed <> '{}'
      and by_person is not null and sequence > coalesce((select max(sequence) from spending_act
        where organisation_id = ${organisationId} and request_id = ${requestId}::uuid
          and after = 'info-needed' and before <> after), 0)`.execute(db);
  return rows.map(({ by_person }) => by_person);
}

const acts = (db: Db, organisationId: string) =>
  db
    .selectFrom('spending_act')
    .select(['id', 'request_id', 'before', 'after', 'changed', 'words', 'by_desk'])
    .select(['by_person', 'at'])
    .where('organisation_id', '=', organisationId);

const asAct = (
  row: Awaited<ReturnType<ReturnType<typeof acts>['executeTakeFirstOrThrow']>>,
): RequestAct => ({
  id: row.id,
  before: row.before as RequestAct['before'],
  after: row.after as RequestAct['after'],
  changed: row.changed,
  words: row.words,
  byDesk: row.by_desk,
  byPersonId: row.by_person,
  at: row.at,
});

export function asRequest(
  row: Awaited<ReturnType<ReturnType<typeof requests>['executeTakeFirstOrThrow']>>,
): Request {
  return {
    id: row.id,
    number: row.number,
    groupId: row.group_id,
    source: row.source as Source,
    budgetId: row.budget_id,
    state: row.state as RequestState,
    timing: row.timing as Timing,
    title: row.title,
    category: row.category,
    campaign: row.campaign,
    explanation: row.explanation,
    spentOn: row.spent_on,
    contactName: row.contact_name,
    contactPhone: row.contact_phone,
    contactEmail: row.contact_email,
    amount: row.amount,
    excessToGroup: row.excess_to_group,
    fundAmount: row.fund_amount,
    groupAmount: row.group_amount,
    payeeId: row.payee_id,
    hasBank: row.has_bank,
    ibanLast4: row.iban_last4,
    bankPurgedAt: row.bank_purged_at,
    bankDocumentId: row.bank_document_id,
    bankAskedAt: row.bank_asked_at,
    bankGivenBy: row.bank_given_by,
    charterAt: row.charter_at,
    honourAt: row.honour_at,
    version: row.version,
    createdBy: row.created_by,
    createdAt: row.created_at,
    sentBy: row.sent_by,
    sentAt: row.sent_at,
    checkedBy: row.checked_by,
    checkedAt: row.checked_at,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    bookedAt: row.booked_at,
    paidAt: row.paid_at,
  };
}
