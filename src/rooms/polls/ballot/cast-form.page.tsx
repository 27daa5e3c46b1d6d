import * as m from '../../../paraglide/messages.js';
import { Hidden, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { urls } from '../../../urls.ts';
import type { Poll } from '../poll.ts';
import { PublicVoteConsent } from '../public-vote.page.tsx';

export interface CastFormFields {
  idempotencyKey: string;
  /** Revision of the ballot that this one replaces; 0 for a first vote. */
  revision: string;
  /** '' until the voter's browser draws one. */
  nonce: string;
  /** Whether the box of a public vote is ticked. */
  acceptsPublic: boolean;
  /** In a sealed poll: the ciphertext, '' until the voter's browser makes it. */
  sealed: string;
}

interface Props {
  edition: string;
  poll: Poll;
  choices: readonly string[];
  form: CastFormFields;
  /** Of whoever is about to vote. */
  nickname: string;
  problems: Problems;
}

/**
 * « Déposer mon vote ». Complete without scripts; with them `cast-ballot` draws the nonce in the browser
 * and sends the same form again when the network fails, which counts once only.
 */
export function CastForm({ edition, poll, choices, form, nickname, problems }: Props) {
  return (
    <cast-ballot>
      <form method="post" action={urls.voteCast({ edition })} class="button-form" noValidate>
        <Hidden name="scrutin" value={poll.id} />
        <Hidden name="cle" value={form.idempotencyKey} />
        <Hidden name="revision" value={form.revision} />
        <Hidden name="alea" value={form.nonce} />
        {poll.settings.sealing && <Hidden name="scelle" value={form.sealed} />}
        {choices.map((key) => (
          <Hidden key={key} name="choix" value={key} />
        ))}
        <PublicVoteConsent
          poll={poll}
          nickname={nickname}
          checked={form.acceptsPublic}
          problems={problems}
        />
        <SubmitButton size="large" icon="vote">
          {m.polls_review_cast()}
        </SubmitButton>
      </form>
      <p role="status" data-part="sending" hidden>
        {m.polls_sending()}
      </p>
      <div role="alert" data-part="offline" hidden>
        <Notice tone="danger" title={m.polls_offline_title()}>
          <p>{m.polls_offline()}</p>
        </Notice>
      </div>
    </cast-ballot>
  );
}
