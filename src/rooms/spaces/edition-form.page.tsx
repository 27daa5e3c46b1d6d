import * as m from '../../paraglide/messages.js';
import { Checkbox } from '../../ui/choices.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Field, OutputField, TextArea } from '../../ui/field.tsx';
import { Fieldset, type Problems } from '../../ui/form.tsx';
import { formatMoney, formatNumber } from '../../ui/format.ts';
import type { CalendarRefusal } from './calendar.ts';
import { STEPS } from './edition.ts';
import {
  LONGEST,
  MOST_MONEY,
  RANGES,
  type SettingsField,
  type SettingsRefusal,
} from './edition-settings.ts';
import { stepWords } from './step-words.page.ts';

/** Values of a form as they were typed, by name of field. */
export type Typed = Record<string, string>;

type MoneyRefusal = 'no-amount' | 'not-an-amount' | 'negative-amount' | 'amount-too-large';
export type SettingsProblems = Partial<
  Record<
    SettingsField,
    SettingsRefusal | MoneyRefusal | 'no-such-day' | 'slug-taken' | 'category-in-use'
  >
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
  'no-category': m.spaces_problem_no_category,
  'too-many-categories': m.spaces_problem_too_many_categories,
  'category-too-long': m.spaces_problem_category_too_long,
  'category-repeated': m.spaces_problem_category_repeated,
  'category-in-use': m.spaces_problem_category_in_use,
  'no-start': m.spaces_problem_no_start,
  'no-end': m.spaces_problem_no_end,
  'no-such-day': m.spaces_problem_no_such_day,
  'no-such-time': m.spaces_problem_no_such_time,
  'ends-before-start': m.spaces_problem_ends_before_start,
  'starts-before-previous-ends': m.spaces_problem_starts_before_previous_ends,
};

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

interface FieldsProps {
  typed: Typed;
  problems: Problems;
}

