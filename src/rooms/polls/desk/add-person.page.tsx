import * as m from '../../../paraglide/messages.js';
import { Field } from '../../../ui/field.tsx';
import { type Problems, SubmitButton } from '../../../ui/form.tsx';
import { Grid } from '../../../ui/layout.tsx';
import { urls } from '../../../urls.ts';
import type { PaperRule } from '../settings.ts';
import { offerActs } from './desk.ts';

export interface DeclaredFields {
  names: string;
  birthDate: string;
  address: string;
  residenceRequired: boolean;
}

interface Props {
  point: string;
  rule: PaperRule;
  profile: string;
  /** Whether a kiosk stands at this point. */
  hasKiosk: boolean;
  declared: DeclaredFields;
  /** Folded while there are people to choose from. */
  open: boolean;
  /** Typed in the envelope field that came back. */
  envelope: string;
  problems: Problems;
}

/** Somebody who is on no register, on their word (R53). What they say is compared, and kept nowhere. */
export function AddPerson(props: Props) {
  const { point, declared, problems } = props;
  const asksEnvelope = props.rule === 'online-wins';
  const offer = offerActs({ kind: 'not-voted' }, { rule: props.rule, profile: props.profile });
  const kiosk = props.hasKiosk ? offer.kiosk : null;
  if (!offer.paper && !kiosk) return null;
  return (
    <details id="ajouter" open={props.open}>
      <summary>{m.desk_add_title()}</summary>
      <p class="section-lead">{m.desk_add_words()}</p>
      <form
        method="post"
        action={offer.paper ? urls.deskPaper({ point }) : urls.deskCode({ point })}
        class="form stack"
        noValidate
      >
        <Field
          name="noms"
          label={m.desk_add_names()}
          value={declared.names}
          autocomplete="off"
          spellcheck={false}
          problems={problems}
        />
        <Grid>
          <Field
            name="naissance-declaree"
            label={m.desk_search_birth()}
            hint={m.desk_add_birth_hint()}
            value={declared.birthDate}
            autocomplete="off"
            inputMode="numeric"
            problems={problems}
          />
          <Field
            name="adresse"
            label={m.desk_add_address()}
            hint={m.desk_add_address_hint()}
            value={declared.address}
            autocomplete="off"
            problems={problems}
          />
        </Grid>
        {asksEnvelope && (
          <Field
            name="enveloppe"
            id="enveloppe-declaree"
            label={m.desk_envelope()}
            hint={m.desk_envelope_hint()}
            value={props.open ? props.envelope : ''}
            autocomplete="off"
            width="short"
            problems={problems}
          />
        )}
        <div class="actions">
          {offer.paper && <SubmitButton kind="secondary">{m.desk_give_paper()}</SubmitButton>}
          {kiosk && (
            <SubmitButton kind="secondary" formAction={urls.deskCode({ point })}>
              {m.desk_open_kiosk()}
            </SubmitButton>
          )}
        </div>
      </form>
    </details>
  );
}
