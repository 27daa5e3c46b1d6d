import * as m from '../../../paraglide/messages.js';
import type { Locale } from '../../../platform/locale/locale.ts';
import { FRENCH_PHONES, type PhoneRefusal } from '../../../platform/text/phone.ts';
import { Field } from '../../../ui/field.tsx';
import { ErrorSummary, Form, type Problems, SubmitButton } from '../../../ui/form.tsx';
import type { AskRefusal, CodeRefusal } from './phone-code.ts';
import { PHONE_FIELDS } from './phone-code.ts';

const askWords: Record<PhoneRefusal | AskRefusal, () => string> = {
  'phone-missing': m.phone_refused_missing,
  'phone-unreadable': m.phone_refused_unreadable,
  'phone-fixed': m.phone_refused_fixed,
  'phone-premium': m.phone_refused_premium,
  'phone-internet': m.phone_refused_internet,
  'phone-satellite': m.phone_refused_satellite,
  'phone-country': m.phone_refused_country,
  'phone-too-often': m.phone_refused_often,
  'phone-busy': m.phone_refused_busy,
};

const codeWords: Record<CodeRefusal, () => string> = {
  'code-missing': m.phone_code_missing,
  'code-unreadable': m.phone_code_unreadable,
  'code-refused': m.phone_code_refused,
  'code-too-often': m.phone_code_often,
};

interface PhoneFormProps {
  action: string;
  /** As typed, when the form comes back. */
  phone?: string;
  refusal?: PhoneRefusal | AskRefusal | null;
  /** ISO 3166 codes of `config.sms.countries`. */
  countries: readonly string[];
  locale: Locale;
}

/** Asks for a mobile number. A part of a page: the page has its own title. */
export function PhoneForm({ action, phone, refusal, countries, locale }: PhoneFormProps) {
  const problems: Problems = refusal ? { [PHONE_FIELDS.phone]: askWords[refusal]() } : {};
  return (
    <>
      <ErrorSummary problems={problems} />
      <p>{m.phone_lead()}</p>
      <Form action={action}>
        <Field
          name={PHONE_FIELDS.phone}
          type="tel"
          label={m.phone_label()}
          hint={describeCountries(countries, locale)}
          value={phone}
          autocomplete="tel"
          inputMode="tel"
          width="medium"
          problems={problems}
          required
        />
        <p>{m.phone_privacy()}</p>
        <SubmitButton size="large">{m.phone_submit()}</SubmitButton>
      </Form>
    </>
  );
}

interface PhoneCodeFormProps {
  action: string;
  /** Address of the page with `PhoneForm`. */
  again: string;
  /** The number as its owner reads it (`readAskedNumber`); null: not known any more. */
  phone: string | null;
  refusal?: CodeRefusal | null;
}

/** Asks for the code: the same words whatever became of the message (W10); one plain input, pasted or filled in (WCAG 3.3.8). */
export function PhoneCodeForm({ action, again, phone, refusal }: PhoneCodeFormProps) {
  const problems: Problems = refusal ? { [PHONE_FIELDS.code]: codeWords[refusal]() } : {};
  return (
    <>
      <ErrorSummary problems={problems} />
      <p>
        {phone
          ? m.phone_code_sent({ phone: phone.replaceAll(' ', '\u00a0') })
          : m.phone_code_lead()}
      </p>
      <Form action={action}>
        <Field
          name={PHONE_FIELDS.code}
          label={m.phone_code_label()}
          hint={m.phone_code_hint()}
          autocomplete="one-time-code"
          inputMode="numeric"
          width="short"
          spellcheck={false}
          problems={problems}
          required
        />
        <SubmitButton size="large">{m.phone_code_submit()}</SubmitButton>
      </Form>
      <p>
        <strong>{m.phone_code_nothing_title()}</strong> {m.phone_code_nothing()}
      </p>
      <p>
        <a href={again}>{m.phone_code_again()}</a>
      </p>
    </>
  );
}

function describeCountries(countries: readonly string[], locale: Locale): string {
  if (countries[0] === 'FR' && countries.every((code) => FRENCH_PHONES.includes(code)))
    return m.phone_hint_french();
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const [home = ''] = countries;
  return m.phone_hint_countries({
    countries: list.format(countries.map((code) => names.of(code) ?? code)),
    home: names.of(home) ?? home,
  });
}
