import * as m from '../../../paraglide/messages.js';
import type { Problems } from '../../../ui/form.tsx';
import type { PollState } from '../poll.ts';
import type { AdoptionField, AdoptionOpeningRefusal, AdoptionRefusal } from './adoption.ts';

const refusalWords: Record<AdoptionRefusal, () => string> = {
  'questions-missing': m.adoption_refused_none,
  'too-many-questions': m.adoption_refused_many,
  'question-too-long': m.adoption_refused_question_long,
  'question-twice': m.adoption_refused_twice,
  'text-too-long': m.adoption_refused_text_long,
  'closes-before-opening': m.adoption_refused_order,
  'closes-in-the-past': m.adoption_refused_past,
};

const fieldNames: Record<AdoptionField, string> = {
  body: 'texte',
  questions: 'questions',
  closesAt: 'cloture',
};

/** What is wrong with the form, beside its fields. */
export const adoptionProblems = (
  refusals: Partial<Record<AdoptionField, AdoptionRefusal>>,
): Problems =>
  Object.fromEntries(
    Object.entries(refusals).map(([field, refusal]) => [
      fieldNames[field as AdoptionField],
      refusalWords[refusal](),
    ]),
  );

/** What stands in the way of the opening, and what is done about it. */
export const openingRefusalWords: Record<AdoptionOpeningRefusal, () => string> = {
  'space-not-open': m.adoption_not_yet_space,
  'component-hidden': m.adoption_not_yet_hidden,
  'list-empty': m.adoption_not_yet_list,
  'closes-in-the-past': m.adoption_not_yet_past,
  'opened-already': m.adoption_not_yet_opened,
  'changed-meanwhile': m.adoption_not_yet_changed,
};

/** How the vote stands for who comes to vote. */
export const adoptionStateWords: Record<PollState, () => string> = {
  waiting: m.adoption_state_waiting,
  open: m.adoption_state_open,
  closed: m.adoption_state_closed,
  sealed: m.adoption_state_closed,
  counted: m.adoption_state_closed,
  published: m.adoption_state_published,
  locked: m.polls_locked_title,
};
