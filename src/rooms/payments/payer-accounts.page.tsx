import * as m from '../../paraglide/messages.js';
import { BankFields, type TypedAccount as TypedBank } from '../../ui/bank-fields.tsx';
import { ErrorSummary, Form, Hidden, type Problems, SubmitButton } from '../../ui/form.tsx';
import { formatDate } from '../../ui/format.ts';
import { Column, Section } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { urls } from '../../urls.ts';
import { PAYER_SEGMENTS, PAYERS, type Payer, type PayerAccount } from './payment.ts';
import { payerWords, sayAccount } from './words.page.ts';

export interface TypedAccount extends TypedBank {
  kind: Payer;
}

interface Props {
  accounts: readonly PayerAccount[];
  typed: TypedAccount | null;
  problems: Problems;
}

const hints: Record<Payer, () => string> = {
  usual: m.payments_payer_usual_hint,
  campaign: m.payments_payer_campaign_hint,
};

/** Accounts that pay: what is kept of them is sealed, and only their last four signs are ever shown. */
export function PayerAccountsPage({ accounts, typed, problems }: Props) {
  return (
    <Column>
      <ErrorSummary
        problems={problems}
        ids={Object.fromEntries(
          ['titulaire', 'iban', 'bic'].map((name) => [name, `${name}-${typed?.kind ?? 'usual'}`]),
        )}
      />
      <PageHeader
        title={m.payments_accounts_title()}
        lead={m.payments_accounts_lead()}
        breadcrumb={[
          { label: m.ledger_title(), href: urls.finances() },
          { label: m.payments_title(), href: urls.transfers() },
        ]}
      />
      {PAYERS.map((kind) => (
        <AccountForm
          key={kind}
          kind={kind}
          account={accounts.find((one) => one.kind === kind)}
          typed={typed?.kind === kind ? typed : null}
          problems={typed?.kind === kind ? problems : {}}
        />
      ))}
    </Column>
  );
}

function AccountForm({
  kind,
  account,
  typed,
  problems,
}: {
  kind: Payer;
  account: PayerAccount | undefined;
  typed: TypedAccount | null;
  problems: Problems;
}) {
  return (
    <Section title={payerWords[kind]()} lead={hints[kind]()}>
      {account ? (
        <p>
          <strong>
            <bdi>{account.name}</bdi>
          </strong>
          , {sayAccount(account.ibanLast4)}.{' '}
          {m.payments_account_saved({ date: formatDate(account.savedAt, 'day') })}
        </p>
      ) : (
        <p>{m.payments_account_none()}</p>
      )}
      <Form action={urls.payerAccounts()} label={payerWords[kind]()}>
        <Hidden name="compte" value={PAYER_SEGMENTS[kind]} />
        <Hidden name="version" value={account?.version ?? 0} />
        <BankFields
          typed={typed ?? { holder: account?.name ?? '', iban: '', bic: '' }}
          problems={problems}
          idEnd={kind}
        />
        <SubmitButton>
          {account ? m.payments_account_replace() : m.payments_account_save()}
        </SubmitButton>
      </Form>
    </Section>
  );
}
