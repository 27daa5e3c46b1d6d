import * as m from '../../paraglide/messages.js';
import { Checkbox, Radios } from '../../ui/choices.tsx';
import { Field, NumberField, OutputField, TextArea } from '../../ui/field.tsx';
import { Fieldset } from '../../ui/form.tsx';
import { IDEA_PLACES } from './edition.ts';
import { RulesFields } from './edition-form-rules.page.tsx';
import { type FieldsProps, placeAskedWords } from './edition-form-words.page.ts';
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
        <Radios
          name="ideaPlace"
          label={m.territory_setting_place()}
          hint={m.territory_setting_place_hint()}
          value={typed.ideaPlace}
          problems={problems}
          options={IDEA_PLACES.map((value) => ({ value, label: placeAskedWords[value]() }))}
        />
      </Fieldset>
      <Fieldset legend={m.spaces_form_projects()}>
        <TextArea
          name="districts"
          label={m.spaces_form_districts()}
          hint={m.spaces_form_districts_hint()}
          value={typed.districts}
          problems={problems}
          rows={4}
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
      <RulesFields typed={typed} problems={problems} />
    </>
  );
}
