import * as m from '../../../paraglide/messages.js';
import { Field, Select } from '../../../ui/field.tsx';
import { ButtonLink, Form, SubmitButton } from '../../../ui/form.tsx';
import { formatNumber } from '../../../ui/format.ts';
import { Actions, Grid, Panel, Section, Stack } from '../../../ui/layout.tsx';
import { EmptyState, List, Pagination } from '../../../ui/list.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Table } from '../../../ui/table.tsx';
import { DateText, Money } from '../../../ui/text.tsx';
import { urls } from '../../../urls.ts';
import { type Request, STATE_SEGMENTS } from '../request.ts';
import { CATEGORIES } from '../request-form.ts';
import {
  DESK_STATES,
  type DeskFilter,
  type DeskState,
  NO_FILTER,
  writeDeskFilter,
} from './desk-filter.ts';
import { RequestBadge } from './frame.page.tsx';
import { categoryWords, deskStateWords, sourceWords, timingWords, titleOf } from './words.page.ts';

interface Props {
  filter: DeskFilter;
  requests: readonly Request[];
  next: number | null;
  counts: ReadonlyMap<DeskState, number>;
  /** By id. */
  groups: ReadonlyMap<string, string>;
}

/** Requests as the desk goes through them. */
export function DeskRequestsPage({ filter, requests, next, counts, groups }: Props) {
  const bare = { ...filter, after: null };
  return (
    <Stack>
      <PageHeader
        title={m.requests_desk_title()}
        lead={m.requests_desk_lead()}
        breadcrumb={[{ label: m.requests_desk_home(), href: urls.finances() }]}
      />
      <Counts counts={counts} state={filter.state} />
      <DeskFilters filter={filter} />
      {requests.length === 0 ? (
        <EmptyState icon="receipt" title={m.requests_desk_none()}>
          <p>{m.requests_desk_none_words()}</p>
        </EmptyState>
      ) : (
        <Table
          caption={m.requests_desk_title()}
          captionHidden
          columns={[
            { key: 'title', label: m.requests_column_title(), sentences: true },
            { key: 'group', label: m.requests_column_group() },
            { key: 'state', label: m.requests_column_state(), sentences: true },
            { key: 'source', label: m.requests_column_source() },
            { key: 'sent', label: m.requests_column_sent() },
            { key: 'amount', label: m.requests_column_amount(), numeric: true },
          ]}
          rows={requests.map((request) => ({
            title: (
              <a href={urls.financeRequest({ request: String(request.number) })}>
                <bdi>{titleOf(request)}</bdi>
              </a>
            ),
            group: <bdi>{groups.get(request.groupId) ?? ''}</bdi>,
            state: <RequestBadge request={request} />,
            source: sourceWords[request.source](),
            sent: request.sentAt ? <DateText at={request.sentAt} shape="short" /> : '–',
            amount: <Money cents={request.amount} />,
          }))}
        />
      )}
      <Pagination
        nextHref={
          next === null
            ? undefined
            : urls.financeRequests(writeDeskFilter({ ...filter, after: next }))
        }
      />
      {requests.length > 0 && (
        <Section title={m.requests_desk_export()} lead={m.requests_desk_export_words()}>
          <Actions>
            {(['csv', 'xlsx'] as const).map((format) => (
              <ButtonLink
                key={format}
                kind="secondary"
                icon="download"
                href={urls.financeRequestsFile(
                  { file: `demandes.${format}` },
                  writeDeskFilter(bare),
                )}
                download
              >
                {format.toUpperCase()}
              </ButtonLink>
            ))}
          </Actions>
        </Section>
      )}
    </Stack>
  );
}

/** Each state with its number: a way to its list. */
function Counts({ counts, state }: Pick<Props, 'counts'> & Pick<DeskFilter, 'state'>) {
  return (
    <Section title={m.requests_desk_counts()}>
      <List label={m.requests_desk_counts()}>
        {DESK_STATES.map((one) => (
          <a
            key={one}
            href={urls.financeRequests({ etat: STATE_SEGMENTS[one] })}
            aria-current={one === state ? 'page' : undefined}
          >
            {deskStateWords[one]()} ({formatNumber(counts.get(one) ?? 0)})
          </a>
        ))}
      </List>
    </Section>
  );
}

function DeskFilters({ filter }: { filter: DeskFilter }) {
  const typed = writeDeskFilter(filter);
  const all = m.requests_desk_all();
  return (
    <Panel tone="quiet" title={m.requests_desk_filters()}>
      <Form action={urls.financeRequests()} method="get" label={m.requests_desk_filters()}>
        <Grid min="small">
          <Select
            name="etat"
            label={m.requests_column_state()}
            value={typed.etat}
            options={[
              { value: 'toutes', label: all },
              ...DESK_STATES.map((one) => ({
                value: STATE_SEGMENTS[one],
                label: deskStateWords[one](),
              })),
            ]}
          />
          <Field
            name="groupe"
            label={m.requests_desk_filter_group()}
            value={filter.group}
            width="full"
          />
          <Select
            name="source"
            label={m.requests_desk_filter_source()}
            value={typed.source}
            empty={all}
            options={[
              { value: 'groupe', label: sourceWords.group() },
              { value: 'fonds', label: sourceWords.fund() },
            ]}
          />
          <Select
            name="categorie"
            label={m.requests_desk_filter_category()}
            value={typed.categorie}
            empty={all}
            options={CATEGORIES.map((value) => ({ value, label: categoryWords[value]() }))}
          />
          <Select
            name="type"
            label={m.requests_desk_filter_timing()}
            value={typed.type}
            empty={all}
            options={[
              { value: 'passee', label: timingWords.past() },
              { value: 'a-venir', label: timingWords.future() },
            ]}
          />
          <Select
            name="electorale"
            label={m.requests_desk_filter_campaign()}
            value={typed.electorale}
            empty={all}
            options={[
              { value: 'oui', label: m.requests_desk_yes() },
              { value: 'non', label: m.requests_desk_no() },
            ]}
          />
          <Field type="date" name="du" label={m.requests_desk_filter_from()} value={typed.du} />
          <Field type="date" name="au" label={m.requests_desk_filter_to()} value={typed.au} />
          <Field
            type="search"
            name="q"
            label={m.requests_desk_filter_words()}
            value={filter.words}
          />
        </Grid>
        <Actions>
          <SubmitButton kind="secondary">{m.requests_desk_apply()}</SubmitButton>
          <a href={urls.financeRequests(writeDeskFilter(NO_FILTER))}>{m.requests_desk_clear()}</a>
        </Actions>
      </Form>
    </Panel>
  );
}
