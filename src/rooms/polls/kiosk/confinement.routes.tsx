import * as m from '../../../paraglide/messages.js';
import type { Route } from '../../../platform/http/route.ts';
import {
  type Answer,
  type Page,
  page,
  seeOther,
  type Visit,
} from '../../../platform/http/visit.ts';
import { urls } from '../../../urls.ts';
import { loadReceipt } from '../receipt/receipt.routes.tsx';
import { KioskReceiptPage } from './kiosk.page.tsx';
import { NEVER_KEPT } from './kiosk.routes.tsx';
import { KIOSK } from './kiosk.ts';
import { findOwnKiosk, type KioskVisit, wipe } from './kiosk-visit.routes.ts';
import { keepSitting } from './sitting.store.ts';

/** What a voter may open at a kiosk, in the edition of its vote. */
const OPEN_TO_VOTERS = new Set<string>(
  [urls.vote, urls.voteBasket, urls.voteReview, urls.voteCast, urls.voteReceipt, urls.project].map(
    ({ pattern }) => pattern,
  ),
);
/** What has nothing to do with who asks. */
const OPEN_TO_ALL = new Set<string>(
  [
    ...[urls.kiosk, urls.kioskLeave, urls.kioskPresence],
    ...[urls.brand, urls.language, urls.file, urls.health],
  ].map(({ pattern }) => pattern),
);

/**
 * The routes of the whole site as a kiosk meets them: a device that stands there for voters opens the vote
 * to whoever typed a code, and nothing else to anybody. Other browsers never notice.
 */
export function confineKiosks(routes: readonly Route[]): Route[] {
  return routes.map((route) =>
    OPEN_TO_ALL.has(route.address.pattern) || route.options.anyHost
      ? route
      : {
          ...route,
          handle: (visit) =>
            visit.cookies.get(KIOSK) ? handleAtKiosk(route, visit) : route.handle(visit),
        },
  );
}

async function handleAtKiosk(route: Route, visit: Visit): Promise<Answer> {
  const kiosk = await findOwnKiosk(visit);
  if (!kiosk) return seeOther(visit, urls.kiosk());
  const { pattern } = route.address;
  // casting leaves no trace of when it was done: its voter came to it by a gesture just before
  const gesture = pattern !== urls.voteCast.pattern;
  const isThere = await keepSitting(visit.db, kiosk, { gesture });
  // whatever session this browser may hold, it votes as who came with a code
  const voter: Visit = { ...visit, visitor: null };
  // asked for on every page, of a kiosk too (RGAA)
  if (pattern === urls.accessibility.pattern)
    return frame(await route.handle(voter), isThere ? 'kiosk-in-use' : 'kiosk');
  if (!isThere) {
    await wipe(visit, kiosk);
    return seeOther(visit, urls.kiosk());
  }
  const ofVote = (visit.params as { edition?: string }).edition === kiosk.edition.slug;
  if (!ofVote || !OPEN_TO_VOTERS.has(pattern))
    return seeOther(visit, urls.vote({ edition: kiosk.edition.slug }));
  if (pattern === urls.voteReceipt.pattern) return showReceipt(voter as Visit<'edition'>, kiosk);
  return frame(await route.handle(voter), 'kiosk-in-use');
}

function frame(answer: Answer, around: NonNullable<Page['frame']>): Answer {
  if (!(answer instanceof Response))
    return { ...answer, frame: around, headers: { ...answer.headers, ...NEVER_KEPT } };
  const headers = new Headers(answer.headers);
  headers.set('cache-control', NEVER_KEPT['cache-control']);
  // an address may end with the option that was touched, and the browser's history keeps addresses
  const location = headers.get('location');
  if (location) headers.set('location', location.replace(/#.*$/, ''));
  return new Response(answer.body, { status: answer.status, headers });
}

/**
 * Once: a page that a person looks at wipes everything, and asked for again there is none. The script that
 * casts asks for it first without showing it; a browser that does not tell the two apart is wiped when its
 * voter leaves.
 */
async function showReceipt(visit: Visit<'edition'>, kiosk: KioskVisit): Promise<Answer> {
  const { poll, own } = await loadReceipt(visit);
  if ('why' in own) return seeOther(visit, urls.vote({ edition: kiosk.edition.slug }));
  if (visit.request.headers.get('sec-fetch-dest') === 'document') await wipe(visit, kiosk);
  return page({
    title: m.kiosk_receipt_title(),
    frame: 'kiosk-in-use',
    scripts: ['print-page.js'],
    headers: NEVER_KEPT,
    body: <KioskReceiptPage poll={poll} {...own} />,
  });
}
