import * as m from '../../paraglide/messages.js';
import { Checkbox } from '../../ui/choices.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Field, NumberField, OutputField, TextArea } from '../../ui/field.tsx';
import { Fieldset } from '../../ui/form.tsx';
import { dateOf } from './calendar-fields.page.tsx';
import type { FieldsProps } from './edition-form-words.page.ts';
import { LONGEST } from './edition-settings.ts';

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
        <NumberField
          name="maximumIdeas"
          label={m.spaces_form_maximum_ideas()}
          value={typed.maximumIdeas}
          problems={problems}
        />
        <NumberField
          name="ideaLength"
          label={m.spaces_form_idea_length()}
          value={typed.ideaLength}
          problems={problems}
          suffix={m.spaces_form_characters()}
        />
        <NumberField
          name="editMinutes"
          label={m.spaces_form_edit_minutes()}
          hint={m.spaces_form_edit_minutes_hint()}
          value={typed.editMinutes}
          problems={problems}
          suffix={m.spaces_form_minutes()}
        />
      </Fieldset>
      <Fieldset legend={m.spaces_form_people()}>
        <NumberField
          name="minimumAgePropose"
          label={m.spaces_form_age_propose()}
          hint={m.spaces_form_age_hint()}
          value={typed.minimumAgePropose}
          problems={problems}
          suffix={m.spaces_form_years()}
        />
        <NumberField
          name="minimumAgeVote"
          label={m.spaces_form_age_vote()}
          hint={m.spaces_form_age_hint()}
          value={typed.minimumAgeVote}
          problems={problems}
          suffix={m.spaces_form_years()}
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
        <NumberField
          name="minimumChoices"
          label={m.spaces_form_minimum_choices()}
          value={typed.minimumChoices}
          problems={problems}
        />
        <NumberField
          name="maximumChoices"
          label={m.spaces_form_maximum_choices()}
          value={typed.maximumChoices}
          problems={problems}
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
