import * as m from '../../paraglide/messages.js';
import type { PaperField, PaperRefusal, WorkshopField, WorkshopRefusal } from '../ideas/index.ts';
import type { OutreachField, OutreachRefusal } from './outreach.ts';

const paper: Record<PaperRefusal, () => string> = {
  'name-missing': m.entry_problem_name,
  'name-too-long': m.entry_problem_too_long,
  'email-unreadable': m.entry_problem_email,
  'phone-too-long': m.entry_problem_too_long,
  'postal-too-long': m.entry_problem_too_long,
  'signature-too-long': m.entry_problem_too_long,
  'consent-missing': m.entry_problem_consent,
  'day-missing': m.entry_problem_day,
  'day-to-come': m.entry_problem_day_to_come,
};

const workshop: Record<WorkshopRefusal, () => string> = {
  'title-missing': m.entry_problem_workshop_title,
  'title-too-long': m.entry_problem_too_long,
  'day-missing': m.entry_problem_day,
  'place-too-long': m.entry_problem_too_long,
  'not-a-number': m.entry_problem_number,
  'notes-too-long': m.entry_problem_too_long,
};

const outreach: Record<OutreachRefusal, () => string> = {
  'day-missing': m.entry_problem_day,
  'day-to-come': m.entry_problem_day_to_come,
  'place-missing': m.entry_problem_place,
  'place-too-long': m.entry_problem_too_long,
  'people-missing': m.entry_problem_people,
  'notes-too-long': m.entry_problem_too_long,
};

const inWords =
  <Refusal extends string>(words: Record<Refusal, () => string>) =>
  (problems: Partial<Record<string, Refusal>>): Record<string, string> =>
    Object.fromEntries(
      Object.entries(problems).map(([field, refusal]) => [field, words[refusal as Refusal]()]),
    );

export const paperProblems: (
  problems: Partial<Record<PaperField, PaperRefusal>>,
) => Record<string, string> = inWords(paper);
export const workshopProblems: (
  problems: Partial<Record<WorkshopField, WorkshopRefusal>>,
) => Record<string, string> = inWords(workshop);
export const outreachProblems: (
  problems: Partial<Record<OutreachField, OutreachRefusal>>,
) => Record<string, string> = inWords(outreach);

/** What is to be said of a place before an idea is entered, by field; empty: nothing. */
export function placeWords({
  again,
  fields,
}: {
  again: 'searched' | 'refused' | 'outside' | null;
  fields: { problems: Record<string, string> } | null;
}): Record<string, string> {
  return again === 'outside' ? { where: m.entry_place_outside() } : (fields?.problems ?? {});
}

/** Why an idea cannot be entered, apart from its text. */
export function entryWords(
  refusal: 'collection-closed' | 'too-many-ideas' | 'text-refused' | 'not-found',
  { maximumIdeas }: { maximumIdeas: number },
): string {
  if (refusal === 'too-many-ideas') return m.entry_refused_too_many({ count: maximumIdeas });
  return m.entry_refused_closed();
}
