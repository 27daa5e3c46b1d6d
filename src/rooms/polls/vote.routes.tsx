import * as m from '../../paraglide/messages.js';
import { found } from '../../platform/http/refused.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { page, seeOther, type Visit } from '../../platform/http/visit.ts';
import { urls } from '../../urls.ts';
import { findPhase } from '../spaces/index.ts';
import { addToBasket, type BasketRefusal, removeFromBasket } from './basket.ts';
import type { Poll } from './poll.ts';
import { findTurnout } from './turnout.store.ts';
import { fullWords, VotePage } from './vote.page.tsx';
import { closedTitle, VoteClosedPage } from './vote-closed.page.tsx';
import {
  basketOf,
  findOwnStanding,
  keepBasket,
  listEntries,
  loadPoll,
  orderFor,
  type PollVisit,
} from './voter.routes.tsx';

/** Choosing: the list and the basket. Nothing here writes anything on our side. */
export const voteRoutes: readonly Route[] = [
  get(urls.vote, 'anyone', async (visit) => {
    const loaded = await loadPoll(visit);
    if (loaded.poll === null || loaded.state !== 'open') return closedPage(visit, loaded);
    return votePage(visit, loaded, loaded.poll, basketOf(visit, loaded.poll), null);
  }),

  post(
    urls.voteBasket,
    'anyone',
    async (visit) => {
      const loaded = await loadPoll(visit);
      const { edition, state } = loaded;
      const poll = found(loaded.poll, 'poll');
      if (state !== 'open') return closedPage(visit, loaded);
      const form = await visit.form();
      const basket = basketOf(visit, poll);
      const added = form.text('ajouter');
      const removed = form.text('retirer');
      if (added) {
        const known = poll.options.map((option) => option.key);
        const change = addToBasket(basket, added, known, poll.maximumChoices);
        if (!change.ok) return votePage(visit, loaded, poll, basket, change.refusal);
        keepBasket(visit, edition, change.keys);
      } else {
        keepBasket(visit, edition, removeFromBasket(basket, removed));
      }
      const at = { edition: edition.slug };
      return seeOther(
        visit,
        form.text('vers') === 'bulletin'
          ? urls.voteReview(at)
          : `${urls.vote(at)}#choix-${encodeURIComponent(added || removed)}`,
      );
    },
    { unlogged: true },
  ),
];

async function votePage(
  visit: Visit,
  { edition, now }: PollVisit,
  poll: Poll,
  basket: readonly string[],
  refusal: BasketRefusal | null,
) {
  const { db } = visit;
  const [entries, voters, standing] = await Promise.all([
    listEntries(visit, edition, poll),
    findTurnout(db, poll.id),
    findOwnStanding(visit, poll, now),
  ]);
  const problems: Record<BasketRefusal, () => string> = {
    'basket-full': () => fullWords(poll.maximumChoices),
    'unknown-option': m.polls_basket_unknown,
  };
  return page({
    title: m.polls_vote_title(),
    section: 'editions',
    scripts: ['ballot-basket.js'],
    ...(refusal && { status: 422, faulty: true }),
    body: (
      <VotePage
        edition={edition}
        now={now}
        poll={poll}
        entries={orderFor(visit, edition, entries)}
        basket={basket}
        voters={voters}
        hasVoted={standing?.channel === 'online' || standing?.channel === 'paper'}
        problem={refusal && problems[refusal]()}
      />
    ),
  });
}

/** Before the opening and after the close: when, and what comes next. */
export async function closedPage(visit: Visit, { edition, poll, state, now }: PollVisit) {
  const shown = state === 'open' ? 'closed' : state;
  return page({
    title: closedTitle(shown),
    section: 'editions',
    body: (
      <VoteClosedPage
        edition={edition}
        now={now}
        poll={poll}
        state={shown}
        opensAt={poll?.opensAt ?? findPhase(edition, 'vote')?.startsAt ?? null}
        voters={poll ? await findTurnout(visit.db, poll.id) : 0}
      />
    ),
  });
}
