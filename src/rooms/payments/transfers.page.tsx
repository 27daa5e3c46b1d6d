import * as m from '../../paraglide/messages.js';
import { Checkbox } from '../../ui/choices.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Field } from '../../ui/field.tsx';
import {
  ButtonLink,
  ErrorSummary,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../ui/form.tsx';
import { formatMoney } from '../../ui/format.ts';
import { Actions, Section, Stack } from '../../ui/layout.tsx';
import { EmptyState } from '../../ui/list.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Table } from '../../ui/table.tsx';
import { Money } from '../../ui/text.tsx';
import { urls } from '../../urls.ts';
import {
  type Batch,
  LABEL_LENGTH,
  PAYER_SEGMENTS,
  PAYERS,
  type Payer,
  type PayerAccount,
} from './payment.ts';
import { payerWords, sayAccount, sayBatch, sayDay } from './words.page.ts';

/** A request that waits for its payment, as the desk sees it. */
interface ToPay {
  id: string;
  number: number;
  title: string;
  group: string;
  amount: number;
  ibanLast4: string;
  /** null: nobody may choose it, for that reason. */
  closed: 'own-payment' | 'no-bank-details' | null;
}

export interface TypedBatch {
  chosen: readonly string[];
  labels: ReadonlyMap<string, string>;
  day: { day: string; month: string; year: string };
}

interface Props {
  payer: Payer;
  account: PayerAccount | null;
  toPay: readonly ToPay[];
  /** How many more wait, after the oldest that are shown. */
  left: number;
  batches: readonly Batch[];
  typed: TypedBatch;
  problems: Problems;
}

/** What an account is to pay, and the files that were made for its bank. */
export function TransfersPage({ payer, account, toPay, left, batches, typed, problems }: Props) {
  const total = toPay.reduce((sum, { amount }) => sum + amount, 0);
  return (
    <Stack>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.payments_title()}
        lead={m.payments_lead()}
        breadcrumb={[{ label: m.ledger_title(), href: urls.finances() }]}
        actions={
          <>
            <ButtonLink kind="secondary" icon="document" href={urls.bankStatements()}>
              {m.payments_statements_title()}
            </ButtonLink>
            <ButtonLink kind="quiet" icon="settings" href={urls.payerAccounts()}>
              {m.payments_accounts_title()}
            </ButtonLink>
          </>
        }
      />
      <Actions>
        {PAYERS.map((one) => (
          <ButtonLink
            key={one}
            kind={one === payer ? 'secondary' : 'quiet'}
            href={urls.transfers(one === 'campaign' ? { compte: PAYER_SEGMENTS[one] } : {})}
          >
            {payerWords[one]()}
          </ButtonLink>
        ))}
      </Actions>
      <Section
        title={m.payments_to_pay_title()}
        {...(toPay.length > 0 && {
          lead: m.payments_to_pay_lead({ count: toPay.length, amount: formatMoney(total) }),
        })}
      >
        {account === null && (
          <Notice
            tone="warning"
            title={m.payments_problem_no_account()}
            actions={
              <ButtonLink href={urls.payerAccounts()}>{m.payments_account_save()}</ButtonLink>
            }
          />
        )}
        {toPay.length === 0 ? (
          <EmptyState icon="money" title={m.payments_to_pay_none()}>
            <p>{m.payments_to_pay_none_words()}</p>
          </EmptyState>
        ) : (
          <>
            {left > 0 && <Notice tone="info">{m.payments_to_pay_left({ count: left })}</Notice>}
            <ChooseForm {...{ payer, account, toPay, typed, problems }} />
          </>
        )}
      </Section>
      <Section title={m.payments_batches_title()}>
        {batches.length === 0 ? (
          <p>{m.payments_batches_none()}</p>
        ) : (
          <Table
            caption={m.payments_batches_title()}
            captionHidden
            columns={[
              { key: 'number', label: m.payments_batch() },
              { key: 'day', label: m.payments_executed_on() },
              { key: 'payer', label: m.payments_payer() },
              { key: 'payments', label: m.payments_count(), numeric: true },
              { key: 'amount', label: m.payments_amount(), numeric: true },
              { key: 'state', label: m.payments_state(), sentences: true },
            ]}
            rows={batches.map((batch) => ({
              number: (
                <a href={urls.transferBatch({ batch: String(batch.number) })}>
                  {m.payments_batch_number({ number: String(batch.number) })}
                </a>
              ),
              day: sayDay(batch.executedOn),
              payer: payerWords[batch.payer](),
              payments: batch.payments,
              amount: <Money cents={batch.amount} />,
              state: sayBatch(batch),
            }))}
          />
        )}
      </Section>
    </Stack>
  );
}

const closedWords = {
  'own-payment': m.payments_problem_own,
  'no-bank-details': m.payments_problem_no_details,
};

function ChooseForm({ payer, account, toPay, typed, problems }: Omit<Props, 'batches' | 'left'>) {
  return (
    <Form action={urls.transfers()} label={m.payments_to_pay_title()}>
      <Hidden name="compte" value={PAYER_SEGMENTS[payer]} />
      <Table
        caption={m.payments_to_pay_title()}
        captionHidden
        columns={[
          { key: 'chosen', label: m.payments_choose(), ownWords: true },
          { key: 'group', label: m.payments_group() },
          { key: 'account', label: m.payments_account() },
          { key: 'label', label: m.payments_label(), ownWords: true, sentences: true },
          { key: 'amount', label: m.payments_amount(), numeric: true },
        ]}
        rows={toPay.map((one) => ({
          chosen: one.closed ? (
            <>
              {sayRequest(one)}
              <br />
              <span class="hint">{closedWords[one.closed]()}</span>
            </>
          ) : (
            <Checkbox
              name="demande"
              id={`demande-${one.id}`}
              value={one.id}
              label={sayRequest(one)}
              checked={typed.chosen.includes(one.id)}
            />
          ),
          group: <bdi>{one.group}</bdi>,
          account: sayAccount(one.ibanLast4),
          label: one.closed ? (
            '–'
          ) : (
            <Field
              name={`libelle-${one.id}`}
              label={m.payments_label_of({ number: String(one.number) })}
              value={typed.labels.get(one.id) ?? ''}
              problems={problems}
            />
          ),
          amount: <Money cents={one.amount} />,
        }))}
      />
      <p class="hint">{m.payments_label_hint({ most: LABEL_LENGTH })}</p>
      <DateField
        name="jour"
        label={m.payments_executed_on()}
        hint={m.payments_executed_on_hint()}
        value={typed.day}
        problems={problems}
        required
      />
      {account && (
        <p>{m.payments_from({ name: account.name, account: sayAccount(account.ibanLast4) })}</p>
      )}
      <SubmitButton size="large" icon="receipt">
        {m.payments_make()}
      </SubmitButton>
    </Form>
  );
}

const sayRequest = ({ number, title }: ToPay): string =>
  m.payments_request({ number: String(number), title });
