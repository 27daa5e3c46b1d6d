import * as m from '../../../paraglide/messages.js';
import { Checkbox } from '../../../ui/choices.tsx';
import { Field } from '../../../ui/field.tsx';
import { Fieldset, Hidden } from '../../../ui/form.tsx';
import { MOST_CRITERIA } from '../criteria.ts';
import type { FieldsProps } from '../edition-form-words.page.ts';

/** Rows that are empty, for criteria to come. */
const SPARE_ROWS = 2;

/** What an idea must be: each criterion with its help, and whether the holder ticks it too (R68). */
export function CriteriaFields({ typed, problems }: FieldsProps) {
  const filled = Array.from({ length: MOST_CRITERIA }, (_, at) => at + 1).filter(
    (row) => (typed[`criterion-${row}-name`] ?? '') !== '',
  );
  const rows = Math.min(MOST_CRITERIA, (filled.at(-1) ?? 0) + SPARE_ROWS);
  return (
    <>
      <p class="hint">{m.setup_criteria_rows_hint()}</p>
      {Array.from({ length: rows }, (_, at) => {
        const row = `criterion-${at + 1}`;
        return (
          <Fieldset key={row} legend={m.setup_criterion_number({ number: at + 1 })}>
            <Hidden name={`${row}-id`} value={typed[`${row}-id`] ?? ''} />
            <Field
              name={`${row}-name`}
              label={m.setup_criterion_name()}
              value={typed[`${row}-name`]}
              problems={problems}
            />
            <Field
              name={`${row}-help`}
              label={m.setup_criterion_help()}
              value={typed[`${row}-help`]}
              problems={problems}
            />
            <Checkbox
              name={`${row}-asked`}
              label={m.setup_criterion_asked()}
              checked={typed[`${row}-asked`] === 'oui'}
              problems={problems}
            />
          </Fieldset>
        );
      })}
    </>
  );
}