/** What the edition is about: the first half of a new edition, and its settings later on. */
export function SettingsFields({
  typed,
  problems,
  permanentSlug,
}: FieldsProps & { permanentSlug?: string | undefined }) {
  return (
    <>
      <Fieldset legend={m.spaces_form_presentation()}>
        <Field
          name="title"
          label={m.spaces_form_title()}
          hint={m.spaces_form_title_hint()}
          value={typed.title}
          problems={problems}
          required
        />
        {permanentSlug === undefined ? (
          <Field
            name="slug"
            label={m.spaces_form_slug()}
            hint={m.spaces_form_slug_hint()}
            value={typed.slug}
            problems={problems}
            spellcheck={false}
            width="medium"
          />
        ) : (
          <OutputField label={m.spaces_form_slug()}>
            <code>{permanentSlug}</code> {m.spaces_form_slug_permanent()}
            <input type="hidden" name="slug" value={permanentSlug} />
          </OutputField>
        )}
        <TextArea
          name="summary"
          label={m.spaces_form_summary()}
          hint={m.spaces_form_summary_hint()}
          value={typed.summary}
          problems={problems}
          rows={4}
          limit={LONGEST.summary}
        />
      </Fieldset>
      <Fieldset legend={m.spaces_form_money()}>
        <Field
          name="envelope"
          label={m.spaces_form_envelope()}
          hint={m.spaces_form_envelope_hint()}
          value={typed.envelope}
          problems={problems}
          inputMode="decimal"
          width="medium"
          suffix="€"
          required
        />
      </Fieldset>
      <Fieldset legend={m.spaces_form_ideas()}>
        <TextArea
          name="categories"
          label={m.spaces_form_categories()}
          hint={m.spaces_form_categories_hint()}
          value={typed.categories}
          problems={problems}
          rows={7}
          required
        />
        <Field
          name="maximumIdeas"
          label={m.spaces_form_maximum_ideas()}
          value={typed.maximumIdeas}
          problems={problems}
          inputMode="numeric"
          width="short"
          required
        />
        <Field
          name="ideaLength"
          label={m.spaces_form_idea_length()}
          value={typed.ideaLength}
          problems={problems}
          inputMode="numeric"
          width="short"
          suffix={m.spaces_form_characters()}
          required
        />
        <Field
          name="editMinutes"
          label={m.spaces_form_edit_minutes()}
          hint={m.spaces_form_edit_minutes_hint()}
          value={typed.editMinutes}
          problems={problems}
          inputMode="numeric"
          width="short"
          suffix={m.spaces_form_minutes()}
          required
        />
      </Fieldset>
      <Fieldset legend={m.spaces_form_people()}>
        <Field
          name="minimumAgePropose"
          label={m.spaces_form_age_propose()}
          hint={m.spaces_form_age_hint()}
          value={typed.minimumAgePropose}
          problems={problems}
          inputMode="numeric"
          width="short"
          suffix={m.spaces_form_years()}
          required
        />
        <Field
          name="minimumAgeVote"
          label={m.spaces_form_age_vote()}
          hint={m.spaces_form_age_hint()}
          value={typed.minimumAgeVote}
          problems={problems}
          inputMode="numeric"
          width="short"
          suffix={m.spaces_form_years()}
          required
        />
        <Checkbox
          name="residenceRequired"
          label={m.spaces_form_residence()}
          hint={m.spaces_form_residence_hint()}
          checked={typed.residenceRequired === 'oui'}
          problems={problems}
        />
      </Fieldset>
      <Fieldset legend={m.spaces_form_vote()}>
        <Field
          name="minimumChoices"
          label={m.spaces_form_minimum_choices()}
          value={typed.minimumChoices}
          problems={problems}
          inputMode="numeric"
          width="short"
          required
        />
        <Field
          name="maximumChoices"
          label={m.spaces_form_maximum_choices()}
          value={typed.maximumChoices}
          problems={problems}
          inputMode="numeric"
          width="short"
          required
        />
      </Fieldset>
      <Fieldset legend={m.spaces_form_rules()} hint={m.spaces_form_rules_hint()} id="rules-group">
        <TextArea
          name="rulesText"
          label={m.spaces_form_rules_text()}
          hint={m.spaces_form_rules_text_hint()}
          value={typed.rulesText}
          problems={problems}
          rows={8}
          limit={LONGEST.rulesText}
        />
        <Field
          name="councilDecision"
          label={m.spaces_form_decision()}
          hint={m.spaces_form_decision_hint()}
          value={typed.councilDecision}
          problems={problems}
          width="medium"
        />
        <DateField
          name="councilDecisionOn"
          label={m.spaces_form_decision_on()}
          value={dateOf(typed, 'councilDecisionOn')}
          problems={problems}
        />
        <Field
          name="responsibleOfficial"
          label={m.spaces_form_official()}
          hint={m.spaces_form_official_hint()}
          value={typed.responsibleOfficial}
          problems={problems}
          width="medium"
        />
      </Fieldset>
      <Fieldset legend={m.spaces_form_help()} hint={m.spaces_form_help_hint()} id="help-group">
        <Field
          name="ideaHelp-title"
          label={m.spaces_form_help_title()}
          value={typed['ideaHelp-title']}
          problems={problems}
        />
        <TextArea
          name="ideaHelp-body"
          label={m.spaces_form_help_body()}
          value={typed['ideaHelp-body']}
          problems={problems}
          rows={2}
        />
        <Field
          name="ideaHelp-category"
          label={m.spaces_form_help_category()}
          value={typed['ideaHelp-category']}
          problems={problems}
        />
        <Field
          name="ideaHelp-files"
          label={m.spaces_form_help_files()}
          value={typed['ideaHelp-files']}
          problems={problems}
        />
      </Fieldset>
    </>
  );
}

/** The five phases, each with the day and time it starts and ends (R31). */
export function CalendarFields({ typed, problems }: FieldsProps) {
  return (
    <>
      {STEPS.map((step, index) => (
        <Fieldset
          key={step}
          id={`${step}-phase`}
          legend={m.spaces_form_phase({ number: index + 1, name: stepWords[step].name() })}
          hint={stepWords[step].what()}
        >
          <DateField
            name={`${step}-starts`}
            label={m.spaces_form_starts()}
            value={dateOf(typed, `${step}-starts`)}
            withTime
            problems={problems}
            required
          />
          <DateField
            name={`${step}-ends`}
            label={m.spaces_form_ends()}
            {...(step === 'delivery' && { hint: m.spaces_form_ends_optional() })}
            value={dateOf(typed, `${step}-ends`)}
            withTime
            problems={problems}
            required={step !== 'delivery'}
          />
        </Fieldset>
      ))}
    </>
  );
}

function dateOf(typed: Typed, name: string) {
  return {
    day: typed[`${name}-day`] ?? '',
    month: typed[`${name}-month`] ?? '',
    year: typed[`${name}-year`] ?? '',
    time: typed[`${name}-time`] ?? '',
  };
}
