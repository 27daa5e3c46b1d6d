import * as m from '../../paraglide/messages.js';
import { getLocale } from '../../paraglide/runtime.js';
import type { ColumnType, DataSet } from '../../platform/sets/data-set.ts';
import type { DictionaryLine } from '../../platform/sets/dictionary.ts';
import { type Format, formatsOf } from '../../platform/sets/formats.ts';
import type { RowCount } from '../../platform/sets/row-source.ts';
import { ButtonLink } from '../../ui/form.tsx';
import { formatDateTime, formatNumber } from '../../ui/format.ts';
import { Actions, Section, Stack } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { DescriptionList, Table } from '../../ui/table.tsx';
import { urls } from '../../urls.ts';
import { DATA_LICENCES } from '../organisations/index.page.ts';
import type { DataLicence } from '../organisations/index.ts';

const formatWords: Record<Format, () => string> = {
  csv: m.opendata_format_csv,
  xlsx: m.opendata_format_xlsx,
  json: m.opendata_format_json,
  jsonl: m.opendata_format_jsonl,
  geojson: m.opendata_format_geojson,
};

const typeWords: Record<ColumnType, () => string> = {
  text: m.opendata_type_text,
  integer: m.opendata_type_integer,
  decimal: m.opendata_type_decimal,
  boolean: m.opendata_type_boolean,
  day: m.opendata_type_day,
  instant: m.opendata_type_instant,
  address: m.opendata_type_address,
};

const unitWords = { euro: m.opendata_unit_euro, degree: m.opendata_unit_degree };

interface Props {
  set: DataSet;
  counted: RowCount;
  licence: DataLicence;
  columns: readonly DictionaryLine[];
}

/** One set: its files at addresses that stay, and what each column means. */
export function DataSetPage({ set, counted, columns, licence }: Props) {
  return (
    <Stack>
      <PageHeader
        title={set.title()}
        lead={set.meaning()}
        breadcrumb={[{ label: m.opendata_title(), href: urls.openData() }]}
      />
      <Actions>
        {formatsOf(set.columns).map((format) => (
          <ButtonLink
            key={format}
            href={urls.dataFile({ file: `${set.key}.${format}` })}
            kind={format === 'csv' ? 'primary' : 'secondary'}
            icon="download"
            download
          >
            {formatWords[format]()}
          </ButtonLink>
        ))}
      </Actions>
      <DescriptionList
        items={[
          { term: m.opendata_rows(), detail: formatNumber(counted.rows) },
          {
            term: m.opendata_changed(),
            detail: counted.changedAt ? formatDateTime(counted.changedAt) : m.opendata_undated(),
          },
          {
            term: m.opendata_licence(),
            detail: (
              <a href={DATA_LICENCES[licence].href} rel="license">
                {DATA_LICENCES[licence].name}
              </a>
            ),
          },
        ]}
      />
      <ColumnTable columns={columns} />
    </Stack>
  );
}

function ColumnTable({ columns }: { columns: readonly DictionaryLine[] }) {
  return (
    <Section title={m.opendata_dictionary()} lead={m.opendata_dictionary_lead()}>
      <Table
        caption={m.opendata_dictionary()}
        captionHidden
        columns={[
          { key: 'key', label: m.opendata_column() },
          { key: 'meaning', label: m.opendata_meaning(), sentences: true },
          { key: 'type', label: m.opendata_type() },
          { key: 'example', label: m.opendata_example(), sentences: true },
        ]}
        rows={columns.map(({ key, meaning, type, unit, example }) => ({
          key: <code>{key}</code>,
          meaning: meaning[getLocale()],
          type: unit ? `${typeWords[type]()} (${unitWords[unit]()})` : typeWords[type](),
          example,
        }))}
      />
    </Section>
  );
}
