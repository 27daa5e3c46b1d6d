import * as m from '../../paraglide/messages.js';
import { formatNumber } from '../../ui/format.ts';
import type {
  AssemblyRefusal,
  AssemblyState,
  College,
  ItemRefusal,
  ProxyRefusal,
  Voter,
} from './assembly.ts';
import type { StepRefusal } from './assembly-writing.store.ts';
import type { CastingRefusal } from './casting.store.ts';
import type { ItemWritten } from './item.store.ts';
import type { AssemblyVote, Choice, Majority, Mode, OpeningRefusal } from './vote.ts';

export const stateWords: Record<AssemblyState, () => string> = {
  prepared: m.assembly_state_prepared,
  convened: m.assembly_state_convened,
  open: m.assembly_state_open,
  closed: m.assembly_state_closed,
};
export const stateTones: Record<AssemblyState, 'warning' | 'info' | 'now' | 'neutral'> = {
  prepared: 'warning',
  convened: 'info',
  open: 'now',
  closed: 'neutral',
};

export const choiceWords: Record<Choice, () => string> = {
  yes: m.assembly_choice_yes,
  no: m.assembly_choice_no,
  abstained: m.assembly_choice_abstained,
};
export const modeWords: Record<Mode, () => string> = {
  open: m.assembly_mode_open,
  secret: m.assembly_mode_secret,
};
export const modeHints: Record<Mode, () => string> = {
  open: m.assembly_mode_open_hint,
  secret: m.assembly_mode_secret_hint,
};
export const majorityWords: Record<Majority, () => string> = {
  simple: m.assembly_majority_simple,
  absolute: m.assembly_majority_absolute,
  'two-thirds': m.assembly_majority_two_thirds,
};
export const majorityHints: Record<Majority, () => string> = {
  simple: m.assembly_majority_simple_hint,
  absolute: m.assembly_majority_absolute_hint,
  'two-thirds': m.assembly_majority_two_thirds_hint,
};

type Refusal =
  | AssemblyRefusal
  | ItemRefusal
  | ProxyRefusal
  | StepRefusal
  | OpeningRefusal
  | CastingRefusal
  | Exclude<ItemWritten, { ok: true }>['refusal']
  | 'begun'
  | 'changed-meanwhile'
  | 'vote-missing'
  | 'votes-wrong'
  | 'roll-voted';

const WORDS: Record<Refusal, () => string> = {
  'title-missing': m.assembly_refused_title,
  'text-too-long': m.assembly_refused_long,
  'meeting-missing': m.assembly_refused_meeting,
  'quorum-wrong': m.assembly_refused_quorum,
  'proxies-wrong': m.assembly_refused_proxies,
  'colleges-wrong': m.assembly_refused_colleges,
  'shares-wrong': m.assembly_refused_shares,
  'minutes-wrong': m.assembly_refused_minutes,
  'assembly-closed': m.assembly_refused_proxy_now,
  'not-on-roll': m.assembly_refused_not_on_roll,
  'to-oneself': m.assembly_refused_to_oneself,
  'holder-not-on-roll': m.assembly_refused_holder,
  'holder-full': m.assembly_refused_holder_full,
  'holder-gave-theirs': m.assembly_refused_holder_gave,
  'holds-proxies': m.assembly_refused_holds,
  'no-proxies': m.assembly_refused_no_proxies,
  'not-now': m.assembly_refused_not_now,
  'agenda-empty': m.assembly_refused_agenda_empty,
  'roll-empty': m.assembly_refused_roll_empty,
  'vote-open': m.assembly_refused_vote_open,
  'not-open': m.assembly_refused_not_open,
  'not-a-resolution': m.assembly_refused_not_resolution,
  'voted-already': m.assembly_refused_voted_already,
  'no-quorum': m.assembly_refused_no_quorum,
  closed: m.assembly_refused_closed,
  'not-yours': m.assembly_refused_not_yours,
  'not-counted': m.assembly_refused_not_counted,
  'too-many-items': m.assembly_refused_many_items,
  'voted-on': m.assembly_refused_voted_on,
  gone: m.assembly_refused_gone,
  begun: m.assembly_refused_begun,
  'changed-meanwhile': m.assembly_refused_meanwhile,
  'vote-missing': m.assembly_refused_choice_missing,
  'votes-wrong': m.assembly_refused_votes,
  'roll-voted': m.assembly_refused_roll_voted,
};
export const sayRefusal = (refusal: Refusal): string => WORDS[refusal]();

/** « 3 voix » */
export const votesWords = (count: number): string =>
  m.assembly_votes({ count, shown: formatNumber(count) });

/** Somebody on the roll as the others know them. */
export const voterWords = (
  { personId, speaksFor }: Pick<Voter, 'personId' | 'speaksFor'>,
  names: ReadonlyMap<string, string>,
): string => {
  const name = names.get(personId) ?? m.personal_erased_name();
  return speaksFor === '' ? name : m.assembly_speaks_for({ name, body: speaksFor });
};

export const collegeWords = (key: string, colleges: readonly College[]): string =>
  colleges.find((college) => college.key === key)?.name ?? m.assembly_all_votes();

/** What a vote came to, in a few words. */
export const outcomeWords = ({ isAdopted }: Pick<AssemblyVote, 'isAdopted'>): string =>
  isAdopted ? m.assembly_adopted() : m.assembly_rejected();
