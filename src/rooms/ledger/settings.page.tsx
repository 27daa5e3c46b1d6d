import * as m from '../../paraglide/messages.js';
import { Field } from '../../ui/field.tsx';
import {
  ErrorSummary,
  Fieldset,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../ui/form.tsx';
import { Column } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { urls } from '../../urls.ts';
import { ACCOUNT_KINDS, type AccountKind } from './ledger.ts';
import { accountKindWords } from './ledger-words.page.ts';
import { type SettingsRefusal, USUAL_NUMBERS } from './settings.ts';

export interface TypedTexts {
  numbers: Record<AccountKind, string>;
  siren: string;
  min: string;
  max: string;
  version: number;
}

/** Name of the field of an account's number. */
export const numberField = (kind: AccountKind): string => `compte-${kind}`;

export const settingsProblems: Record<SettingsRefusal, () => string> = {
  'not-a-number': m.ledger_problem_not_a_number,
  'number-taken': m.ledger_problem_number_taken,
  'not-a-siren': m.ledger_problem_siren,
  'not-an-amount': m.ledger_problem_amount,
  'bounds-crossed': m.ledger_problem_bounds,
  'too-large': m.ledger_problem_too_large,
};

/** Numbers of accounts, SIREN, bounds of a donation. */
export function SettingsPage({ typed, problems }: { typed: TypedTexts; problems: Problems }) {
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.ledger_settings()}
        lead={m.ledger_settings_lead()}
        breadcrumb={[{ label: m.ledger_title(), href: urls.finances() }]}
      />
      <Form action={urls.financeSettings()}>
        <Hidden name="version" value={typed.version} />
        <Field
          name="siren"
          label={m.ledger_settings_siren()}
          hint={m.ledger_settings_siren_hint()}
          value={typed.siren}
          inputMode="numeric"
          width="medium"
          problems={problems}
        />
        <Fieldset legend={m.ledger_settings_numbers()} hint={m.ledger_settings_numbers_hint()}>
          {ACCOUNT_KINDS.map((kind) => (
            <Field
              key={kind}
              name={numberField(kind)}
              label={accountKindWords[kind]()}
              hint={m.ledger_settings_usual({ number: USUAL_NUMBERS[kind] })}
              value={typed.numbers[kind]}
              width="medium"
              spellcheck={false}
              problems={problems}
            />
          ))}
        </Fieldset>
        <Fieldset legend={m.ledger_settings_donations()}>
          <Field
            name="min"
            label={m.ledger_settings_min()}
            value={typed.min}
            inputMode="decimal"
            width="short"
            suffix="€"
            problems={problems}
            required
          />
          <Field
            name="max"
            label={m.ledger_settings_max()}
            hint={m.ledger_settings_max_hint()}
            value={typed.max}
            inputMode="decimal"
            width="short"
            suffix="€"
            problems={problems}
            required
          />
        </Fieldset>
        <SubmitButton size="large">{m.ledger_settings_save()}</SubmitButton>
      </Form>
    </Column>
  );
}
