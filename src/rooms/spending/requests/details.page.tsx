import * as m from '../../../paraglide/messages.js';
import { Checkbox, Radios } from '../../../ui/choices.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { Field, Select, TextArea } from '../../../ui/field.tsx';
import { Fieldset, Form, Hidden, SubmitButton } from '../../../ui/form.tsx';
import { Actions } from '../../../ui/layout.tsx';
import { urls } from '../../../urls.ts';
import type { TypedDate } from '../../identity/index.ts';
import { CATEGORIES, REQUEST_LENGTHS } from '../request-form.ts';
import { type StepFrame, StepPage } from './frame.page.tsx';
import { categoryWords } from './words.page.ts';

export interface TypedDetails {
  timing: string;
  title: string;
  category: string;
  campaign: boolean;
  explanation: string;
  spentOn: TypedDate;
  contactName: string;
  contactPhone: string;
  contactEmail: string;
}

export const SaveButtons = () => (
  <Actions>
    <SubmitButton size="large" name="geste" value="continuer">
      {m.requests_next()}
    </SubmitButton>
    <SubmitButton kind="secondary" name="geste" value="enregistrer">
      {m.requests_save()}
    </SubmitButton>
  </Actions>
);

/** First step: what was bought, when, and whom to ask. */
export function DetailsPage({ typed, ...frame }: StepFrame & { typed: TypedDetails }) {
  const { request, problems } = frame;
  return (
    <StepPage step="details" {...frame}>
      <p>{m.requests_resumable()}</p>
      <Form action={urls.requestDetails({ request: String(request.number) })}>
        <Hidden name="version" value={request.version} />
        <Radios
          name="type"
          label={m.requests_timing()}
          value={typed.timing}
          problems={problems}
          options={[
            {
              value: 'passee',
              label: m.requests_timing_past(),
              hint: m.requests_timing_past_hint(),
            },
            {
              value: 'a-venir',
              label: m.requests_timing_future(),
              hint: m.requests_timing_future_hint(),
            },
          ]}
        />
        <Field
          name="intitule"
          label={m.requests_name()}
          hint={m.requests_name_hint()}
          value={typed.title}
          problems={problems}
          width="full"
        />
        <Select
          name="categorie"
          label={m.requests_category()}
          value={typed.category}
          empty
          options={CATEGORIES.map((value) => ({ value, label: categoryWords[value]() }))}
          problems={problems}
        />
        <TextArea
          name="explication"
          label={m.requests_explanation()}
          hint={m.requests_explanation_hint()}
          value={typed.explanation}
          limit={REQUEST_LENGTHS.explanation}
          rows={6}
          problems={problems}
        />
        <DateField
          name="date"
          label={m.requests_spent_on()}
          hint={m.requests_spent_on_hint()}
          value={typed.spentOn}
          problems={problems}
        />
        <Checkbox
          name="electorale"
          label={m.requests_campaign()}
          hint={m.requests_campaign_hint()}
          checked={typed.campaign}
          problems={problems}
        />
        <Fieldset legend={m.requests_contact()} hint={m.requests_contact_hint()} id="contact">
          <Field
            name="contact-nom"
            label={m.requests_contact_name()}
            value={typed.contactName}
            problems={problems}
            autocomplete="name"
            width="medium"
          />
          <Field
            name="contact-telephone"
            type="tel"
            label={m.requests_contact_phone()}
            value={typed.contactPhone}
            problems={problems}
            autocomplete="tel"
            width="medium"
          />
          <Field
            name="contact-courriel"
            type="email"
            label={m.requests_contact_email()}
            value={typed.contactEmail}
            problems={problems}
            autocomplete="email"
            width="medium"
          />
        </Fieldset>
        <SaveButtons />
      </Form>
    </StepPage>
  );
}
