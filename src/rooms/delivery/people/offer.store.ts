import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import { currentStage } from '../realisation.ts';
import {
  type Act,
  lockRealisation,
  type Named,
  tellRealisation,
} from '../realisation-lock.store.ts';
import { type Help, type Offer, takesHelp, type WrittenOffer } from './help.ts';
import { type Letters, NO_LETTERS } from './letters.store.ts';

function offers(db: Db, organisationId: string, realisationId: string) {
  return db
    .selectFrom('realisation_offer')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('realisation_id', '=', realisationId);
}

type Row = Awaited<ReturnType<ReturnType<typeof offers>['executeTakeFirstOrThrow']>>;

const asOffer = (row: Row): Offer => ({
  id: row.id,
  personId: row.person_id,
  helps: row.helps as Help[],
  body: row.body,
  offeredAt: row.offered_at,
  answer: row.answer,
  answeredAt: row.answered_at,
});

/** Those that wait for an answer first, the oldest before. */
export async function listOffers(
  db: Db,
  organisationId: string,
  realisationId: string,
): Promise<Offer[]> {
  const rows = await offers(db, organisationId, realisationId)
    .orderBy(sql`answered_at is not null`)
    .orderBy('offered_at')
    .orderBy('id')
    .execute();
  return rows.map(asOffer);
}

export async function findOfferOf(
  db: Db,
  organisationId: string,
  realisationId: string,
  personId: string,
): Promise<Offer | null> {
  const row = await offers(db, organisationId, realisationId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row ? asOffer(row) : null;
}

/** One offer a person: sent twice, even at the same instant, it is kept once. `tell` writes the letters with it. */
export async function offerHelp(
  db: Db,
  organisationId: string,
  realisationId: string,
  personId: string,
  { helps, body }: WrittenOffer,
  tell: Letters = NO_LETTERS,
): Promise<'kept' | 'already' | 'over' | 'not-found'> {
  return inTransaction(db, async (tx) => {
    const realisation = await lockRealisation(tx, { organisationId, by: personId }, realisationId);
    if (!realisation) return 'not-found';
    const standing = { stage: currentStage(realisation), halted: realisation.halt?.kind ?? null };
    if (!takesHelp(standing)) return 'over';
    const kept = await tx
      .insertInto('realisation_offer')
      .values({
        organisation_id: organisationId,
        realisation_id: realisationId,
        person_id: personId,
        helps: [...helps],
        body,
      })
      .onConflict((conflict) => conflict.constraint('realisation_offer_once').doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!kept) return 'already';
    await tell(tx);
    return 'kept';
  });
}

/** Taken back by whoever made it: nothing of it is kept. */
export async function withdrawOffer(
  db: Db,
  organisationId: string,
  realisationId: string,
  personId: string,
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('realisation_offer')
    .where('organisation_id', '=', organisationId)
    .where('realisation_id', '=', realisationId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Answers an offer once; what was answered meanwhile is given back. The letter leaves with it (`tell`). */
export async function answerOffer(
  db: Db,
  act: Act,
  named: Named,
  offerId: string,
  answer: string,
  tell: Letters<Offer> = NO_LETTERS,
): Promise<{ ok: true } | { ok: false; offer: Offer | null }> {
  if (!isUuid(offerId)) return { ok: false, offer: null };
  const { organisationId } = act;
  return inTransaction(db, async (tx) => {
    const realisation = await lockRealisation(tx, act, named.realisationId);
    const row = await offers(tx, organisationId, named.realisationId)
      .where('id', '=', offerId)
      .forUpdate()
      .executeTakeFirst();
    if (!realisation || !row) return { ok: false, offer: null };
    const offer = asOffer(row);
    if (offer.answeredAt !== null)
      return offer.answer === answer ? { ok: true } : { ok: false, offer };
    await tx
      .updateTable('realisation_offer')
      .set({ answer, answered_at: sql<Date>`palabre_now()`, answered_by: act.by })
      .where('organisation_id', '=', organisationId)
      .where('id', '=', offerId)
      .execute();
    // not who offered: the journal is kept, an offer may be taken back
    await tellRealisation(tx, act, realisation, named, 'realisation.help-answered', {});
    await tell(tx, offer);
    return { ok: true };
  });
}
