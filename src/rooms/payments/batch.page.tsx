import * as m from '../../paraglide/messages.js';
import { Checkbox } from '../../ui/choices.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Select, TextArea } from '../../ui/field.tsx';
import { ButtonLink, ErrorSummary, Form, type Problems, SubmitButton } from '../../ui/form.tsx';
import { formatDate, formatMoney } from '../../ui/format.ts';
import { Section, Stack } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { DescriptionList, Table } from '../../ui/table.tsx';
import { StateBadge } from '../../ui/tag.tsx';
import { Money } from '../../ui/text.tsx';
import { urls } from '../../urls.ts';
import { type Batch, type Payment, REASON_LENGTH, refuseCancel } from './payment.ts';
import { payerWords, sayAccount, sayBatch, sayDay, stateTones, stateWords } from './words.page.ts';

/** What was typed in one of the forms of the page. */
export interface TypedAct {
  chosen: readonly string[];
  day: { day: string; month: string; year: string };
  payment: string;
  reason: string;
  asksBank: boolean;
}

interface Props {
  batch: Batch;
  payments: readonly Payment[];
  /** How long bank details are kept after a payment. */
  months: number;
  typed: TypedAct;
  problems: Problems;
}

/** One file for the bank: what is in it, and what became of each of its payments. */
export function BatchPage({ batch, payments, months, typed, problems }: Props) {
  const at = { batch: String(batch.number) };
  const waiting = payments.filter(({ state }) => state === 'sent');
  const returnable = payments.filter(({ state }) => state === 'sent' || state === 'paid');
  return (
    <Stack>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.payments_batch_number({ number: at.batch })}
        breadcrumb={[
          { label: m.ledger_title(), href: urls.finances() },
          { label: m.payments_title(), href: urls.transfers() },
        ]}
        actions={
          batch.cancelledAt === null && (
            <ButtonLink icon="download" href={urls.transferBatchFile(at)} download>
              {m.payments_download()}
            </ButtonLink>
          )
        }
      />
      <DescriptionList
        items={[
          { term: m.payments_payer(), detail: payerWords[batch.payer]() },
          { term: m.payments_executed_on(), detail: sayDay(batch.executedOn) },
          { term: m.payments_count(), detail: batch.payments },
          { term: m.payments_amount(), detail: <Money cents={batch.amount} /> },
          { term: m.payments_made_on(), detail: formatDate(batch.madeAt, 'day') },
          { term: m.payments_message_id(), detail: batch.messageId },
          { term: m.payments_state(), detail: sayBatch(batch) },
        ]}
      />
      {batch.cancelledAt === null && <p class="hint">{m.payments_download_hint({ months })}</p>}
      <Section title={m.payments_of_batch()}>
        {waiting.length > 0 ? (
          <Form action={urls.transferBatchPaid(at)} label={m.payments_mark_paid()}>
            <PaymentsTable payments={payments} chosen={typed.chosen} />
            <DateField
              name="jour"
              label={m.payments_paid_on()}
              hint={m.payments_paid_on_hint()}
              value={typed.day}
              problems={problems}
              required
            />
            <SubmitButton icon="check">{m.payments_mark_paid()}</SubmitButton>
          </Form>
        ) : (
          <PaymentsTable payments={payments} chosen={null} />
        )}
      </Section>
      {returnable.length > 0 && (
        <Section title={m.payments_reject_title()} lead={m.payments_reject_lead()}>
          <Form action={urls.transferReject(at)} label={m.payments_reject_title()}>
            <Select
              name="paiement"
              label={m.payments_reject_which()}
              options={returnable.map((one) => ({ value: one.id, label: sayPayment(one) }))}
              empty
              value={typed.payment}
              problems={problems}
              required
            />
            <TextArea
              name="motif"
              label={m.payments_reject_reason()}
              hint={m.payments_reject_reason_hint()}
              value={typed.reason}
              limit={REASON_LENGTH}
              rows={3}
              problems={problems}
              required
            />
            <Checkbox
              name="coordonnees"
              label={m.payments_reject_asks_bank()}
              hint={m.payments_reject_asks_bank_hint()}
              checked={typed.asksBank}
              problems={problems}
            />
            <SubmitButton kind="secondary">{m.payments_reject()}</SubmitButton>
          </Form>
        </Section>
      )}
      {refuseCancel(batch) === null && (
        <Section title={m.payments_cancel_title()} lead={m.payments_cancel_lead()}>
          <Form action={urls.transferBatchCancel(at)} label={m.payments_cancel_title()}>
            <Checkbox name="certifie" label={m.payments_cancel_sure()} problems={problems} />
            <SubmitButton kind="secondary">{m.payments_cancel()}</SubmitButton>
          </Form>
        </Section>
      )}
    </Stack>
  );
}

/** `chosen` null: nothing is left to choose. */
function PaymentsTable({
  payments,
  chosen,
}: {
  payments: readonly Payment[];
  chosen: readonly string[] | null;
}) {
  return (
    <Table
      caption={m.payments_of_batch()}
      captionHidden
      columns={[
        { key: 'label', label: m.payments_label(), ownWords: chosen !== null },
        { key: 'id', label: m.payments_end_to_end() },
        { key: 'account', label: m.payments_account() },
        { key: 'state', label: m.payments_state() },
        { key: 'amount', label: m.payments_amount(), numeric: true },
      ]}
      rows={payments.map((one) => ({
        label:
          chosen !== null && one.state === 'sent' ? (
            <Checkbox
              name="paiements"
              id={`paiements-${one.id}`}
              value={one.id}
              label={one.label}
              checked={chosen.includes(one.id)}
            />
          ) : (
            <bdi>{one.label}</bdi>
          ),
        id: one.endToEndId,
        account: sayAccount(one.ibanLast4),
        state: (
          <>
            <StateBadge tone={stateTones[one.state]}>{stateWords[one.state]()}</StateBadge>
            {one.settledOn && <span class="hint"> {sayDay(one.settledOn)}</span>}
            {one.reason && (
              <>
                <br />
                <span class="hint">{one.reason}</span>
              </>
            )}
          </>
        ),
        amount: <Money cents={one.amount} />,
      }))}
    />
  );
}

const sayPayment = ({ label, amount, endToEndId }: Payment): string =>
  `${endToEndId}, ${formatMoney(amount)}, ${label}`;
