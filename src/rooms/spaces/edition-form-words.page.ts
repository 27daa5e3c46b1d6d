import * as m from '../../paraglide/messages.js';
import type { Problems } from '../../ui/form.tsx';
import { formatMoney, formatNumber } from '../../ui/format.ts';
import type { CalendarRefusal } from './calendar.ts';
import { LONGEST_CRITERION, LONGEST_CRITERION_HELP, MOST_CRITERIA } from './criteria.ts';
import { LONGEST_DISTRICT, MOST_DISTRICTS } from './districts.ts';
import { type IdeaPlaceAsked, STEPS } from './edition.ts';
import { LONGEST, RANGES, type SettingsField, type SettingsRefusal } from './edition-settings.ts';
import type { SavingRefusal } from './edition-writing.store.ts';
import { LONGEST_ENVELOPE_NAME, MOST_ENVELOPES, MOST_MONEY } from './envelopes.ts';
import { stepWords } from './step-words.page.ts';

export const placeAskedWords: Record<IdeaPlaceAsked, () => string> = {
  'not-asked': m.territory_setting_place_not_asked,
  optional: m.territory_setting_place_optional,
  required: m.territory_setting_place_required,
};

/** Values of a form as they were typed, by name of field. */
export type Typed = Record<string, string>;

export interface FieldsProps {
  typed: Typed;
  problems: Problems;
}

type MoneyRefusal = 'no-amount' | 'not-an-amount' | 'negative-amount' | 'amount-too-large';
export type SettingsProblems = Partial<
  Record<SettingsField, SettingsRefusal | MoneyRefusal | 'no-such-day' | SavingRefusal>
>;
export type CalendarProblems = Record<string, CalendarRefusal>;

type AnyRefusal = NonNullable<SettingsProblems[SettingsField]> | CalendarRefusal;

const words: Record<AnyRefusal, (field: string) => string> = {
  missing: m.spaces_problem_missing,
  'too-long': (field) => m.spaces_problem_too_long({ max: formatNumber(longestOf(field)) }),
  'not-a-slug': m.spaces_problem_not_a_slug,
  'slug-reserved': m.spaces_problem_slug_reserved,
  'slug-is-permanent': m.spaces_problem_slug_is_permanent,
  'slug-taken': m.spaces_problem_slug_taken,
  'no-envelope': m.spaces_problem_no_envelope,
  'envelope-too-large': () => m.spaces_problem_amount_too_large({ max: formatMoney(MOST_MONEY) }),
  'no-amount': m.spaces_problem_no_envelope,
  'not-an-amount': m.spaces_problem_not_an_amount,
  'negative-amount': m.spaces_problem_negative_amount,
  'amount-too-large': () => m.spaces_problem_amount_too_large({ max: formatMoney(MOST_MONEY) }),
  'out-of-range': (field) => {
    const [min, max] = RANGES[field as keyof typeof RANGES];
    return m.spaces_problem_out_of_range({ min: formatNumber(min), max: formatNumber(max) });
  },
  'minimum-over-maximum': m.spaces_problem_minimum_over_maximum,
  'vote-has-begun': m.spaces_problem_vote_has_begun,
  'no-category': m.spaces_problem_no_category,
  'too-many-categories': m.spaces_problem_too_many_categories,
  'category-too-long': m.spaces_problem_category_too_long,
  'category-repeated': m.spaces_problem_category_repeated,
  'category-in-use': m.spaces_problem_category_in_use,
  'too-many-districts': () => m.spaces_problem_too_many_districts({ max: MOST_DISTRICTS }),
  'district-too-long': () => m.spaces_problem_district_too_long({ max: LONGEST_DISTRICT }),
  'district-repeated': m.spaces_problem_district_repeated,
  'district-in-use': m.spaces_problem_district_in_use,
  'district-frozen': m.spaces_problem_district_frozen,
  'envelope-without-target': m.setup_problem_no_target,
  'envelope-target-unknown': m.setup_problem_target_unknown,
  'envelope-target-repeated': m.setup_problem_target_repeated,
  'envelope-name-too-long': () => m.spaces_problem_too_long({ max: LONGEST_ENVELOPE_NAME }),
  'cap-over-amount': m.setup_problem_cap,
  'floor-over-cap': m.setup_problem_floor,
  'envelopes-make-another-whole': m.setup_problem_sum,
  'too-many-envelopes': () => m.setup_problem_too_many_envelopes({ max: MOST_ENVELOPES }),
  'criterion-too-long': (field) =>
    m.spaces_problem_too_long({
      max: field.endsWith('-help') ? LONGEST_CRITERION_HELP : LONGEST_CRITERION,
    }),
  'criterion-repeated': m.setup_problem_criterion_repeated,
  'too-many-criteria': () => m.setup_problem_too_many_criteria({ max: MOST_CRITERIA }),
  'criterion-in-use': m.setup_problem_criterion_in_use,
  'not-a-ballot': m.setup_problem_ballot,
  'has-an-envelope': m.setup_problem_has_envelope,
  'no-start': m.spaces_problem_no_start,
  'no-end': m.spaces_problem_no_end,
  'no-such-day': m.spaces_problem_no_such_day,
  'no-such-time': m.spaces_problem_no_such_time,
  'ends-before-start': m.spaces_problem_ends_before_start,
  'starts-before-previous-ends': m.spaces_problem_starts_before_previous_ends,
};

