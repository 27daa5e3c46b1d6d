import * as m from '../../../paraglide/messages.js';
import { formatMoney } from '../../../ui/format.ts';
import type { VoteRefusal } from '../box/voting.store.ts';
import type { Poll } from '../poll.ts';
import type { Envelope, GroupLimit } from '../settings.ts';
import type { BallotRefusal, RefusedBallot } from './ballot.ts';
import { mostPoints } from './ballot-frame.ts';
import { groupName } from './ballot-words.page.ts';
import { frameOf } from './frame-of-poll.ts';

type About = RefusedBallot['about'];

/**
 * A word for every reason why a ballot does not go into the box; `about` is the envelope or the group of
 * which it speaks, as `checkBallot` says it.
 */
export function voteRefusalWords(
  refusal: VoteRefusal | 'other-poll',
  poll: Poll,
  about: About,
  currency: string,
): string {
  return isOfBallot(refusal)
    ? ballotRefusalWords(refusal, poll, about, currency)
    : otherWords[refusal](poll);
}

type OtherRefusal = Exclude<VoteRefusal | 'other-poll', BallotRefusal>;

const isOfBallot = (refusal: VoteRefusal | 'other-poll'): refusal is BallotRefusal =>
  !Object.hasOwn(otherWords, refusal);

const otherWords: Record<OtherRefusal, (poll: Poll) => string> = {
  'account-not-confirmed': m.polls_review_not_confirmed,
  'identity-not-declared': m.polls_refused_identity,
  'method-missing': m.electorate_refused_method,
  'too-young': (poll) => m.polls_refused_young({ age: poll.minimumAge }),
  'not-a-resident': m.polls_refused_resident,
  'poll-not-open-yet': m.polls_refused_waiting,
  'poll-closed': m.polls_refused_closed,
  'poll-locked': m.polls_locked,
  'box-out-of-reach': m.polls_refused_box,
  'already-cast': m.polls_already,
  'key-used-for-another-ballot': m.polls_refused_key,
  'voted-on-paper': m.polls_review_paper,
  'mark-used': m.polls_refused_mailbox,
  'voted-online': m.electorate_refused_voted_online,
  'ballot-not-sealed': m.sealed_refused_missing,
  'sealed-ballot-damaged': m.sealed_refused_damaged,
  'ballot-copied': m.sealed_refused_copied,
  'declared-invalid': m.watch_refused_vote,
  'form-damaged': m.polls_refused_form,
  'public-vote-not-accepted': m.public_accept_missing,
  'other-poll': m.polls_refused_other_poll,
};

function ballotRefusalWords(
  refusal: BallotRefusal,
  poll: Poll,
  about: About,
  currency: string,
): string {
  const { subject } = poll.settings;
  const frame = frameOf(poll);
  const envelope = about && 'key' in about ? about : null;
  const group = about && 'by' in about ? about : null;
  const limits = envelope?.limits ?? {};
  const money = (cents = 0) => formatMoney(cents, currency);
  const least = envelope?.minimumChoices ?? group?.minimum ?? frame.minimumChoices;
  const most = envelope?.maximumChoices ?? group?.maximum ?? frame.maximumChoices;
  const tooFew = m.ballot_box_too_few({ count: least, subject });
  const tooMany = m.ballot_box_too_many({ count: most, subject });
  const words: Record<BallotRefusal, () => string> = {
    'no-choice': () => m.ballot_box_nothing({ subject }),
    'too-few-choices': () => tooFew,
    'too-many-choices': () => tooMany,
    'too-few-in-group': () => tooFew,
    'too-many-in-group': () => tooMany,
    'unknown-option': m.polls_refused_unknown,
    'duplicate-choice': m.polls_refused_duplicate,
    'points-not-matching': m.ballot_box_not_matching,
    'points-over-max': () =>
      envelope
        ? m.ballot_box_each({ count: mostPoints(frame, envelope.key) ?? 0 })
        : m.ballot_box_answer(),
    'points-sum-over-max': () => m.ballot_box_points_over({ count: limits.maxSumPoints ?? 0 }),
    'points-sum-under-min': () => m.ballot_box_points_under({ count: limits.minSumPoints ?? 0 }),
    'over-envelope': () => m.ballot_box_over_envelope({ amount: money(limits.maxSumCost) }),
    'under-envelope-share': () => m.ballot_box_under_share({ amount: money(limits.minSumCost) }),
    'two-envelopes-of-one-choice': () =>
      m.ballot_box_two_districts({ district: envelope?.label ?? '' }),
  };
  const said = words[refusal]();
  const scope = refusal === 'two-envelopes-of-one-choice' ? null : nameOf(envelope, group);
  return scope ? m.ballot_scope({ scope, words: lowerFirst(said) }) : said;
}

/** The only envelope of a poll has no name: it is the whole ballot. */
function nameOf(envelope: Envelope | null, group: GroupLimit | null): string | null {
  if (group) return groupName(group);
  return envelope?.label || null;
}

function lowerFirst(words: string): string {
  const [first = '', ...rest] = words;
  return first.toLocaleLowerCase() + rest.join('');
}
