import * as m from '../../../paraglide/messages.js';
import type { Problems } from '../../../ui/form.tsx';
import { formatNumber } from '../../../ui/format.ts';
import type { StateBadgeProps } from '../../../ui/tag.tsx';
import { type Help, LONGEST_OFFER, type OfferField, type OfferRefusal } from './help.ts';
import type { Part } from './team.ts';
import type { TestimonyState } from './testimony.ts';

export const partWords: Record<Part, () => string> = {
  holder: m.together_part_holder,
  officer: m.together_part_officer,
  technician: m.together_part_technician,
};

export const helpWords: Record<Help, { name: () => string; hint: () => string }> = {
  time: { name: m.together_help_time, hint: m.together_help_time_hint },
  tools: { name: m.together_help_tools, hint: m.together_help_tools_hint },
  knowledge: { name: m.together_help_knowledge, hint: m.together_help_knowledge_hint },
  other: { name: m.together_help_other, hint: m.together_help_other_hint },
};

export const testimonyLooks: Record<
  TestimonyState,
  { words: () => string; tone: NonNullable<StateBadgeProps['tone']> }
> = {
  waiting: { words: m.together_testimony_waiting, tone: 'now' },
  accepted: { words: m.together_testimony_accepted, tone: 'success' },
  returned: { words: m.together_testimony_returned, tone: 'warning' },
};

const sayTooLong = (max: number): string => m.deliver_refused_too_long({ max: formatNumber(max) });

/** Words that are missing or too long. */
export const sayWordsRefusal = (refusal: 'missing' | 'too-long', longest: number): string =>
  refusal === 'missing' ? m.deliver_refused_missing() : sayTooLong(longest);

const offerRefusals: Record<OfferRefusal, () => string> = {
  'nothing-chosen': m.together_refused_nothing_chosen,
  missing: m.together_refused_offer_missing,
  'too-long': () => sayTooLong(LONGEST_OFFER),
};

export const sayOfferProblems = (problems: Partial<Record<OfferField, OfferRefusal>>): Problems =>
  Object.fromEntries(
    Object.entries(problems).map(([field, refusal]) => [field, offerRefusals[refusal]()]),
  );

export const sayHelps = (helps: readonly Help[]): string =>
  helps
    .map((help, at) => {
      const name = helpWords[help].name();
      return at === 0 ? name : name.charAt(0).toLocaleLowerCase() + name.slice(1);
    })
    .join(', ');
