import * as m from '../../../paraglide/messages.js';
import { Radios } from '../../../ui/choices.tsx';
import { Fieldset } from '../../../ui/form.tsx';
import { Grid } from '../../../ui/layout.tsx';
import { METHODS, type Method } from '../../electorate/index.page.ts';
import { PAPER_RULES, type PaperRule } from '../settings.ts';
import { admissionField } from './opening-admission.ts';
import { chooseAmong, type FieldsProps } from './opening-parts.page.tsx';

export const methodWords: Record<Method, () => string> = {
  email: m.electorate_method_email,
  sms: m.electorate_method_sms,
  declaration: m.electorate_method_declaration,
  roll: m.electorate_method_roll,
  code: m.electorate_method_code,
  proof: m.electorate_method_proof,
  provider: m.electorate_method_provider,
  desk: m.electorate_method_desk,
  seat: m.electorate_method_seat,
};

export const paperWords: Record<PaperRule, { label: () => string; hint: () => string }> = {
  none: { label: m.electorate_paper_none, hint: m.electorate_paper_none_hint },
  'paper-wins': { label: m.electorate_paper_wins, hint: m.electorate_paper_wins_hint },
  'first-wins': { label: m.electorate_first_wins, hint: m.electorate_first_wins_hint },
  'online-wins': { label: m.electorate_online_wins, hint: m.electorate_online_wins_hint },
};

/** Who may vote, and where: each method by itself, so that any combination can be had without code (R53). */
export function AdmissionFields(fields: FieldsProps) {
  const { typed, problems } = fields;
  return (
    <>
      <Fieldset
        legend={m.electorate_admission()}
        hint={m.electorate_admission_hint()}
        id="electeurs"
      >
        <Grid>
          {METHODS.map((method) =>
            chooseAmong(fields, admissionField(method), methodWords[method](), [
              { value: '', label: m.electorate_asked_no() },
              { value: 'required', label: m.electorate_asked_required() },
              { value: 'one-of', label: m.electorate_asked_one_of() },
            ]),
          )}
        </Grid>
        <Radios
          name="account"
          label={m.electorate_account()}
          value={typed.account}
          problems={problems}
          options={[
            { value: 'oui', label: m.electorate_account_yes() },
            {
              value: 'non',
              label: m.electorate_account_no(),
              hint: m.electorate_account_no_hint(),
            },
          ]}
        />
      </Fieldset>
      <Fieldset legend={m.electorate_paper()}>
        <Radios
          name="paper"
          label={m.electorate_paper_rule()}
          value={typed.paper}
          problems={problems}
          look="cards"
          options={PAPER_RULES.map((rule) => ({
            value: rule,
            label: paperWords[rule].label(),
            hint: paperWords[rule].hint(),
          }))}
        />
      </Fieldset>
    </>
  );
}
