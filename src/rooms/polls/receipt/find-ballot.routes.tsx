import * as m from '../../../paraglide/messages.js';
import type { Db } from '../../../platform/database/database.ts';
import { found } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Page, page, type Visit } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { loadPoll, type PollVisit } from '../ballot/voter.routes.tsx';
import { writeCanonical } from '../box/box.crypto.ts';
import { findSealedBallot } from '../box/box.store.ts';
import { toHex } from '../box/commitment.ts';
import { growLatestTree } from '../box/head.store.ts';
import { findLeaf } from '../box/merkle.ts';
import type { Poll } from '../poll.ts';
import { isInvalid } from '../sealed/opened-box.store.ts';
import { countAsking } from './code-asking.routes.ts';
import { FindBallotLaterPage, FindBallotPage, type FoundBallot } from './find-ballot.page.tsx';
import { KEPT_LENGTH, readKept } from './tracking-code.ts';

/**
 * A ballot in clear for whoever has its code, once the result is published. Asked by a form that is never
 * an address, and never logged: codes stay out of histories.
 */
export const findBallotRoutes: readonly Route[] = [
  get(urls.findBallot, 'anyone', async (visit) => {
    const loaded = await loadPoll(visit);
    const poll = found(loaded.poll, 'poll');
    return loaded.state === 'published' ? findPage(loaded, poll, '', {}, null) : laterPage(loaded);
  }),

  post(
    urls.findBallot,
    'anyone',
    async (visit) => {
      const loaded = await loadPoll(visit);
      const poll = found(loaded.poll, 'poll');
      if (loaded.state !== 'published') return laterPage(loaded);
      return answerPage(visit, loaded, poll);
    },
    { unlogged: true },
  ),
];

async function answerPage(visit: Visit, loaded: PollVisit, poll: Poll): Promise<Page> {
  await countAsking(visit);
  const typed = (await visit.form()).text('code').slice(0, KEPT_LENGTH);
  const refuse = (words: string) => findPage(loaded, poll, typed, { code: words }, null);
  if (typed === '') return refuse(m.receipts_find_missing());
  const kept = readKept(typed);
  if (!kept) return refuse(m.receipts_find_unreadable());
  if (kept.poll !== null && kept.poll !== poll.id) return refuse(m.receipts_find_other_poll());
  const answer = await findBallot(visit.db, visit.organisation.id, poll.id, kept.commitment);
  if (!answer && (await isInvalid(visit.db, poll.id, toHex(kept.commitment))))
    return findPage(loaded, poll, '', {}, 'invalid');
  return findPage(loaded, poll, answer ? '' : typed, {}, answer ?? 'absent');
}

async function findBallot(
  db: Db,
  organisationId: string,
  pollId: string,
  commitment: Uint8Array,
): Promise<FoundBallot | null> {
  const ballot = await findSealedBallot(db, organisationId, pollId, toHex(commitment));
  if (!ballot) return null;
  const latest = await growLatestTree(db, organisationId, pollId);
  const headed = latest !== null && findLeaf(latest.leaves, commitment) >= 0;
  return { ...ballot, written: writeCanonical(ballot.choices), head: headed ? latest.head : null };
}

function findPage(
  { edition, now }: PollVisit,
  poll: Poll,
  typed: string,
  problems: Problems,
  answer: FoundBallot | 'absent' | 'invalid' | null,
): Page {
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.receipts_find_title(),
    section: 'editions',
    headers: { 'cache-control': 'no-store' },
    ...(faulty && { status: 422, faulty }),
    body: <FindBallotPage {...{ edition, now, poll, typed, problems, answer }} />,
  });
}

function laterPage({ edition, now }: PollVisit): Page {
  return page({
    title: m.receipts_find_later_title(),
    section: 'editions',
    status: 404,
    body: <FindBallotLaterPage edition={edition} now={now} />,
  });
}
