import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type Db, type Tx, violatedConstraint } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import { recordEntries, reverseEntry } from '../ledger.store.ts';
import { type AccountRef, accountKey } from '../ledger.ts';
import { findLedgerSettings } from '../settings.store.ts';
import type { Destination } from './destination.ts';
import type { DonationBounds, DonationRefusal, NewDonation, TakeBackRefusal } from './donation.ts';

export interface DonationAct {
  organisationId: string;
  by: string;
}

/** The account that a destination holds. */
export const accountOf = (destination: Destination): AccountRef =>
  destination.kind === 'solidarity'
    ? { kind: 'solidarity' }
    : { kind: destination.kind, holderId: destination.id };

/** As the movement settled them. */
export async function readBounds(db: Db, organisationId: string): Promise<DonationBounds> {
  const { donationMin, donationMax } = await findLedgerSettings(db, organisationId);
  return { min: donationMin, max: donationMax };
}

/** Enters one donation by hand. A reference goes once to the same destination, whoever enters it. */
export async function enterDonation(
  db: Db,
  act: DonationAct,
  given: NewDonation,
): Promise<{ ok: true; id: string } | { ok: false; refusal: 'reference-known' }> {
  const { organisationId } = act;
  const [known] = await listKnown(db, organisationId, [given]);
  if (known !== undefined) return { ok: false, refusal: 'reference-known' };
  return refuseKnown(() =>
    inTransaction(db, async (tx) => {
      const [id] = await insertDonations(tx, act, [given], null);
      await recordFact(tx, {
        organisationId,
        kind: 'donation.entered',
        actorId: act.by,
        subject: { kind: 'donation', id: id! },
        detail: { amount: given.amount },
      });
      return { ok: true, id: id! };
    }),
  );
}

/** The race that the check before could not see: the same reference, entered by somebody else meanwhile. */
export async function refuseKnown<T>(
  run: () => Promise<T>,
): Promise<T | { ok: false; refusal: Extract<DonationRefusal, 'reference-known'> }> {
  try {
    return await run();
  } catch (error) {
    if (violatedConstraint(error) === 'donation_reference_once')
      return { ok: false, refusal: 'reference-known' };
    throw error;
  }
}

/** Donations and their entries, in a few statements however many they are. Gives their ids, in order. */
export async function insertDonations(
  tx: Tx,
  act: DonationAct,
  donations: readonly NewDonation[],
  importId: string | null,
): Promise<string[]> {
  const { organisationId } = act;
  const ids = donations.map(() => randomUUID());
  // first: it opens the accounts that donations stand in
  const recorded = await recordEntries(
    tx,
    act,
    donations.map(({ reference, givenOn, amount, destination }, at) => ({
      from: { kind: 'donations' },
      to: accountOf(destination),
      amount,
      kind: 'donation',
      about: { kind: 'donation', id: ids[at]! },
      words: reference,
      countedOn: givenOn,
    })),
  );
  if (!recorded.ok) throw new Error(`A donation that the ledger refuses: ${recorded.refusal}`);
  const accounts = await listAccountIds(tx, organisationId);
  const rows = donations.map((one, at) => ({
    id: ids[at],
    reference: one.reference,
    given_on: one.givenOn,
    amount: one.amount,
    account_id: accounts.get(accountKey(accountOf(one.destination))),
  }));
  await sql`insert into donation (organisation_id, id, reference, given_on, amount, account_id, import_id, entered_by)
    select ${organisationId}::uuid, r.id, r.reference, r.given_on, r.amount, r.account_id, ${importId}::uuid,
      ${act.by}::uuid
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r (id uuid, reference text, given_on date, amount bigint, account_id uuid)`.execute(tx);
  return ids;
}

/** Which of these references already went to the same destination: their places in the list. */
export async function listKnown(
  db: Db,
  organisationId: string,
  donations: readonly Pick<NewDonation, 'reference' | 'destination'>[],
): Promise<number[]> {
  const asked = donations.flatMap(({ reference, destination }, at) => {
    const { kind, holderId = null } = accountOf(destination);
    return reference === '' ? [] : [{ at, reference, kind, holder_id: holderId }];
  });
  if (asked.length === 0) return [];
  const { rows } = await sql<{ at: number }>`
    select r.at from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb)
        as r (at int, reference text, kind text, holder_id uuid)
      join ledger_account a on a.organisation_id = ${organisationId} and a.kind = r.kind
        and coalesce(a.holder_id, a.organisation_id) = coalesce(r.holder_id, ${organisationId}::uuid)
      join donation d on d.organisation_id = a.organisation_id and d.account_id = a.id
        and d.reference = r.reference and d.reference <> '' and d.taken_back_at is null
    order by r.at`.execute(db);
  return rows.map(({ at }) => at);
}

async function listAccountIds(tx: Tx, organisationId: string): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('ledger_account')
    .select(['id', 'kind', 'holder_id'])
    .where('organisation_id', '=', organisationId)
    .where('kind', 'in', ['group', 'fund', 'solidarity'])
    .execute();
  return new Map(
    rows.map(({ id, kind, holder_id }) => [
      accountKey({
        kind: kind as AccountRef['kind'],
        ...(holder_id !== null && { holderId: holder_id }),
      }),
      id,
    ]),
  );
}

/** Takes a donation back by a reversal of its entry. What is already spent cannot be. */
export async function takeBackDonation(
  db: Db,
  act: DonationAct,
  id: string,
  reason: string,
): Promise<{ ok: true } | { ok: false; refusal: Exclude<TakeBackRefusal, `reason-${string}`> }> {
  const { organisationId } = act;
  return inTransaction(db, async (tx) => {
    const own = await tx
      .selectFrom('donation')
      .select('amount')
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .where('taken_back_at', 'is', null)
      .forUpdate()
      .executeTakeFirst();
    const entry = await tx
      .selectFrom('ledger_entry')
      .select('id')
      .where('organisation_id', '=', organisationId)
      .where('about_kind', '=', 'donation')
      .where('about_id', '=', id)
      .where('kind', '=', 'donation')
      .executeTakeFirst();
    if (!own || !entry) return { ok: false, refusal: 'already-taken-back' };
    const reversed = await reverseEntry(tx, act, entry.id, reason);
    if (!reversed.ok)
      return {
        ok: false,
        refusal: reversed.refusal === 'not-enough' ? 'already-spent' : 'already-taken-back',
      };
    await tx
      .updateTable('donation')
      .set({ taken_back_at: sql<Date>`palabre_now()` })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', id)
      .execute();
    await recordFact(tx, {
      organisationId,
      kind: 'donation.taken-back',
      actorId: act.by,
      subject: { kind: 'donation', id },
      detail: { amount: own.amount, words: reason },
    });
    return { ok: true };
  });
}
