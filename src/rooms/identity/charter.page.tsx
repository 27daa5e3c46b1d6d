import * as m from '../../paraglide/messages.js';
import { ButtonForm, Form, Hidden, SubmitButton } from '../../ui/form.tsx';
import { Column } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Prose } from '../../ui/text.tsx';
import { urls } from '../../urls.ts';

interface AcceptCharterPageProps {
  next: string | undefined;
  charter: { version: number; body: string };
}

/** Shown to members whose last acceptance is of an older version (R96). */
export function AcceptCharterPage({ next, charter }: AcceptCharterPageProps) {
  return (
    <Column>
      <PageHeader title={m.identity_accept_title()} lead={m.identity_accept_lead()} />
      <Prose text={charter.body} />
      <Form action={urls.acceptCharter({ vers: next })}>
        <Hidden name="version" value={charter.version} />
        <SubmitButton size="large">{m.identity_accept_submit()}</SubmitButton>
      </Form>
      <p>{m.identity_accept_refuse()}</p>
      <ButtonForm kind="quiet" icon="sign-out" action={urls.signOut()}>
        {m.ui_sign_out()}
      </ButtonForm>
    </Column>
  );
}
