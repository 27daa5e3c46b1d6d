import * as m from '../../../paraglide/messages.js';
import { Checkbox, Radios } from '../../../ui/choices.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { Field } from '../../../ui/field.tsx';
import { Form, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { NAMES_LENGTH, type NamesRefusal } from '../../electorate/index.page.ts';
import {
  type BirthRefusal,
  sayIdentityRefusal,
  type TypedDate,
} from '../../identity/index.page.ts';

export const DECLARED = {
  names: 'noms',
  birth: 'naissance',
  address: 'adresse',
  residence: 'residence',
  honour: 'honneur',
} as const;

export interface TypedDeclaration {
  names: string;
  birth: TypedDate;
  address: string;
  /** `oui`, `non`, or '' while nothing was answered. */
  residence: string;
  honour: boolean;
}

export type DeclarationRefusals = {
  names?: NamesRefusal | null;
  birth?: BirthRefusal | null;
  address?: 'address-missing' | null;
  residence?: 'residence-missing' | null;
  honour?: 'honour-missing' | null;
};

/** Words beside each field, in the order of the form. */
export function declarationProblems(refusals: DeclarationRefusals, place: string): Problems {
  const { names, birth, address, residence, honour } = refusals;
  return {
    ...(names && {
      [DECLARED.names]:
        names === 'names-missing'
          ? m.identify_names_missing()
          : m.identify_names_long({ max: NAMES_LENGTH }),
    }),
    ...(birth && { [DECLARED.birth]: sayIdentityRefusal(birth) }),
    ...(address && { [DECLARED.address]: m.identify_address_missing() }),
    ...(residence && { [DECLARED.residence]: sayIdentityRefusal(residence, { place }) }),
    ...(honour && { [DECLARED.honour]: m.identify_honour_missing() }),
  };
}

interface Props {
  action: string;
  typed: TypedDeclaration;
  problems: Problems;
  /** Whether one must live here to vote, and the name of the town. */
  residence: string | null;
}

/** Name, birth date and address, on honour: nothing of it is kept but a keyed hash (R69). */
export function DeclarationForm({ action, typed, problems, residence }: Props) {
  return (
    <Form action={action}>
      <Field
        name={DECLARED.names}
        label={m.identify_names()}
        hint={m.identify_names_hint()}
        value={typed.names}
        autocomplete="name"
        problems={problems}
        required
      />
      <DateField
        name={DECLARED.birth}
        label={m.identify_birth()}
        value={typed.birth}
        problems={problems}
        birth
        required
      />
      {residence !== null && (
        <>
          <Radios
            name={DECLARED.residence}
            label={m.identity_identity_lives({ place: residence })}
            options={[
              { value: 'oui', label: m.identity_identity_lives_yes({ place: residence }) },
              { value: 'non', label: m.identity_identity_lives_no() },
            ]}
            value={typed.residence}
            problems={problems}
            required
          />
          <Field
            name={DECLARED.address}
            label={m.identify_address()}
            hint={m.identify_address_hint()}
            value={typed.address}
            autocomplete="street-address"
            problems={problems}
            required
          />
        </>
      )}
      <Checkbox
        name={DECLARED.honour}
        label={m.identify_honour()}
        checked={typed.honour}
        problems={problems}
        required
      />
      <p>{m.identify_kept()}</p>
      <SubmitButton size="large">{m.identify_go_on()}</SubmitButton>
    </Form>
  );
}
