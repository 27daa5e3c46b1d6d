import * as m from '../../../paraglide/messages.js';
import { Radios } from '../../../ui/choices.tsx';
import { Select, TextArea } from '../../../ui/field.tsx';
import { Form, type Problems, SubmitButton } from '../../../ui/form.tsx';
import type { VotePoint } from '../points/point.ts';
import { INVALIDATION_REASON_LENGTH } from './invalidation.ts';
import { INVALIDATION_FIELDS, sayDay } from './invalidation-words.page.ts';

/** By name of field, as it was typed. */
export type TypedRule = Record<string, string>;

export interface FormProps {
  points: readonly VotePoint[];
  /** Of personal codes. */
  batches: readonly { id: string; number: number }[];
  /** Of the vote so far, `YYYY-MM-DD`. */
  days: readonly string[];
  typed: TypedRule;
  problems: Problems;
}

/** A rule names votes by where they were cast, or by what was proven; there is no field for what they hold. */
export function InvalidationForm(props: FormProps & { action: string }) {
  const { points, batches, days, typed, problems } = props;
  const names = INVALIDATION_FIELDS;
  const dayOptions = days.map((value) => ({ value, label: sayDay(value) }));
  return (
    <Form action={props.action}>
      <Radios
        name={names.rule}
        label={m.watch_inv_field_rule()}
        value={typed[names.rule]}
        options={[
          ...(points.length > 0 ? [{ value: 'point-days', label: m.watch_inv_rule_point() }] : []),
          ...(batches.length > 0 ? [{ value: 'codes', label: m.watch_inv_rule_codes() }] : []),
          { value: 'entries', label: m.watch_inv_rule_entries() },
        ]}
        problems={problems}
        required
      />
      {points.length > 0 && (
        <>
          <Select
            name={names.point}
            label={m.watch_inv_field_point()}
            value={typed[names.point]}
            options={points.map(({ id, name }) => ({ value: id, label: name }))}
            problems={problems}
            empty
          />
          <Select
            name={names.from}
            label={m.watch_inv_field_from()}
            value={typed[names.from]}
            options={dayOptions}
            problems={problems}
            width="medium"
          />
          <Select
            name={names.to}
            label={m.watch_inv_field_to()}
            value={typed[names.to] ?? days.at(-1)}
            options={dayOptions}
            problems={problems}
            width="medium"
          />
        </>
      )}
      {batches.length > 0 && (
        <Select
          name={names.batch}
          label={m.watch_inv_field_batch()}
          value={typed[names.batch]}
          options={batches.map(({ id, number }) => ({ value: id, label: String(number) }))}
          problems={problems}
          width="medium"
          empty
        />
      )}
      <TextArea
        name={names.numbers}
        label={m.watch_inv_field_numbers()}
        hint={m.watch_inv_field_numbers_hint()}
        value={typed[names.numbers]}
        problems={problems}
        rows={4}
      />
      <TextArea
        name={names.reason}
        label={m.watch_inv_field_reason()}
        hint={m.watch_inv_field_reason_hint()}
        value={typed[names.reason]}
        problems={problems}
        rows={3}
        limit={INVALIDATION_REASON_LENGTH}
        required
      />
      <SubmitButton size="large">{m.watch_inv_count_button()}</SubmitButton>
    </Form>
  );
}
