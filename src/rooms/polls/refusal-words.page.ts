import * as m from '../../paraglide/messages.js';
import type { Poll } from './poll.ts';
import type { VoteRefusal } from './voting.store.ts';

/** A word for every reason why a ballot does not go into the box. */
export const voteRefusalWords: Record<VoteRefusal | 'other-poll', (poll: Poll) => string> = {
  'no-choice': m.polls_refused_no_choice,
  'too-few-choices': (poll) => m.polls_review_more({ count: poll.minimumChoices }),
  'too-many-choices': (poll) => m.polls_refused_too_many({ count: poll.maximumChoices }),
  'unknown-option': m.polls_refused_unknown,
  'duplicate-choice': m.polls_refused_duplicate,
  'points-not-matching': m.polls_refused_form,
  'points-over-max': m.polls_refused_form,
  'points-sum-over-max': m.polls_refused_form,
  'points-sum-under-min': m.polls_refused_form,
  'over-envelope': m.polls_refused_form,
  'under-envelope-share': m.polls_refused_form,
  'two-envelopes-of-one-choice': m.polls_refused_form,
  'too-many-in-group': m.polls_refused_form,
  'too-few-in-group': m.polls_refused_form,
  'account-not-confirmed': m.polls_review_not_confirmed,
  'identity-not-declared': m.polls_refused_identity,
  'too-young': (poll) => m.polls_refused_young({ age: poll.minimumAge }),
  'not-a-resident': m.polls_refused_resident,
  'poll-not-open-yet': m.polls_refused_waiting,
  'poll-closed': m.polls_refused_closed,
  'poll-locked': m.polls_locked,
  'box-out-of-reach': m.polls_refused_box,
  'already-cast': m.polls_already,
  'key-used-for-another-ballot': m.polls_refused_key,
  'voted-on-paper': m.polls_review_paper,
  'form-damaged': m.polls_refused_form,
  'public-vote-not-accepted': m.public_accept_missing,
  'other-poll': m.polls_refused_other_poll,
};
