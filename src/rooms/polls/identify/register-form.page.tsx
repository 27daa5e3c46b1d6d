import * as m from '../../../paraglide/messages.js';
import { DateField } from '../../../ui/date-field.tsx';
import { Field } from '../../../ui/field.tsx';
import { Form, type Problems, SubmitButton } from '../../../ui/form.tsx';
import {
  type BirthRefusal,
  sayIdentityRefusal,
  type TypedDate,
} from '../../identity/index.page.ts';

export const CLAIMED = {
  last: 'nom',
  first: 'prenom',
  birth: 'naissance',
  number: 'numero',
} as const;

export interface TypedClaim {
  last: string;
  first: string;
  birth: TypedDate;
  number: string;
}

export interface ClaimRefusals {
  last?: 'name-missing' | null;
  first?: 'name-missing' | null;
  birth?: BirthRefusal | null;
  /** Nobody, or several: the same words, for who is on a list is nobody's business. */
  claim?: 'not-found' | 'not-on-list' | null;
}

export function claimProblems({ last, first, birth, claim }: ClaimRefusals): Problems {
  return {
    ...(last && { [CLAIMED.last]: m.identify_last_missing() }),
    ...(first && { [CLAIMED.first]: m.identify_first_missing() }),
    ...(birth && { [CLAIMED.birth]: sayIdentityRefusal(birth) }),
    ...(claim && {
      [CLAIMED.last]: claim === 'not-found' ? m.identify_not_found() : m.adoption_not_found(),
    }),
  };
}

/** Who one is on the register that the town imported. */
export function RegisterForm(props: { action: string; typed: TypedClaim; problems: Problems }) {
  const { action, typed, problems } = props;
  return (
    <Form action={action}>
      <Field
        name={CLAIMED.last}
        label={m.identify_last()}
        hint={m.identify_last_hint()}
        value={typed.last}
        autocomplete="family-name"
        problems={problems}
        required
      />
      <Field
        name={CLAIMED.first}
        label={m.identify_first()}
        value={typed.first}
        autocomplete="given-name"
        problems={problems}
        required
      />
      <DateField
        name={CLAIMED.birth}
        label={m.identify_birth()}
        value={typed.birth}
        problems={problems}
        birth
        required
      />
      <Field
        name={CLAIMED.number}
        label={m.identify_number()}
        hint={m.identify_number_hint()}
        value={typed.number}
        autocomplete="off"
        width="medium"
        problems={problems}
      />
      <SubmitButton size="large">{m.identify_go_on()}</SubmitButton>
    </Form>
  );
}
