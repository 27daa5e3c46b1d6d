import * as m from '../../../paraglide/messages.js';
import { Checkbox } from '../../../ui/choices.tsx';
import { Field, OutputField, PasswordField } from '../../../ui/field.tsx';
import { ButtonForm, ButtonLink, ErrorSummary, Form, SubmitButton } from '../../../ui/form.tsx';
import { Actions, Column } from '../../../ui/layout.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import { FIELDS, type Refusals, wordsOf } from '../words.page.ts';

interface SignUpProps {
  token: string;
  organisation: string;
  /** As the mail told them: names of roles, in words. */
  roles: string;
  email: string;
  values: { name: string; nickname: string; acceptsCharter: boolean };
  refusals: Refusals;
}

/** Sign-up from a mailed invitation: the address is the link's, proven by it. */
export function InvitationPage(props: SignUpProps) {
  const problems = wordsOf(props.refusals);
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.access_join_title({ organisation: props.organisation })}
        lead={m.access_join_lead({ roles: props.roles })}
      />
      <Form action={urls.invitation({ token: props.token })}>
        <OutputField label={m.identity_email()}>
          <strong>
            <bdi>{props.email}</bdi>
          </strong>
        </OutputField>
        <Field
          name={FIELDS.name}
          label={m.identity_name()}
          hint={m.identity_name_hint()}
          value={props.values.name}
          autocomplete="name"
          problems={problems}
          required
        />
        <Field
          name={FIELDS.nickname}
          label={m.identity_nickname()}
          hint={m.access_join_nickname_hint()}
          value={props.values.nickname}
          autocomplete="nickname"
          spellcheck={false}
          problems={problems}
          required
        />
        <PasswordField
          name={FIELDS.password}
          label={m.identity_password()}
          hint={m.identity_password_hint()}
          autocomplete="new-password"
          problems={problems}
          required
        />
        <Checkbox
          name={FIELDS.charter}
          label={m.identity_charter_label()}
          hint={
            <a href={urls.charter()} target="_blank" rel="noopener">
              {m.identity_charter_link()}
            </a>
          }
          checked={props.values.acceptsCharter}
          problems={problems}
          required
        />
        <SubmitButton size="large">{m.access_join_submit()}</SubmitButton>
      </Form>
    </Column>
  );
}

interface KnownProps {
  token: string;
  organisation: string;
  roles: string;
  email: string;
  /** Who holds this browser: the invited person, somebody else, nobody. */
  browser: 'own' | 'other' | 'nobody';
}

/** The invited address has an account meanwhile: its owner, signed in, takes the roles. */
export function KnownInviteePage({ token, organisation, roles, email, browser }: KnownProps) {
  const here = urls.invitation({ token });
  return (
    <Column>
      <PageHeader
        title={m.access_join_title({ organisation })}
        lead={m.access_join_known({ email, roles })}
      />
      {browser === 'own' && (
        <Form action={here}>
          <SubmitButton size="large">{m.access_join_take()}</SubmitButton>
        </Form>
      )}
      {browser === 'nobody' && (
        <Actions>
          <ButtonLink size="large" href={urls.signIn({ vers: here })}>
            {m.access_join_sign_in()}
          </ButtonLink>
        </Actions>
      )}
      {browser === 'other' && (
        <>
          <p>{m.access_join_other()}</p>
          <Actions>
            <ButtonForm action={urls.signOut()}>{m.ui_sign_out()}</ButtonForm>
          </Actions>
        </>
      )}
    </Column>
  );
}
