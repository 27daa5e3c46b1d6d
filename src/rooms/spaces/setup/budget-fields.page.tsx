import * as m from '../../../paraglide/messages.js';
import { OnlyFor, Radios } from '../../../ui/choices.tsx';
import { Field, Select } from '../../../ui/field.tsx';
import { Fieldset, Hidden } from '../../../ui/form.tsx';
import { Grid } from '../../../ui/layout.tsx';
import type { Edition } from '../edition.ts';
import type { FieldsProps } from '../edition-form-words.page.ts';
import { MOST_ENVELOPES, writeTarget } from '../envelopes.ts';

/** Rows that are empty, for envelopes to come. */
const SPARE_ROWS = 2;

/** The money: one envelope for all, or several with what each pays for; and what one project may cost. */
export function BudgetFields({ edition, typed, problems }: FieldsProps & { edition: Edition }) {
  const money = (name: string, label: string, hint?: string, required = false) => (
    <Field
      name={name}
      label={label}
      {...(hint && { hint })}
      value={typed[name]}
      problems={problems}
      inputMode="decimal"
      width="medium"
      suffix="€"
      required={required}
    />
  );
  const filled = Array.from({ length: MOST_ENVELOPES }, (_, at) => at + 1).filter(
    (row) => (typed[`envelope-${row}-amount`] ?? '') !== '',
  );
  const rows = Math.min(MOST_ENVELOPES, (filled.at(-1) ?? 0) + SPARE_ROWS);
  return (
    <>
      <Radios
        name="envelopes"
        label={m.setup_envelopes()}
        value={typed.envelopes}
        problems={problems}
        options={[
          {
            value: 'one',
            label: m.setup_envelopes_one(),
            hint: m.setup_envelopes_one_hint(),
          },
          {
            value: 'several',
            label: m.setup_envelopes_several(),
            hint: m.setup_envelopes_several_hint(),
          },
        ]}
      />
      <OnlyFor choices={['one']}>
        {money('envelope', m.spaces_form_envelope(), m.spaces_form_envelope_hint(), true)}
        {money('cap', m.setup_cap(), m.setup_cap_hint())}
        {money('floor', m.setup_floor(), m.setup_floor_hint())}
      </OnlyFor>
      <OnlyFor choices={['several']}>
        <p class="hint">{m.setup_envelopes_rows_hint()}</p>
        {Array.from({ length: rows }, (_, at) => {
          const row = `envelope-${at + 1}`;
          return (
            <Fieldset key={row} legend={m.setup_envelope_number({ number: at + 1 })}>
              <Hidden name={`${row}-id`} value={typed[`${row}-id`] ?? ''} />
              <Select
                name={`${row}-for`}
                label={m.setup_envelope_for()}
                value={typed[`${row}-for`]}
                problems={problems}
                options={listTargets(edition)}
              />
              {money(`${row}-amount`, m.setup_envelope_amount())}
              <Grid min="small">
                {money(`${row}-cap`, m.setup_cap())}
                {money(`${row}-floor`, m.setup_floor())}
              </Grid>
              <Field
                name={`${row}-name`}
                label={m.setup_envelope_name()}
                hint={m.setup_envelope_name_hint()}
                value={typed[`${row}-name`]}
                problems={problems}
                width="medium"
              />
            </Fieldset>
          );
        })}
      </OnlyFor>
    </>
  );
}

function listTargets({ districts, categories }: Edition) {
  return [
    { value: writeTarget({ kind: 'town', target: '' }), label: m.setup_for_town() },
    ...districts.map((name) => ({
      value: writeTarget({ kind: 'district', target: name }),
      label: m.setup_for_district({ name }),
    })),
    ...districts.map((name) => ({
      value: writeTarget({ kind: 'priority', target: name }),
      label: m.setup_for_priority({ name }),
    })),
    ...categories.map(({ name }) => ({
      value: writeTarget({ kind: 'category', target: name }),
      label: m.setup_for_category({ name }),
    })),
  ];
}
