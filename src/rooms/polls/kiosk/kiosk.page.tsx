import * as m from '../../../paraglide/messages.js';
import { Receipt } from '../../../ui/basket.tsx';
import { Field } from '../../../ui/field.tsx';
import {
  ButtonForm,
  ButtonLink,
  ErrorSummary,
  Form,
  type Problems,
  SubmitButton,
} from '../../../ui/form.tsx';
import { formatDateTime, formatTime } from '../../../ui/format.ts';
import { Column } from '../../../ui/layout.tsx';
import { ConfirmPage } from '../../../ui/next-step.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QrCode } from '../../../ui/qr-code.tsx';
import { urls } from '../../../urls.ts';
import type { VotePoint } from '../points/point.ts';
import type { Poll } from '../poll.ts';
import type { CodeRefusal } from './kiosk.ts';

export const codeWords: Record<CodeRefusal, () => string> = {
  'code-missing': m.kiosk_refused_code_missing,
  'code-wrong': m.kiosk_refused_code_wrong,
  'codes-void': m.kiosk_refused_codes_void,
};

/** What a kiosk shows while nobody is there: one field for a code. */
export function WaitingPage({ poll, problems }: { poll: Poll; problems: Problems }) {
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.kiosk_waiting_title()}
        kicker={<bdi>{poll.title}</bdi>}
        lead={m.kiosk_waiting_lead()}
      />
      <Form action={urls.kiosk()}>
        <div class="kiosk-field">
          <Field
            name="code"
            label={m.kiosk_code()}
            hint={m.kiosk_code_hint()}
            autocomplete="off"
            inputMode="numeric"
            width="medium"
            problems={problems}
            focused={Object.keys(problems).length === 0}
          />
        </div>
        <div>
          <SubmitButton size="large">{m.kiosk_enter()}</SubmitButton>
        </div>
      </Form>
      <p class="hint">{m.kiosk_secret()}</p>
    </Column>
  );
}

/** Closed from the desk, or its point is: the device is an ordinary one again. */
export function ClosedKioskPage() {
  return (
    <Column>
      <PageHeader
        title={m.kiosk_closed_title()}
        lead={m.kiosk_closed()}
        actions={
          <ButtonLink href={urls.desks()} kind="secondary">
            {m.kiosk_closed_office()}
          </ButtonLink>
        }
      />
    </Column>
  );
}

export function VoteOverPage({ poll }: { poll: Poll }) {
  return (
    <Column>
      <PageHeader
        title={m.kiosk_over_title()}
        kicker={<bdi>{poll.title}</bdi>}
        lead={m.kiosk_over()}
      />
    </Column>
  );
}

interface ReceiptProps {
  poll: Poll;
  code: string;
  nonceBy: 'browser' | 'server';
  signed: string;
}

/** The receipt, shown once: on paper or on a picture it leaves with its voter. */
export function KioskReceiptPage({ poll, code, nonceBy, signed }: ReceiptProps) {
  return (
    <Receipt
      level={1}
      title={m.kiosk_receipt_title()}
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
      note={<p>{m.kiosk_receipt_once()}</p>}
      actions={
        <>
          <ButtonForm action={urls.kioskLeave()} size="large">
            {m.kiosk_receipt_done()}
          </ButtonForm>
          <print-page>
            <template>
              <button type="button" class="button button-secondary">
                {m.polls_receipt_print()}
              </button>
            </template>
          </print-page>
        </>
      }
    />
  );
}

/** Asked once more: the officer leaves this device. */
export function TurnIntoKioskPage({ point, until }: { point: VotePoint; until: Date }) {
  const at = { point: point.id };
  return (
    <ConfirmPage
      question={m.kiosk_turn_question()}
      form={
        <ButtonForm action={urls.deskKiosk(at)} size="large">
          {m.kiosk_turn_button()}
        </ButtonForm>
      }
      cancelHref={urls.desk(at)}
      cancelLabel={m.kiosk_turn_cancel()}
    >
      <p>{m.kiosk_turn_words({ time: formatTime(until) })}</p>
      <Notice>
        <p>{m.kiosk_turn_back()}</p>
      </Notice>
    </ConfirmPage>
  );
}
