import * as m from '../../paraglide/messages.js';
import { ACCEPTED } from '../../platform/files/upload.ts';
import { Checkbox } from '../../ui/choices.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Field, FileField } from '../../ui/field.tsx';
import { ErrorSummary, Fieldset, Form, type Problems, SubmitButton } from '../../ui/form.tsx';
import { Actions, Column } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { urls } from '../../urls.ts';
import { IdeaFields, type PlaceFieldsProps } from '../ideas/index.page.ts';
import type { IdeaText } from '../ideas/index.ts';
import type { Edition } from '../spaces/index.ts';
import { EntryPlace } from './entry-place.page.tsx';

export interface TypedPaper {
  name: string;
  email: string;
  phone: string;
  postal: string;
  signature: string;
  consents: boolean;
  consentOn: { day: string; month: string; year: string };
}

interface Props {
  edition: Edition;
  typed: TypedPaper;
  text: IdeaText;
  /** null: the edition does not ask where ideas are. */
  place: PlaceFieldsProps | null;
  problems: Problems;
}

/** A sheet of paper, typed: first the idea as it stands there, then whose it is, then their signature. */
export function PaperPage({ edition, typed, text, place, problems }: Props) {
  const at = { edition: edition.slug };
  return (
    <Column>
      <ErrorSummary problems={problems} ids={{ day: 'day-day', category: 'category' }} />
      <PageHeader
        title={m.entry_paper_title()}
        lead={m.entry_paper_lead()}
        breadcrumb={[
          {
            label: m.entry_edition_title({ edition: edition.title }),
            href: urls.collectEdition(at),
          },
        ]}
      />
      {problems.form && <Notice tone="warning">{problems.form}</Notice>}
      <Form action={urls.collectPaper(at)} upload>
        <Fieldset legend={m.entry_paper_idea()}>
          <IdeaFields board={edition} text={text} problems={problems} />
        </Fieldset>
        <EntryPlace place={place} hint={m.entry_place_hint_paper()} />
        <Fieldset legend={m.entry_paper_person()} hint={m.entry_paper_person_hint()}>
          <Field
            name="name"
            label={m.entry_field_name()}
            value={typed.name}
            problems={problems}
            autocomplete="off"
            required
          />
          <Field
            name="signature"
            label={m.entry_field_signature()}
            hint={m.entry_field_signature_hint()}
            value={typed.signature}
            problems={problems}
            autocomplete="off"
          />
          <Field
            name="email"
            type="email"
            label={m.entry_field_email()}
            hint={m.entry_field_email_hint()}
            value={typed.email}
            problems={problems}
            autocomplete="off"
          />
          <Field
            name="phone"
            type="tel"
            label={m.entry_field_phone()}
            width="medium"
            value={typed.phone}
            problems={problems}
            autocomplete="off"
          />
          <Field
            name="postal"
            label={m.entry_field_postal()}
            hint={m.entry_field_postal_hint()}
            value={typed.postal}
            problems={problems}
            autocomplete="off"
          />
        </Fieldset>
        <Fieldset legend={m.entry_paper_consent()}>
          <Checkbox
            name="consent"
            label={m.entry_field_consent({ age: edition.minimumAgePropose })}
            checked={typed.consents}
            problems={problems}
            required
          />
          <DateField
            name="day"
            label={m.entry_field_day()}
            value={typed.consentOn}
            problems={problems}
            required
          />
          <FileField
            name="sheet"
            label={m.entry_field_sheet()}
            hint={m.entry_field_sheet_hint()}
            accept={ACCEPTED.join(',')}
            problems={problems}
          />
        </Fieldset>
        <Actions>
          <SubmitButton name="next" value="oui">
            {m.entry_save_and_next()}
          </SubmitButton>
          <SubmitButton kind="secondary" name="next" value="non">
            {m.entry_save()}
          </SubmitButton>
        </Actions>
      </Form>
    </Column>
  );
}
