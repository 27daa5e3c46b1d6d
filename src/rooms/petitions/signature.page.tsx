import * as m from '../../paraglide/messages.js';
import { ButtonForm, ButtonLink } from '../../ui/form.tsx';
import { Actions, Column } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { urls } from '../../urls.ts';
import type { Petition, Signature } from './petition.ts';
import { petitionSegment } from './petition-words.page.ts';

interface Linked {
  token: string;
  petition: Petition;
  signature: Signature;
}

/** One click of its own: mail programs that follow links sign nothing. */
export function ConfirmSignaturePage({ token, petition, signature }: Linked) {
  return (
    <Column>
      <PageHeader
        title={m.petitions_confirm_question()}
        lead={m.petitions_confirm_lead({ title: petition.title, name: signature.name })}
      />
      <p>{signature.isNamed ? m.petitions_confirm_named() : m.petitions_confirm_unnamed()}</p>
      <Actions>
        <ButtonForm action={urls.signatureConfirm({ token })} size="large">
          {m.petitions_sign()}
        </ButtonForm>
      </Actions>
    </Column>
  );
}

export function WithdrawSignaturePage({ token, petition }: Linked) {
  return (
    <Column>
      <PageHeader
        title={m.petitions_withdraw_question()}
        lead={m.petitions_withdraw_lead({ title: petition.title })}
      />
      <Actions>
        <ButtonForm action={urls.signatureWithdraw({ token })} kind="danger">
          {m.petitions_unsign()}
        </ButtonForm>
      </Actions>
    </Column>
  );
}

export function SettledPage({
  title,
  words,
  petition,
}: {
  title: string;
  words: string;
  petition: Petition | null;
}) {
  return (
    <Column>
      <PageHeader title={title} lead={words} />
      {petition && (
        <Actions>
          <ButtonLink
            kind="secondary"
            href={urls.petition({ petition: petitionSegment(petition) })}
          >
            {m.petitions_see()}
          </ButtonLink>
        </Actions>
      )}
    </Column>
  );
}
