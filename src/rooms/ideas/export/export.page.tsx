import * as m from '../../../paraglide/messages.js';
import { ButtonLink } from '../../../ui/form.tsx';
import { Actions, Section, Stack } from '../../../ui/layout.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Table } from '../../../ui/table.tsx';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';
import { ideasCrumbs } from '../import/crumbs.page.ts';

interface Props {
  edition: Edition;
  total: number;
  columns: readonly { key: string; name(): string; meaning(): string }[];
}

export function ExportPage({ edition, total, columns }: Props) {
  const at = { edition: edition.slug };
  return (
    <Stack>
      <PageHeader
        title={m.imports_export_title()}
        lead={m.imports_export_lead({ count: total })}
        breadcrumb={ideasCrumbs(edition)}
      />
      <Actions>
        <ButtonLink href={urls.adminIdeasXlsx(at)} icon="download" download>
          {m.imports_export_xlsx()}
        </ButtonLink>
        <ButtonLink href={urls.adminIdeasCsv(at)} kind="secondary" icon="download" download>
          {m.imports_export_csv()}
        </ButtonLink>
        <ButtonLink href={urls.adminIdeasJson(at)} kind="secondary" icon="download" download>
          {m.opendata_ideas_json()}
        </ButtonLink>
      </Actions>
      <Section title={m.imports_dictionary_title()} lead={m.imports_dictionary_lead()}>
        <Table
          caption={m.imports_dictionary_title()}
          captionHidden
          columns={[
            { key: 'name', label: m.imports_dictionary_column() },
            { key: 'meaning', label: m.imports_dictionary_meaning() },
          ]}
          rows={columns.map(({ name, meaning }) => ({ name: name(), meaning: meaning() }))}
        />
      </Section>
    </Stack>
  );
}
