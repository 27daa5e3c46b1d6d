import * as m from '../../paraglide/messages.js';
import { DateField } from '../../ui/date-field.tsx';
import { Fieldset } from '../../ui/form.tsx';
import { STEPS } from './edition.ts';
import type { FieldsProps } from './edition-form-words.page.ts';
import { stepWords } from './step-words.page.ts';

/** The five phases, each with the day and time it starts and ends (R31). */
export function CalendarFields({ typed, problems }: FieldsProps) {
  return (
    <>
      {STEPS.map((step, index) => (
        <Fieldset
          key={step}
          id={`${step}-phase`}
          legend={m.spaces_form_phase({ number: index + 1, name: stepWords[step].name() })}
          hint={stepWords[step].what()}
        >
          <DateField
            name={`${step}-starts`}
            label={m.spaces_form_starts()}
            value={dateOf(typed, `${step}-starts`)}
            withTime
            problems={problems}
            required
          />
          <DateField
            name={`${step}-ends`}
            label={m.spaces_form_ends()}
            {...(step === 'delivery' && { hint: m.spaces_form_ends_optional() })}
            value={dateOf(typed, `${step}-ends`)}
            withTime
            problems={problems}
            required={step !== 'delivery'}
          />
        </Fieldset>
      ))}
    </>
  );
}

/** The parts of a date field, as they were typed. */
export function dateOf(typed: FieldsProps['typed'], name: string) {
  return {
    day: typed[`${name}-day`] ?? '',
    month: typed[`${name}-month`] ?? '',
    year: typed[`${name}-year`] ?? '',
    time: typed[`${name}-time`] ?? '',
  };
}
