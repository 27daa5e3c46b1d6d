import * as m from '../../../paraglide/messages.js';
import type { Form } from '../../../platform/http/form.ts';
import { found } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { page, seeOther, type Visit } from '../../../platform/http/visit.ts';
import { urls } from '../../../urls.ts';
import { findPhase } from '../../spaces/index.ts';
import { findTurnout } from '../box/turnout.store.ts';
import { hasVotePoints } from '../points/point.store.ts';
import type { Poll } from '../poll.ts';
import { findOffer } from '../reminders/reminder-offer.routes.ts';
import { anchorOf, type Ballot } from './ballot-entry.page.tsx';
import { follow, type Gestures, readGesture } from './ballot-gestures.ts';
import { readView, writeView } from './ballot-view.ts';
import { ballotWords } from './ballot-words.page.ts';
import { frameOf } from './frame-of-poll.ts';
import { sayRefusedGesture } from './gesture-words.ts';
import { placeOf } from './ranking.page.tsx';
import { VotePage } from './vote.page.tsx';
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
  get(
    urls.vote,
    'anyone',
    async (visit) => {
      const loaded = await loadPoll(visit);
      if (loaded.poll === null || loaded.state !== 'open') return closedPage(visit, loaded);
      const basket = basketOf(visit, loaded.poll);
      return votePage(visit, loaded, loaded.poll, { basket, refused: new Map(), typed: new Map() });
    },
    // its address may name a district
    { unlogged: true },
  ),

  post(
    urls.voteBasket,
    'anyone',
    async (visit) => {
      const loaded = await loadPoll(visit);
      const { edition, state } = loaded;
      const poll = found(loaded.poll, 'poll');
      if (state !== 'open') return closedPage(visit, loaded);
      const form = await visit.form();
      const gestures = follow(frameOf(poll), basketOf(visit, poll), form);
      // choices of a sealed poll stay in the browser: none is taken back from what it sends
      keepBasket(visit, edition, poll.settings.sealing ? [] : gestures.basket);
      if (gestures.refused.size > 0) return votePage(visit, loaded, poll, gestures);
      return seeOther(visit, nextAddress(visit, form, poll, gestures));
    },
    { unlogged: true },
  ),
];

/** Back to where the gesture was made, with the same view of the list. */
function nextAddress(
  visit: Visit<'edition'>,
  form: Form,
  poll: Poll,
  { basket }: Gestures,
): string {
  const at = { edition: visit.params.edition };
  const to = form.text('vers');
  if (to === 'bulletin') return urls.voteReview(at);
  const frame = frameOf(poll);
  const gesture = readGesture(form);
  const view = readView(visit.url.searchParams, frame, basket);
  if (to === 'liste') {
    const asked = { theme: form.text('theme'), secteur: form.text('secteur') };
    const narrowed = new URLSearchParams({ quartier: view.district ?? '', ...asked });
    return `${urls.vote(at)}${writeView(readView(narrowed, frame, basket))}#bulletin`;
  }
  if (gesture?.act === 'leave')
    return `${urls.vote(at)}${writeView({ ...view, district: form.text('quartier') })}#quartiers`;
  const here = `${urls.vote(at)}${writeView(view)}`;
  if (!gesture || gesture.act === 'set') return `${here}#bulletin`;
  const moved = gesture.act === 'up' || gesture.act === 'down';
  const anchor = moved ? placeOf(gesture.key) : anchorOf(gesture.key);
  return `${here}#${encodeURIComponent(anchor)}`;
}

async function votePage(
  visit: Visit<'edition'>,
  { edition, now, state }: PollVisit,
  poll: Poll,
  { basket, refused, typed }: Gestures,
) {
  const { db, organisation } = visit;
  const [entries, voters, standing, inPerson] = await Promise.all([
    listEntries(visit, edition, poll),
    findTurnout(db, poll.id),
    findOwnStanding(visit, poll, now),
    hasVotePoints(db, organisation.id, edition.id),
  ]);
  const reminder = await findOffer(visit, { poll, state, now }, standing);
  const frame = frameOf(poll);
  const words = ballotWords(poll, edition.currency);
  const view = readView(visit.url.searchParams, frame, basket);
  const ballot: Ballot = {
    edition,
    poll,
    frame,
    words,
    basket,
    all: orderFor(visit, edition, entries),
    action: `${urls.voteBasket({ edition: edition.slug })}${writeView(view)}`,
    problems: new Map(
      [...refused].map(([key, one]) => [key, sayRefusedGesture(words, frame, key, one)]),
    ),
    typed,
  };
  return page({
    title: m.polls_vote_title(),
    section: 'editions',
    scripts: ['ballot-basket.js'],
    ...(refused.size > 0 && { status: 422, faulty: true }),
    body: (
      <VotePage
        now={now}
        ballot={ballot}
        view={view}
        voters={voters}
        reminder={reminder}
        inPerson={inPerson}
        hasVoted={standing?.channel === 'online' || standing?.channel === 'paper'}
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
        inPerson={
          shown === 'waiting' && (await hasVotePoints(visit.db, visit.organisation.id, edition.id))
        }
      />
    ),
  });
}
