import { randomUUID } from 'node:crypto';
import * as m from '../../../paraglide/messages.js';
import type { Form } from '../../../platform/http/form.ts';
import { found, Refused } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Page, page, seeOther, type Visit } from '../../../platform/http/visit.ts';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';
import { checkBallot } from '../ballot/ballot.ts';
import { ballotWords } from '../ballot/ballot-words.page.ts';
import { keepFitting } from '../ballot/basket.ts';
import type { CastFormFields } from '../ballot/cast-form.page.tsx';
import { writeEntry } from '../ballot/entry.ts';
import { frameOf } from '../ballot/frame-of-poll.ts';
import { voteRefusalWords } from '../ballot/refusal-words.page.ts';
import { ReviewPage } from '../ballot/review.page.tsx';
import { closedPage } from '../ballot/vote.routes.tsx';
import {
  asksForAccount,
  basketOf,
  claimOf,
  findOwnStanding,
  keepBasket,
  listEntries,
  loadPoll,
  type PollVisit,
} from '../ballot/voter.routes.tsx';
import { FORM_KEY } from '../ballot/voter-cookies.ts';
import { findPointOfCasting } from '../kiosk/kiosk-visit.routes.ts';
import { hasVotePoints } from '../points/point.store.ts';
import type { Poll } from '../poll.ts';
import { ACCEPTS_PUBLIC } from '../public-vote.page.tsx';
import { AlreadyCastPage } from '../receipt/receipt.page.tsx';
import { findOffer } from '../reminders/reminder-offer.routes.ts';
import { tokenOf } from '../sealed/sealed.crypto.ts';
import { countOnDevice, countRefusedVote } from '../watch/counting.routes.ts';
import { type Cast, castBallot, type VoteRefusal } from './voting.store.ts';

/**
 * Review and cast. No trace of these requests may tell one from another (integrity part 0, point 5):
 * `unlogged`, no limit counter, no session written.
 */
export const castingRoutes: readonly Route[] = [
  get(
    urls.voteReview,
    'anyone',
    async (visit) => {
      const loaded = await loadPoll(visit);
      if (!loaded.poll || loaded.state !== 'open') return closedPage(visit, loaded);
      return reviewPage(
        visit,
        loaded,
        loaded.poll,
        basketOf(visit, loaded.poll).map(writeEntry),
        null,
      );
    },
    { unlogged: true },
  ),

  post(
    urls.voteCast,
    'anyone',
    async (visit) => {
      const loaded = await loadPoll(visit);
      const poll = found(loaded.poll, 'poll');
      if (asksForAccount(visit, poll)) throw new Refused(401, 'signed-out');
      const form = await visit.form();
      // of a sealed ballot nothing is shown again: its choices never came
      const choices = poll.settings.sealing ? [] : form.all('choix');
      if (form.text('scrutin') !== poll.id)
        return reviewPage(visit, loaded, poll, choices, 'other-poll');
      let cast: Cast;
      try {
        cast = await castFrom(visit, loaded, poll, form);
      } catch (error) {
        if (error instanceof Refused) throw error;
        // The commit may have been made or not: the same form, sent again, settles it.
        console.error('a vote ended without an answer:', error instanceof Error ? error.stack : '');
        return reviewPage(visit, loaded, poll, choices, null, {
          idempotencyKey: form.text('cle'),
          revision: form.text('revision'),
          nonce: form.text('alea'),
          sealed: form.text('scelle'),
          acceptsPublic: form.has(ACCEPTS_PUBLIC),
        });
      }
      if (!cast.ok) {
        countRefusedVote(visit, loaded, poll, cast.refusal);
        return refusedPage(visit, loaded, poll, choices, cast.refusal);
      }
      // a kiosk is there to be shared, and keeps nothing
      if (!cast.replaced && !cast.again && !(await findPointOfCasting(visit, poll.id)))
        countOnDevice(visit, loaded, poll);
      keepBasket(visit, loaded.edition, []);
      keepFormKey(visit, loaded.edition, form.text('cle'));
      return seeOther(visit, urls.voteReceipt({ edition: loaded.edition.slug }));
    },
    { unlogged: true },
  ),
];

