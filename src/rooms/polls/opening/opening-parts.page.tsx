import { Select } from '../../../ui/field.tsx';
import type { Problems } from '../../../ui/form.tsx';
import type { Typed } from './opening-settings.ts';

export interface FieldsProps {
  typed: Typed;
  problems: Problems;
}

/** What the edition offers the form: names that limits and envelopes may speak of. */
export interface FormGround {
  edition: string;
  projects: number;
  categories: readonly string[];
  districts: readonly string[];
}

/** A list of choices as options of a select. */
export function chooseAmong(
  { typed, problems }: FieldsProps,
  name: string,
  label: string,
  options: readonly { value: string; label: string }[],
) {
  return (
    <Select
      name={name}
      label={label}
      options={[...options]}
      value={typed[name]}
      problems={problems}
    />
  );
}
