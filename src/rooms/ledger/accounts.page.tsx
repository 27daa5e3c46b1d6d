import * as m from '../../paraglide/messages.js';
import { Filters } from '../../ui/filters.tsx';
import { Section, Stack } from '../../ui/layout.tsx';
import { EmptyState, Pagination } from '../../ui/list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Table } from '../../ui/table.tsx';
import { Money } from '../../ui/text.tsx';
import { urls } from '../../urls.ts';
import {
  type AccountsFilter,
  HOLDER_KINDS,
  HOLDER_SEGMENTS,
  type HolderAccounts,
  kindsOf,
  type OpenAccount,
  writeAccountsFilter,
} from './book.ts';
import type { AccountKind, HolderKind } from './ledger.ts';
import { accountKindWords, type Holders } from './ledger-words.page.ts';

interface Props {
  filter: AccountsFilter;
  /** Those of the movement; on the first page only. */
  own: readonly OpenAccount[];
  accounts: readonly HolderAccounts[];
  next: string | null;
  holders: Holders;
}

const holderWords: Record<HolderKind, () => string> = {
  fund: m.ledger_holder_fund,
  group: m.ledger_holder_group,
};

const titles: Record<HolderKind, () => string> = {
  fund: m.ledger_accounts_funds,
  group: m.ledger_accounts_groups,
};

const columnWords: Partial<Record<AccountKind, () => string>> = {
  fund: m.ledger_free,
  'fund-reserved': m.ledger_reserved,
  'fund-payable': m.ledger_payable,
  group: m.ledger_free,
  'group-payable': m.ledger_payable,
};

/** Every account, by who holds it. */
export function AccountsPage({ filter, own, accounts, next, holders }: Props) {
  const { holder, words } = filter;
  const without = (changes: Partial<AccountsFilter>) =>
    urls.financeAccounts(writeAccountsFilter({ ...filter, after: null, ...changes }));
  return (
    <Stack>
      <PageHeader
        title={m.ledger_accounts()}
        lead={m.ledger_accounts_lead()}
        breadcrumb={[{ label: m.ledger_title(), href: urls.finances() }]}
      />
      {own.length > 0 && (
        <Section title={m.ledger_accounts_own()}>
          <Table
            caption={m.ledger_accounts_own()}
            captionHidden
            columns={[
              { key: 'account', label: m.ledger_account() },
              { key: 'balance', label: m.ledger_balance(), numeric: true },
            ]}
            rows={own.map(({ id, kind, balance }) => ({
              account: (
                <a href={urls.financeAccount({ account: id })}>{accountKindWords[kind]()}</a>
              ),
              balance: <Money cents={balance} />,
            }))}
          />
        </Section>
      )}
      <Section title={titles[holder]()}>
        <Filters
          action={urls.financeAccounts()}
          search={{ name: 'q', label: m.ledger_search_holder(), value: words }}
          selects={[
            {
              name: 'genre',
              label: m.ledger_filter_holder(),
              options: HOLDER_KINDS.map((kind) => ({
                value: HOLDER_SEGMENTS[kind],
                label: holderWords[kind](),
              })),
              value: HOLDER_SEGMENTS[holder],
            },
          ]}
          active={[
            ...(words ? [{ label: words, withoutHref: without({ words: '' }) }] : []),
            ...(holder === 'fund'
              ? [{ label: holderWords.fund(), withoutHref: without({ holder: 'group' }) }]
              : []),
          ]}
          clearHref={urls.financeAccounts()}
        />
        {accounts.length === 0 ? (
          <EmptyState icon="money" title={m.ledger_holders_none_title()} level={3}>
            <p>{words ? m.ledger_holders_not_found() : m.ledger_holders_none()}</p>
          </EmptyState>
        ) : (
          <Table
            caption={titles[holder]()}
            captionHidden
            columns={[
              { key: 'holder', label: m.ledger_account_holder() },
              ...kindsOf(holder).map((kind) => ({
                key: kind,
                label: columnWords[kind]!(),
                numeric: true,
              })),
            ]}
            rows={accounts.map((one) => ({
              holder: <HolderName id={one.holderId} holders={holders} />,
              ...Object.fromEntries(
                kindsOf(holder).map((kind) => [kind, <Balance key={kind} of={one} kind={kind} />]),
              ),
            }))}
          />
        )}
        <Pagination
          nextHref={
            next ? urls.financeAccounts(writeAccountsFilter({ ...filter, after: next })) : undefined
          }
        />
      </Section>
    </Stack>
  );
}

function HolderName({ id, holders }: { id: string; holders: Holders }) {
  const named = holders.get(id);
  if (!named) return <>{m.ledger_holder_gone()}</>;
  return (
    <a href={named.address}>
      <bdi>{named.name}</bdi>
    </a>
  );
}

/** What an account holds, and the way to its entries. */
function Balance({ of, kind }: { of: HolderAccounts; kind: AccountKind }) {
  const account = of.accounts[kind];
  if (!account) return <Money cents={0} />;
  return (
    <a href={urls.financeAccount({ account: account.id })}>
      <Money cents={account.balance} />
    </a>
  );
}
