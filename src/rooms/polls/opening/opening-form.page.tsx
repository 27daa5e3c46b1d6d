import * as m from '../../../paraglide/messages.js';
import { Radios } from '../../../ui/choices.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { Field } from '../../../ui/field.tsx';
import { Fieldset, Form, SubmitButton } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { AdmissionFields } from './opening-admission-fields.page.tsx';
import { BallotFields } from './opening-ballot-fields.page.tsx';
import { MoneyFields } from './opening-money-fields.page.tsx';
import type { FieldsProps, FormGround } from './opening-parts.page.tsx';
import { RuleFields } from './opening-rule-fields.page.tsx';

/** The terms of a poll, in the order in which an officer thinks of them: when, what, how, what for, how counted. */
export function OpeningForm({ ground, ...fields }: FieldsProps & { ground: FormGround }) {
  const { typed, problems } = fields;
  const date = (name: string) => ({
    day: typed[`${name}-day`] ?? '',
    month: typed[`${name}-month`] ?? '',
    year: typed[`${name}-year`] ?? '',
    time: typed[`${name}-time`] ?? '',
  });
  return (
    <Form action={urls.adminPollOpen({ edition: ground.edition })}>
      <Fieldset legend={m.opening_when()}>
        <Field
          name="title"
          label={m.polls_field_title()}
          value={typed.title}
          problems={problems}
          required
        />
        <DateField
          name="opens"
          label={m.polls_field_opens()}
          hint={m.polls_field_paris()}
          value={date('opens')}
          problems={problems}
          withTime
          required
        />
        <DateField
          name="closes"
          label={m.polls_field_closes()}
          hint={m.polls_field_paris()}
          value={date('closes')}
          problems={problems}
          withTime
          required
        />
      </Fieldset>
      <BallotFields ground={ground} {...fields} />
      <MoneyFields ground={ground} {...fields} />
      <RuleFields {...fields} />
      <AdmissionFields {...fields} />
      <Fieldset legend={m.opening_secrecy()}>
        <Radios
          name="profile"
          label={m.opening_profile()}
          value={typed.profile}
          problems={problems}
          look="cards"
          options={[
            {
              value: 'P1',
              label: m.opening_profile_secret(),
              hint: m.opening_profile_secret_hint(),
            },
            {
              value: 'P2',
              label: m.sealed_profile(),
              hint: m.sealed_profile_hint(),
            },
            {
              value: 'P0',
              label: m.opening_profile_public(),
              hint: m.opening_profile_public_hint(),
            },
          ]}
        />
      </Fieldset>
      <SubmitButton size="large">{m.polls_office_open_button()}</SubmitButton>
    </Form>
  );
}
