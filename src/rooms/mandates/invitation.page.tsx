import * as m from '../../paraglide/messages.js';
import { ButtonForm, ButtonLink } from '../../ui/form.tsx';
import { Actions, Column } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { DescriptionList } from '../../ui/table.tsx';
import { urls } from '../../urls.ts';
import { type Mandate, nameOfMandate } from './mandate.ts';
import { levelWords, sayDays } from './mandate-words.page.ts';

interface Props {
  space: { slug: string; title: string };
  mandate: Mandate;
  token: string;
  /** null: signed in. */
  signInHref: string | null;
  signUpHref: string;
}

export function InvitationPage({ space, mandate, token, signInHref, signUpHref }: Props) {
  return (
    <Column>
      <PageHeader
        title={m.mandates_invitation_title({ title: space.title })}
        lead={m.mandates_invitation_lead()}
      />
      <DescriptionList
        items={[
          { term: m.mandates_office(), detail: <bdi>{nameOfMandate(mandate)}</bdi> },
          { term: m.mandates_level(), detail: levelWords[mandate.level]() },
          { term: m.mandates_body(), detail: <bdi>{mandate.body}</bdi> },
          { term: m.mandates_dates(), detail: sayDays(mandate) },
        ]}
      />
      {signInHref ? (
        <>
          <p>{m.mandates_invitation_account()}</p>
          <Actions>
            <ButtonLink href={signInHref}>{m.ui_sign_in()}</ButtonLink>
            <ButtonLink kind="secondary" href={signUpHref}>
              {m.mandates_invitation_sign_up()}
            </ButtonLink>
          </Actions>
        </>
      ) : (
        <>
          <p>{m.mandates_invitation_words()}</p>
          <Actions>
            <ButtonForm action={urls.mandateInvitation({ token })}>
              {m.mandates_invitation_accept()}
            </ButtonForm>
            <ButtonLink kind="quiet" href={urls.space({ space: space.slug })}>
              {m.mandates_invitation_see()}
            </ButtonLink>
          </Actions>
        </>
      )}
    </Column>
  );
}

export function SpentPage() {
  return (
    <Column>
      <PageHeader title={m.mandates_spent_title()} lead={m.mandates_spent_lead()} />
      <p>
        <ButtonLink kind="secondary" href={urls.spaces()}>
          {m.participation_all_spaces()}
        </ButtonLink>
      </p>
    </Column>
  );
}
