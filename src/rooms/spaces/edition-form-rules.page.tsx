import * as m from '../../paraglide/messages.js';
import { DateField } from '../../ui/date-field.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import { Fieldset } from '../../ui/form.tsx';
import { dateOf } from './calendar-fields.page.tsx';
import type { FieldsProps } from './edition-form-words.page.ts';
import { LONGEST } from './edition-settings.ts';

/** What the organisation writes in its own words: the règlement, and the help of the deposit form (R35, R71). */
export function RulesFields({ typed, problems }: FieldsProps) {
  return (
    <>
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