async function castFrom(visit: Visit, { now }: PollVisit, poll: Poll, form: Form): Promise<Cast> {
  const revision = form.text('revision');
  return castBallot(
    visit.db,
    visit.config,
    visit.organisation.id,
    poll,
    {
      ...claimOf(visit),
      pointId: await findPointOfCasting(visit, poll.id),
      choices: form.all('choix'),
      nonce: form.text('alea'),
      idempotencyKey: form.text('cle'),
      believedRevision: /^\d{1,10}$/.test(revision) ? Number(revision) : Number.NaN,
      acceptsPublic: form.has(ACCEPTS_PUBLIC),
      sealed: form.text('scelle'),
    },
    now,
  );
}

function refusedPage(
  visit: Visit,
  loaded: PollVisit,
  poll: Poll,
  choices: readonly string[],
  refusal: VoteRefusal,
): Promise<Page> | Page {
  const { edition, now } = loaded;
  if (refusal === 'already-cast') {
    return page({
      title: m.polls_already_title(),
      section: 'editions',
      status: 409,
      body: <AlreadyCastPage edition={edition} now={now} />,
    });
  }
  return reviewPage(visit, loaded, poll, choices, refusal);
}

/** `retried`: an earlier attempt of this very form has an unknown outcome; it is shown again as it was sent. */
async function reviewPage(
  visit: Visit,
  { edition, now, state }: PollVisit,
  poll: Poll,
  choices: readonly string[],
  refusal: VoteRefusal | 'other-poll' | null,
  retried?: CastFormFields,
): Promise<Page> {
  const [entries, standing] = await Promise.all([
    listEntries(visit, edition, poll),
    findOwnStanding(visit, poll, now),
  ]);
  const reminder = retried ? null : await findOffer(visit, { poll, state, now }, standing);
  const frame = frameOf(poll);
  const checked = checkBallot(poll, choices);
  const about = checked.ok ? null : checked.about;
  // a repair for showing only: what is cast is checked as it was sent
  const basket = keepFitting(choices, frame);
  const form = retried ?? {
    idempotencyKey: randomUUID(),
    revision: String(standing?.revision ?? 0),
    nonce: '',
    sealed: '',
    acceptsPublic: false,
  };
  const inPerson =
    poll.settings.sealing !== undefined &&
    (await hasVotePoints(visit.db, visit.organisation.id, edition.id));
  const token = poll.settings.sealing
    ? tokenOf(visit.config.keysFolder, poll.id, form.idempotencyKey)
    : '';
  return page({
    title: m.polls_review_title(),
    section: 'editions',
    scripts: poll.settings.sealing ? ['cast-ballot.js', 'seal-ballot.js'] : ['cast-ballot.js'],
    ...(refusal && { status: 422, faulty: true }),
    ...(retried && { status: 503 }),
    body: (
      <ReviewPage
        now={now}
        ballot={{
          edition,
          poll,
          frame,
          words: ballotWords(poll, edition.currency),
          basket,
          all: entries,
          action: urls.voteBasket({ edition: edition.slug }),
          problems: new Map(),
          typed: new Map(),
        }}
        voter={
          standing && {
            nickname: visit.visitor?.nickname ?? '',
            refusal: standing.refusal,
            revision: standing.revision,
            onPaper: standing.channel === 'paper',
            declaredInvalid: standing.channel === 'refused',
            hasAccount: visit.visitor !== null,
            markUsed: standing.markUsed,
            contact: visit.organisation.contactEmail,
          }
        }
        form={form}
        token={token}
        inPerson={inPerson}
        problems={
          refusal
            ? {
                [refusal === 'public-vote-not-accepted' ? ACCEPTS_PUBLIC : 'form']:
                  voteRefusalWords(refusal, poll, about, edition.currency),
              }
            : {}
        }
        reminder={reminder}
        unknownOutcome={retried !== undefined}
      />
    ),
  });
}

function keepFormKey(visit: Visit, edition: Edition, key: string): void {
  visit.cookies.set(FORM_KEY, key, { path: urls.vote({ edition: edition.slug }) });
}
