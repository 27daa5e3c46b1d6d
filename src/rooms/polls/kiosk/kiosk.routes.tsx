import * as m from '../../../paraglide/messages.js';
import { get, post, type Route } from '../../../platform/http/route.ts';
import {
  type Answer,
  type Page,
  page,
  seeOther,
  type Visit,
} from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { findPollAt } from '../poll.store.ts';
import { type Poll, pollState } from '../poll.ts';
import { ClosedKioskPage, codeWords, VoteOverPage, WaitingPage } from './kiosk.page.tsx';
import { type CodeRefusal, KIOSK, readCode } from './kiosk.ts';
import { unlockKiosk } from './kiosk-code.store.ts';
import {
  findOwnKiosk,
  forgetVoter,
  type KioskVisit,
  keepPass,
  wipe,
} from './kiosk-visit.routes.ts';
import { keepSitting } from './sitting.store.ts';

/** What a device at a point of vote shows between two voters; never logged, as casting is not. */
export const kioskRoutes: readonly Route[] = [
  // whoever comes back here has left: the page that says « vote here » is nobody's
  get(
    urls.kiosk,
    'anyone',
    (visit) =>
      atKiosk(visit, async (kiosk) => {
        await wipe(visit, kiosk);
        return waitingPage(visit, kiosk, null);
      }),
    { unlogged: true },
  ),

  post(
    urls.kiosk,
    'anyone',
    (visit) =>
      atKiosk(visit, async (kiosk) => {
        await wipe(visit, kiosk);
        const code = readCode((await visit.form()).text('code'));
        if (code === null) return waitingPage(visit, kiosk, 'code-missing');
        const unlocked = await unlockKiosk(visit.db, kiosk, code);
        if (!unlocked.ok) return waitingPage(visit, kiosk, unlocked.refusal);
        keepPass(visit, kiosk, unlocked.passToken);
        return seeOther(visit, urls.vote({ edition: kiosk.edition.slug }));
      }),
    { unlogged: true },
  ),

  post(
    urls.kioskLeave,
    'anyone',
    (visit) =>
      atKiosk(visit, async (kiosk) => {
        await wipe(visit, kiosk);
        return seeOther(visit, urls.kiosk());
      }),
    { unlogged: true },
  ),

  // a gesture on a page that asks for nothing: reading is being there
  post(
    urls.kioskPresence,
    'anyone',
    (visit) =>
      atKiosk(visit, async (kiosk) => {
        const there = await keepSitting(visit.db, kiosk, { gesture: true });
        if (!there) forgetVoter(visit, kiosk);
        return new Response(null, { status: 204, headers: { 'cache-control': 'no-store' } });
      }),
    { unlogged: true },
  ),
];

async function atKiosk(
  visit: Visit,
  handle: (kiosk: KioskVisit) => Promise<Answer>,
): Promise<Answer> {
  const kiosk = await findOwnKiosk(visit);
  if (kiosk) return handle(kiosk);
  visit.cookies.clear(KIOSK);
  return page({
    title: m.kiosk_closed_title(),
    status: 410,
    frame: 'kiosk',
    headers: NEVER_KEPT,
    body: <ClosedKioskPage />,
  });
}

/** Neither a cache nor the way back through the browser's history brings such a page again. */
export const NEVER_KEPT = { 'cache-control': 'no-store' } as const;

async function waitingPage(
  { db, organisation }: Visit,
  kiosk: KioskVisit,
  refusal: CodeRefusal | null,
): Promise<Page> {
  const { poll, now } = await findPollAt(db, organisation.id, kiosk.pollId);
  const shown = { frame: 'kiosk', headers: NEVER_KEPT } as const;
  if (pollState(poll!, now) !== 'open')
    return page({ ...shown, title: m.kiosk_over_title(), body: <VoteOverPage poll={poll!} /> });
  const problems: Problems = refusal ? { code: codeWords[refusal]() } : {};
  return page({
    ...shown,
    title: m.kiosk_waiting_title(),
    ...(refusal && { status: 422, faulty: true }),
    body: <WaitingPage poll={poll as Poll} problems={problems} />,
  });
}
