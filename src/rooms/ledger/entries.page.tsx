import * as m from '../../paraglide/messages.js';
import { Field, Select } from '../../ui/field.tsx';
import { ButtonLink, Form, SubmitButton } from '../../ui/form.tsx';
import { Actions, Grid, Panel, Stack } from '../../ui/layout.tsx';
import { EmptyState, Pagination } from '../../ui/list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { urls } from '../../urls.ts';
import { type EntriesFilter, type RecordedEntry, writeEntriesFilter } from './book.ts';
import { EntryTable } from './entry-table.page.tsx';
import { ENTRY_KINDS } from './ledger.ts';
import { type Holders, kindWords } from './ledger-words.page.ts';

interface Props {
  filter: EntriesFilter;
  entries: readonly RecordedEntry[];
  next: string | null;
  holders: Holders;
  /** Years that entries are counted in. */
  years: readonly number[];
  hasSiren: boolean;
}

/** Every entry, the latest day first. */
export function EntriesPage({ filter, entries, next, holders, years, hasSiren }: Props) {
  const isFiltered = Boolean(filter.kind || filter.from || filter.to || filter.words);
  return (
    <Stack>
      <PageHeader
        title={m.ledger_entries()}
        lead={m.ledger_entries_lead()}
        breadcrumb={[{ label: m.ledger_title(), href: urls.finances() }]}
        actions={
          years.length > 0 && (
            <ButtonLink kind="quiet" icon="download" href="#exporter">
              {m.ledger_export_title()}
            </ButtonLink>
          )
        }
      />
      <EntryFilters filter={filter} isFiltered={isFiltered} />
      {entries.length === 0 ? (
        <EmptyState icon="book" title={m.ledger_entries_none_title()}>
          <p>{isFiltered ? m.ledger_entries_not_found() : m.ledger_entries_none()}</p>
        </EmptyState>
      ) : (
        <EntryTable caption={m.ledger_entries()} entries={entries} holders={holders} />
      )}
      <Pagination
        nextHref={
          next ? urls.financeEntries(writeEntriesFilter({ ...filter, after: next })) : undefined
        }
      />
      {years.length > 0 && <Exports filter={filter} years={years} hasSiren={hasSiren} />}
    </Stack>
  );
}

function EntryFilters({ filter, isFiltered }: { filter: EntriesFilter; isFiltered: boolean }) {
  return (
    <Panel tone="quiet" title={m.ledger_filters()}>
      <Form action={urls.financeEntries()} method="get" label={m.ledger_filters()}>
        <Grid min="small">
          <Select
            name="genre"
            label={m.ledger_filter_kind()}
            options={ENTRY_KINDS.map((kind) => ({ value: kind, label: kindWords[kind]() }))}
            value={filter.kind ?? ''}
            empty={m.ledger_filter_kind_all()}
          />
          <Field
            type="search"
            name="q"
            label={m.ledger_search_holder()}
            value={filter.words}
            width="full"
          />
          <Field type="date" name="du" label={m.ledger_filter_from()} value={filter.from ?? ''} />
          <Field type="date" name="au" label={m.ledger_filter_to()} value={filter.to ?? ''} />
        </Grid>
        <Actions>
          <SubmitButton kind="secondary" icon="filter">
            {m.ledger_filter_apply()}
          </SubmitButton>
          {isFiltered && (
            <ButtonLink kind="quiet" href={urls.financeEntries()}>
              {m.ledger_filter_clear()}
            </ButtonLink>
          )}
        </Actions>
      </Form>
    </Panel>
  );
}

function Exports({ filter, years, hasSiren }: Pick<Props, 'filter' | 'years' | 'hasSiren'>) {
  const asked = writeEntriesFilter({ ...filter, after: null });
  return (
    <div class="stack" id="exporter">
      <Panel title={m.ledger_export_title()}>
        <p>{m.ledger_export_lead()}</p>
        <Actions>
          {(['csv', 'xlsx'] as const).map((format) => (
            <ButtonLink
              key={format}
              kind="secondary"
              icon="download"
              href={urls.financeExport({ file: `ecritures.${format}` }, asked)}
              download
            >
              {format === 'csv' ? m.ledger_export_csv() : m.ledger_export_xlsx()}
            </ButtonLink>
          ))}
        </Actions>
      </Panel>
      <Panel title={m.ledger_export_fec_title()}>
        <p>{m.ledger_export_fec_lead()}</p>
        {!hasSiren && <p>{m.ledger_export_fec_siren()}</p>}
        <Actions>
          {hasSiren ? (
            years.map((year) => (
              <ButtonLink
                key={year}
                kind="secondary"
                icon="download"
                href={urls.financeExport({ file: 'fec' }, { annee: year })}
                download
              >
                {m.ledger_export_fec_year({ year: String(year) })}
              </ButtonLink>
            ))
          ) : (
            <ButtonLink kind="secondary" icon="settings" href={urls.financeSettings()}>
              {m.ledger_export_fec_settings()}
            </ButtonLink>
          )}
        </Actions>
      </Panel>
    </div>
  );
}
