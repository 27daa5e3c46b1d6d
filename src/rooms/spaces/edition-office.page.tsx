import * as m from '../../paraglide/messages.js';
import { ErrorSummary, Form, Hidden, type Problems, SubmitButton } from '../../ui/form.tsx';
import { Column } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { urls } from '../../urls.ts';
import { CalendarFields } from './calendar-fields.page.tsx';
import type { Edition } from './edition.ts';
import { SettingsFields } from './edition-form.page.tsx';
import { fieldLabels, type Typed } from './edition-form-words.page.ts';

interface FormProps {
  typed: Typed;
  problems: Problems;
}

/** The five-phase template with French defaults: ready in a few minutes (R31, R66). */
export function NewEditionPage({ typed, problems }: FormProps) {
  return (
    <Column>
      <ErrorSummary problems={problems} labels={fieldLabels()} />
      <PageHeader
        title={m.spaces_new_title()}
        lead={m.spaces_new_lead()}
        breadcrumb={[{ label: m.spaces_office(), href: urls.admin() }]}
      />
      <Form action={urls.adminNewEdition()}>
        <SettingsFields typed={typed} problems={problems} />
        <h2>{m.spaces_form_calendar()}</h2>
        <p>{m.spaces_form_calendar_hint()}</p>
        <CalendarFields typed={typed} problems={problems} />
        <SubmitButton size="large">{m.spaces_new_submit()}</SubmitButton>
      </Form>
    </Column>
  );
}

interface EditProps extends FormProps {
  edition: Edition;
  /** Of the version the form was made from. */
  mark: string;
  /** true: somebody saved another version meanwhile; `problems` then say what they saved. */
  conflict: boolean;
}

export function EditionSettingsPage({ edition, typed, problems, mark, conflict }: EditProps) {
  const at = { edition: edition.slug };
  return (
    <Column>
      <Summary problems={problems} conflict={conflict} />
      <PageHeader
        title={m.spaces_settings_title()}
        lead={edition.openedAt ? m.spaces_settings_lead_open() : m.spaces_settings_lead()}
        breadcrumb={crumbs(edition)}
      />
      <Form action={urls.adminEditionSettings(at)}>
        <Hidden name="mark" value={mark} />
        <SettingsFields
          typed={typed}
          problems={problems}
          permanentSlug={edition.openedAt ? edition.slug : undefined}
        />
        <SubmitButton size="large">{m.spaces_settings_submit()}</SubmitButton>
      </Form>
    </Column>
  );
}

export function EditionCalendarPage({ edition, typed, problems, mark, conflict }: EditProps) {
  return (
    <Column>
      <Summary problems={problems} conflict={conflict} />
      <PageHeader
        title={m.spaces_calendar_title()}
        lead={m.spaces_calendar_lead()}
        breadcrumb={crumbs(edition)}
      />
      <Form action={urls.adminEditionPhases({ edition: edition.slug })}>
        <Hidden name="mark" value={mark} />
        <CalendarFields typed={typed} problems={problems} />
        <SubmitButton size="large">{m.spaces_calendar_submit()}</SubmitButton>
      </Form>
    </Column>
  );
}

function Summary({ problems, conflict }: { problems: Problems; conflict: boolean }) {
  return (
    <>
      <ErrorSummary
        problems={problems}
        labels={fieldLabels()}
        {...(conflict && { title: m.spaces_conflict_title() })}
      />
      {conflict && <Notice tone="warning">{m.spaces_conflict_words()}</Notice>}
    </>
  );
}

const crumbs = (edition: Edition) => [
  { label: m.spaces_office(), href: urls.admin() },
  { label: edition.title, href: urls.adminEdition({ edition: edition.slug }) },
];
