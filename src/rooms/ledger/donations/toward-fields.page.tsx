import * as m from '../../../paraglide/messages.js';
import { Radios } from '../../../ui/choices.tsx';
import { Field } from '../../../ui/field.tsx';
import type { Problems } from '../../../ui/form.tsx';

interface Props {
  toward: string;
  name: string;
  problems: Problems;
  /** Whether the solidarity fund may be what it goes to. */
  solidarity?: boolean;
}

/** Where money goes: what it is, then what it is called. */
export function TowardFields({ toward, name, problems, solidarity = false }: Props) {
  return (
    <>
      <Radios
        name="vers"
        label={m.donations_toward()}
        value={toward}
        problems={problems}
        required
        options={[
          { value: 'groupe', label: m.donations_toward_group() },
          { value: 'fonds', label: m.donations_toward_fund() },
          ...(solidarity ? [{ value: 'solidarite', label: m.donations_solidarity() }] : []),
        ]}
      />
      <Field
        name="nom"
        label={m.donations_toward_name()}
        hint={solidarity ? m.donations_toward_name_hint() : m.donations_toward_name_only()}
        value={name}
        problems={problems}
      />
    </>
  );
}