const fieldOf: Record<SavingRefusal, SettingsField> = {
  'slug-taken': 'slug',
  'category-in-use': 'categories',
  'criterion-in-use': 'criterion-1-name',
  'district-in-use': 'districts',
  'district-frozen': 'districts',
};

/** Words for what the database refused, beside the field it is about. */
export function savingWords(refusal: SavingRefusal): Problems {
  return problemWords({ [fieldOf[refusal]]: refusal });
}

function longestOf(field: string): number {
  return field.startsWith('ideaHelp-') ? LONGEST.ideaHelp : LONGEST[field as 'title'];
}

/** Words for what does not hold, in the order of the fields. */
export function problemWords(problems: SettingsProblems | CalendarProblems): Problems {
  return Object.fromEntries(
    Object.entries(problems).map(([field, refusal]) => [
      field,
      words[refusal as AnyRefusal](field),
    ]),
  );
}

/** What the summary adds to words that several fields share: « Étude : indiquez le jour… ». */
export function fieldLabels(): Record<string, string> {
  return {
    title: m.spaces_form_title(),
    slug: m.spaces_form_slug(),
    summary: m.spaces_form_summary(),
    districts: m.spaces_form_districts_short(),
    maximumIdeas: m.spaces_form_maximum_ideas(),
    ideaLength: m.spaces_form_idea_length(),
    editMinutes: m.spaces_form_edit_minutes(),
    commentsOpen: m.comments_setting(),
    ideaPlace: m.territory_setting_place(),
    minimumAgePropose: m.spaces_form_age_propose(),
    minimumAgeVote: m.spaces_form_age_vote(),
    minimumChoices: m.spaces_form_minimum_choices(),
    maximumChoices: m.spaces_form_maximum_choices(),
    rulesText: m.spaces_form_rules_text(),
    councilDecision: m.spaces_form_decision(),
    councilDecisionOn: m.spaces_form_decision_on(),
    responsibleOfficial: m.spaces_form_official(),
    'ideaHelp-title': m.spaces_form_help_title(),
    'ideaHelp-body': m.spaces_form_help_body(),
    'ideaHelp-category': m.spaces_form_help_category(),
    'ideaHelp-files': m.spaces_form_help_files(),
    ...Object.fromEntries(
      STEPS.flatMap((step) => {
        const name = stepWords[step].name();
        return [
          [`${step}-starts`, name],
          [`${step}-ends`, name],
        ];
      }),
    ),
  };
}

/** What somebody else saved while the form was open, said beside each field that differs. */
export function conflictWords(saved: Record<string, string>): Problems {
  return Object.fromEntries(
    Object.entries(saved).map(([field, value]) => [
      field,
      value === ''
        ? m.spaces_conflict_field_empty()
        : m.spaces_conflict_field({ saved: value.replaceAll('\n', ', ') }),
    ]),
  );
}
