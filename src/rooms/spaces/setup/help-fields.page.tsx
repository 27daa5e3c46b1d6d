import * as m from '../../../paraglide/messages.js';
import { Field, TextArea } from '../../../ui/field.tsx';
import { Fieldset, SubmitButton } from '../../../ui/form.tsx';
import { Panel } from '../../../ui/layout.tsx';
import type { Edition } from '../edition.ts';
import type { FieldsProps } from '../edition-form-words.page.ts';

/** The organisation's own help beside the fields of the deposit form, and how residents will read it (R71). */
export function HelpFields({ edition, typed, problems }: FieldsProps & { edition: Edition }) {
  return (
    <>
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
      <Preview edition={edition} typed={typed} />
    </>
  );
}

/** Shows what would be read, and saves nothing. */
export function PreviewButton() {
  return (
    <SubmitButton kind="secondary" icon="eye" name="act" value="preview">
      {m.setup_help_show()}
    </SubmitButton>
  );
}

function Preview({ edition, typed }: { edition: Edition; typed: FieldsProps['typed'] }) {
  const shown = [
    { label: m.ideas_field_title(), help: typed['ideaHelp-title'] || m.setup_help_usual_title() },
    {
      label: m.ideas_field_category(),
      help: typed['ideaHelp-category'] || m.ideas_help_category(),
      choices: edition.categories.map(({ name }) => name),
    },
    { label: m.ideas_field_body(), help: typed['ideaHelp-body'] || m.ideas_help_body() },
    { label: m.ideas_field_file(), help: typed['ideaHelp-files'] || m.setup_help_usual_files() },
  ];
  return (
    <div id="apercu">
      <Panel title={m.setup_help_preview()}>
        {shown.map(({ label, help, choices = [] }) => (
          <div key={label} class="field">
            <p class="field-label">{label}</p>
            <p class="hint">
              <bdi>{help}</bdi>
            </p>
            {choices.length > 0 && <p>{choices.join(' · ')}</p>}
          </div>
        ))}
      </Panel>
    </div>
  );
}
