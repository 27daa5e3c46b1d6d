import * as m from '../../../paraglide/messages.js';
import { Checkbox, OnlyFor, Radios } from '../../../ui/choices.tsx';
import { TextArea } from '../../../ui/field.tsx';
import { Fieldset } from '../../../ui/form.tsx';
import type { FieldsProps, FormGround } from './opening-parts.page.tsx';

/** One envelope, or several on one ballot, and what becomes of the rest. */
export function MoneyFields({ ground, typed, problems }: FieldsProps & { ground: FormGround }) {
  return (
    <Fieldset legend={m.opening_money()}>
      {(ground.districts.length > 0 || typed.envelopes === 'several') && (
        <>
          <Radios
            name="envelopes"
            label={m.opening_envelopes()}
            value={typed.envelopes}
            problems={problems}
            options={[
              { value: 'one', label: m.opening_envelopes_one() },
              { value: 'several', label: m.opening_envelopes_several() },
            ]}
          />
          <OnlyFor choices={['several']}>
            <TextArea
              name="amounts"
              label={m.opening_amounts()}
              hint={m.opening_amounts_hint({
                district: ground.districts[0] ?? ground.categories[0] ?? '',
              })}
              value={typed.amounts}
              problems={problems}
              rows={ground.districts.length + 1}
            />
            <Checkbox
              name="oneDistrict"
              label={m.opening_one_district()}
              checked={typed.oneDistrict === 'oui'}
              problems={problems}
            />
            <Checkbox
              name="leftToTown"
              label={m.opening_left_to_town()}
              checked={typed.leftToTown === 'oui'}
              problems={problems}
            />
          </OnlyFor>
        </>
      )}
      <Radios
        name="leftover"
        label={m.opening_leftover()}
        value={typed.leftover}
        problems={problems}
        options={[
          { value: 'returned', label: m.opening_leftover_returned() },
          { value: 'next-edition', label: m.opening_leftover_next() },
        ]}
      />
    </Fieldset>
  );
}
