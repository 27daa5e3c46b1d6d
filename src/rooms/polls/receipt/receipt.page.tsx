import * as m from '../../../paraglide/messages.js';
import { Receipt } from '../../../ui/basket.tsx';
import { ButtonForm, ButtonLink } from '../../../ui/form.tsx';
import { formatDateTime } from '../../../ui/format.ts';
import { Column } from '../../../ui/layout.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QrCode } from '../../../ui/qr-code.tsx';
import { urls } from '../../../urls.ts';
import { EditionFrame } from '../../spaces/index.page.ts';
import type { Edition } from '../../spaces/index.ts';
import type { Poll } from '../poll.ts';
import { PublicVoteBanner } from '../public-vote.page.tsx';

interface Props {
  edition: Edition;
  now: Date;
  poll: Poll;
  /** In letters and figures, ungrouped. */
  code: string;
  nonceBy: 'browser' | 'server';
  /** The signed line itself. */
  signed: string;
  /** A class votes on this device: the next pupil waits. */
  inClass: boolean;
}

/** What a voter keeps: the tracking code, what it proves, and the signed line for verifiers. */
export function ReceiptPage({ edition, now, poll, code, nonceBy, signed, inClass }: Props) {
  const at = { edition: edition.slug };
  return (
    <EditionFrame edition={edition} now={now} current="vote">
      <PublicVoteBanner edition={edition.slug} poll={poll} />
      <Receipt
        level={1}
        title={m.polls_receipt_title()}
        code={code}
        items={[
          { term: m.polls_receipt_poll(), detail: poll.title },
          { term: m.polls_receipt_until(), detail: formatDateTime(poll.closesAt) },
          {
            term: m.polls_receipt_nonce(),
            detail:
              nonceBy === 'browser'
                ? m.polls_receipt_nonce_browser()
                : m.polls_receipt_nonce_server(),
          },
        ]}
        picture={<QrCode text={signed} alternative={m.receipts_qr()} />}
        note={
          <>
            <p>{m.polls_receipt_note_1()}</p>
            <p>{poll.profile === 'P0' ? m.public_receipt_note() : m.polls_receipt_note_2()}</p>
          </>
        }
        actions={
          <>
            {inClass && (
              <ButtonForm action={urls.voteIdentityForget(at)} size="large">
                {m.classes_next_pupil()}
              </ButtonForm>
            )}
            <print-page>
              <template>
                <button type="button" class="button button-primary">
                  {m.polls_receipt_print()}
                </button>
              </template>
            </print-page>
            <ButtonLink href={urls.voteReceiptPdf(at)} kind="secondary">
              {m.receipts_pdf()}
            </ButtonLink>
            <ButtonLink href={urls.voteProof(at)} kind="secondary">
              {m.polls_receipt_check()}
            </ButtonLink>
            <ButtonLink href={urls.edition(at)} kind="quiet">
              {m.polls_receipt_edition()}
            </ButtonLink>
          </>
        }
      />
      <Column>
        <details>
          <summary>{m.polls_receipt_signed()}</summary>
          <p class="machine-words" translate={false}>
            {signed}
          </p>
        </details>
      </Column>
    </EditionFrame>
  );
}

interface NoReceiptProps {
  edition: Edition;
  now: Date;
  why: 'cast' | 'not-cast' | 'sealed';
}

/** Nothing to show: says whether a ballot is in the box, and never what it holds. */
export function NoReceiptPage({ edition, now, why }: NoReceiptProps) {
  const at = { edition: edition.slug };
  const words = {
    cast: m.polls_receipt_none_cast,
    'not-cast': m.polls_receipt_none_empty,
    sealed: m.polls_receipt_none_sealed,
  };
  return (
    <EditionFrame edition={edition} now={now} current="vote">
      <PageHeader
        title={m.polls_receipt_none_title()}
        lead={words[why]()}
        actions={
          <>
            <ButtonLink href={urls.voteProof(at)}>{m.polls_receipt_check()}</ButtonLink>
            <ButtonLink href={urls.vote(at)} kind="secondary">
              {m.polls_review_back()}
            </ButtonLink>
          </>
        }
      />
    </EditionFrame>
  );
}

/** A first-vote form although a ballot is in the box already: another window, or an impatient finger (V1). */
export function AlreadyCastPage({ edition, now }: { edition: Edition; now: Date }) {
  const at = { edition: edition.slug };
  return (
    <EditionFrame edition={edition} now={now} current="vote">
      <PageHeader
        title={m.polls_already_title()}
        lead={m.polls_already()}
        actions={
          <>
            <ButtonLink href={urls.voteReview(at)} size="large">
              {m.polls_already_replace()}
            </ButtonLink>
            <ButtonLink href={urls.voteReceipt(at)} kind="secondary">
              {m.polls_already_receipt()}
            </ButtonLink>
          </>
        }
      />
    </EditionFrame>
  );
}
