import * as m from '../../../paraglide/messages.js';
import { ButtonForm, ButtonLink, ErrorSummary } from '../../../ui/form.tsx';
import { formatMoney } from '../../../ui/format.ts';
import { Section, Stack } from '../../../ui/layout.tsx';
import { EmptyState } from '../../../ui/list.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Table } from '../../../ui/table.tsx';
import { Money } from '../../../ui/text.tsx';
import { urls } from '../../../urls.ts';
import type { Group, GroupRight } from '../../groups/index.ts';
import type { Budget } from '../budget.ts';
import { isRequestOpen, type Request } from '../request.ts';
import { WrittenAmount } from '../written-amount.page.tsx';
import { RequestBadge, requestCrumbs } from './frame.page.tsx';
import { sourceWords, titleOf } from './words.page.ts';

interface ListProps {
  group: Group;
  right: GroupRight;
  requests: readonly Request[];
}

/** Where a treasurer goes on: what is open is written, the rest is read. */
const requestAddress = (request: Pick<Request, 'number' | 'state'>, writes: boolean) => {
  const at = { request: String(request.number) };
  if (!writes || !isRequestOpen(request)) return urls.spendingHistory(at);
  return request.state === 'draft' ? urls.requestDetails(at) : urls.requestEnding(at);
};

/** Members see what is asked and how it stands; the papers are for treasurers and leads. */
export function GroupRequestsPage({ group, right, requests }: ListProps) {
  const opens = right.handlesMoney || right.leads;
  const button = right.handlesMoney && (
    <ButtonLink icon="plus" href={urls.newGroupRequest({ group: group.slug })}>
      {m.requests_new()}
    </ButtonLink>
  );
  return (
    <Stack>
      <PageHeader
        title={m.requests_title()}
        lead={m.requests_lead({ group: group.name })}
        breadcrumb={requestCrumbs(group).slice(0, 2)}
        actions={requests.length > 0 && button}
      />
      {requests.length === 0 ? (
        <EmptyState icon="receipt" title={m.requests_none()} actions={button}>
          <p>{m.requests_none_words()}</p>
          {!right.handlesMoney && <p>{m.requests_none_member()}</p>}
        </EmptyState>
      ) : (
        <Table
          caption={m.requests_title()}
          captionHidden
          columns={[
            { key: 'title', label: m.requests_column_title(), sentences: true },
            { key: 'state', label: m.requests_column_state(), sentences: true },
            { key: 'source', label: m.requests_column_source() },
            { key: 'amount', label: m.requests_column_amount(), numeric: true },
          ]}
          rows={requests.map((request) => ({
            title: opens ? (
              <a href={requestAddress(request, right.handlesMoney)}>
                <bdi>{titleOf(request)}</bdi>
              </a>
            ) : (
              <bdi>{titleOf(request)}</bdi>
            ),
            state: <RequestBadge request={request} />,
            source: sourceWords[request.source](),
            amount: <WrittenAmount cents={request.amount} />,
          }))}
        />
      )}
    </Stack>
  );
}

interface NewProps {
  group: Group;
  /** Validated, without a request yet. */
  budgets: readonly Budget[];
  /** Of actions, by id. */
  titles: ReadonlyMap<string, string>;
  /** Cents, of the group's envelope. */
  balance: number;
  problem: string | null;
}

/** Out of whose money: a validated budget, or the group's own. */
export function NewRequestPage({ group, budgets, titles, balance, problem }: NewProps) {
  const action = urls.newGroupRequest({ group: group.slug });
  return (
    <Stack>
      <ErrorSummary problems={problem ? { form: problem } : {}} />
      <PageHeader
        title={m.requests_new_title()}
        lead={m.requests_new_lead()}
        breadcrumb={requestCrumbs(group)}
      />
      <Section title={m.requests_new_budgets()}>
        {budgets.length === 0 ? (
          <>
            <p>{m.requests_new_budgets_none()}</p>
            <p>
              <a href={urls.groupBudgets({ group: group.slug })}>{m.requests_new_budgets_link()}</a>
            </p>
          </>
        ) : (
          <Table
            caption={m.requests_new_budgets()}
            captionHidden
            columns={[
              { key: 'action', label: m.requests_column_action(), sentences: true },
              { key: 'amount', label: m.requests_column_validated(), numeric: true },
              { key: 'start', label: m.requests_new_start(), ownWords: true },
            ]}
            rows={budgets.map((budget) => ({
              action: <bdi>{titles.get(budget.actionId) ?? ''}</bdi>,
              amount: <Money cents={budget.amount} />,
              start: (
                <ButtonForm
                  action={action}
                  values={{ budget: String(budget.number) }}
                  about={m.requests_new_about({ action: titles.get(budget.actionId) ?? '' })}
                >
                  {m.requests_new_start()}
                </ButtonForm>
              ),
            }))}
          />
        )}
      </Section>
      <Section title={m.requests_new_envelope()}>
        <p>{m.requests_new_envelope_words({ balance: formatMoney(balance) })}</p>
        <ButtonForm action={action} kind="secondary">
          {m.requests_new_envelope_start()}
        </ButtonForm>
      </Section>
    </Stack>
  );
}
