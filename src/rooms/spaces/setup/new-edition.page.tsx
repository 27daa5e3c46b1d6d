import * as m from '../../../paraglide/messages.js';
import { Radios } from '../../../ui/choices.tsx';
import { ErrorSummary, Form, Hidden, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { Column, Section } from '../../../ui/layout.tsx';
import { List } from '../../../ui/list.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import type { Edition } from '../edition.ts';
import { FORM_KEY } from './form-name.ts';
import { EndStep } from './part-frame.page.tsx';
import { presetWords } from './part-words.page.ts';
import { PRESETS } from './presets.ts';

interface Props {
  preset: string;
  /** Of this form: sent twice, it makes one edition. */
  formKey: string;
  problems: Problems;
  /** Not opened yet, the newest first. */
  drafts: readonly Edition[];
  /** That a next one can be made from. */
  past: readonly Edition[];
}

/** Where an edition begins: from a preset, from the last one, or from where somebody left it (R66, R80). */
export function NewEditionPage({ preset, formKey, problems, drafts, past }: Props) {
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <EndStep which="preset" />
      <PageHeader
        title={m.spaces_new_title()}
        lead={m.spaces_new_lead()}
        breadcrumb={[{ label: m.spaces_office(), href: urls.admin() }]}
      />
      {drafts.length > 0 && (
        <Section title={m.setup_drafts()}>
          <List>
            {drafts.map(({ id, slug, title }) => (
              <p key={id}>
                <a href={urls.adminEditionSetup({ edition: slug })}>
                  {m.setup_resume_of({ title })}
                </a>
              </p>
            ))}
          </List>
        </Section>
      )}
      <Form action={urls.adminNewEdition()}>
        <Hidden name={FORM_KEY} value={formKey} />
        <Radios
          name="preset"
          label={m.setup_presets()}
          hint={m.setup_presets_hint()}
          value={preset}
          problems={problems}
          look="cards"
          options={PRESETS.map((one) => ({
            value: one,
            label: presetWords[one].name(),
            hint: presetWords[one].words(),
          }))}
        />
        <SubmitButton size="large">{m.setup_continue()}</SubmitButton>
      </Form>
      {past.length > 0 && (
        <Section title={m.setup_from_past()} lead={m.setup_from_past_lead()}>
          <List>
            {past.map(({ id, slug, title }) => (
              <p key={id}>
                <a href={urls.adminCopyEdition({ edition: slug })}>{m.setup_copy_of({ title })}</a>
              </p>
            ))}
          </List>
        </Section>
      )}
    </Column>
  );
}
