/** What a kiosk's browser holds, and how it is wiped after each voter (R79). */
import type { Visit } from '../../../platform/http/visit.ts';
import { urls } from '../../../urls.ts';
import { type Edition, findEditionById } from '../../spaces/index.ts';
import { BASKET, FORM_KEY, ORDER, PASS } from '../ballot/voter-cookies.ts';
import { findKiosk } from './kiosk.store.ts';
import { KIOSK, type Kiosk } from './kiosk.ts';
import { endSitting } from './sitting.store.ts';

export interface KioskVisit extends Kiosk {
  edition: Edition;
}

/** The kiosk that this browser is; null: it is none, or none any more. */
export async function findOwnKiosk({
  db,
  organisation,
  cookies,
}: Visit): Promise<KioskVisit | null> {
  const token = cookies.get(KIOSK);
  const kiosk = token ? await findKiosk(db, organisation.id, token) : null;
  const edition = kiosk && (await findEditionById(db, organisation.id, kiosk.editionId));
  return kiosk && edition ? { ...kiosk, edition } : null;
}

/** The point of vote where a ballot from this browser is cast; null: from afar. */
export async function findPointOfCasting(visit: Visit, pollId: string): Promise<string | null> {
  const kiosk = visit.cookies.get(KIOSK) ? await findOwnKiosk(visit) : null;
  return kiosk?.pollId === pollId ? kiosk.pointId : null;
}

/** A voter's pass in this browser; on the server it ends with their sitting. */
export function keepPass({ cookies }: Visit, { edition }: KioskVisit, token: string): void {
  cookies.set(PASS, token, { path: urls.edition({ edition: edition.slug }) });
}

/** Nothing of the voter stays: not their pass, their choices, their receipt, nor the language they read in. */
export async function wipe(visit: Visit, kiosk: KioskVisit): Promise<void> {
  await endSitting(visit.db, kiosk);
  forgetVoter(visit, kiosk);
}

export function forgetVoter({ cookies }: Visit, { edition }: { edition: Edition }): void {
  const at = { edition: edition.slug };
  cookies.clear(PASS, urls.edition(at));
  cookies.clear(BASKET, urls.edition(at));
  cookies.clear(FORM_KEY, urls.vote(at));
  cookies.clear(ORDER, urls.vote(at));
  cookies.clear('langue');
}
