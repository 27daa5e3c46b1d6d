import * as m from '../../paraglide/messages.js';
import type { DataSet } from '../../platform/sets/data-set.ts';
import type { RowCount } from '../../platform/sets/row-source.ts';
import { ButtonLink } from '../../ui/form.tsx';
import { formatNumber } from '../../ui/format.ts';
import { Actions, Section, Stack } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Table } from '../../ui/table.tsx';
import { DateText } from '../../ui/text.tsx';
import { urls } from '../../urls.ts';
import { DATA_LICENCES, licenceWords } from '../organisations/index.page.ts';
import type { DataLicence } from '../organisations/index.ts';

interface Props {
  sets: readonly { set: DataSet; counted: RowCount }[];
  licence: DataLicence;
}

/** What everybody may take away, how fresh it is, and what is not in it. */
export function OpenDataPage({ sets, licence }: Props) {
  const { name, href } = DATA_LICENCES[licence];
  return (
    <Stack>
      <PageHeader title={m.opendata_title()} lead={m.opendata_lead()} />
      <Actions>
        <ButtonLink href={urls.dataZip()} icon="download" download>
          {m.opendata_everything()}
        </ButtonLink>
      </Actions>
      <Section title={m.opendata_sets()} lead={m.opendata_sets_lead()}>
        <Table
          caption={m.opendata_sets()}
          captionHidden
          columns={[
            { key: 'set', label: m.opendata_set() },
            { key: 'meaning', label: m.opendata_holds(), sentences: true, ownWords: true },
            { key: 'rows', label: m.opendata_rows(), numeric: true },
            { key: 'changed', label: m.opendata_changed_on() },
            { key: 'csv', label: m.opendata_file() },
          ]}
          rows={sets.map(({ set, counted }) => ({
            set: <a href={urls.dataSet({ set: set.key })}>{set.title()}</a>,
            meaning: set.meaning(),
            rows: formatNumber(counted.rows),
            changed: counted.changedAt ? <DateText at={counted.changedAt} shape="day" /> : '–',
            csv: (
              <a href={urls.dataFile({ file: `${set.key}.csv` })} download>
                {m.opendata_csv_of({ key: set.key })}
              </a>
            ),
          }))}
        />
      </Section>
      <Section title={m.opendata_licence()}>
        <p>
          {m.opendata_licence_is()}{' '}
          <a href={href} rel="license">
            {name}
          </a>
        </p>
        <p>{licenceWords[licence]()}</p>
      </Section>
      <Section title={m.opendata_privacy()}>
        <p>{m.opendata_privacy_words()}</p>
      </Section>
      <Section title={m.opendata_ballots()}>
        <p>{m.opendata_ballots_words()}</p>
      </Section>
      <Section title={m.opendata_programs()}>
        <p>{m.opendata_programs_words()}</p>
        <p>
          <a href={urls.dataCatalogue()}>{m.opendata_catalogue_link()}</a>
        </p>
      </Section>
    </Stack>
  );
}
