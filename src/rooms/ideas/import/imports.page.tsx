import * as m from '../../../paraglide/messages.js';
import { FileField } from '../../../ui/field.tsx';
import { ButtonLink, ErrorSummary, Form, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { formatDate, formatNumber } from '../../../ui/format.ts';
import { Section, Stack } from '../../../ui/layout.tsx';
import { EmptyState } from '../../../ui/list.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Table } from '../../../ui/table.tsx';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';
import { ideasCrumbs } from './crumbs.page.ts';
import { FIELDS, type IdeaImport, MOST_ROWS } from './import.ts';
import { fieldHints, fieldWords, stageWords } from './words.page.ts';

interface Props {
  edition: Edition;
  /** Ideas may be entered now. */
  open: boolean;
  imports: readonly IdeaImport[];
  problems: Problems;
}

/** Files of ideas: one to send, those that were. */
export function ImportsPage({ edition, open, imports, problems }: Props) {
  const at = { edition: edition.slug };
  return (
    <Stack>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.imports_title()}
        lead={m.imports_lead()}
        breadcrumb={ideasCrumbs(edition)}
        actions={
          <ButtonLink kind="secondary" href={urls.adminIdeasExport(at)}>
            {m.imports_export_title()}
          </ButtonLink>
        }
      />
      {open ? (
        <Section title={m.imports_send_title()}>
          <Form action={urls.adminIdeaImports(at)} upload>
            <FileField
              name="fichier"
              label={m.imports_file()}
              hint={m.imports_file_hint({ most: formatNumber(MOST_ROWS) })}
              accept=".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
              problems={problems}
            />
            <SubmitButton icon="upload">{m.imports_send()}</SubmitButton>
          </Form>
          <details>
            <summary>{m.imports_columns_title()}</summary>
            <Table
              caption={m.imports_columns_title()}
              captionHidden
              columns={[
                { key: 'field', label: m.imports_dictionary_column() },
                { key: 'words', label: m.imports_dictionary_meaning() },
              ]}
              rows={FIELDS.map((field) => ({
                field: fieldWords[field](),
                words: fieldHints[field]?.() ?? m.imports_hint_required(),
              }))}
            />
            <p>{m.imports_columns_words()}</p>
          </details>
        </Section>
      ) : (
        <Notice tone="warning">{m.imports_closed()}</Notice>
      )}
      <Section title={m.imports_list_title()}>
        {imports.length === 0 ? (
          <EmptyState icon="document" title={m.imports_none_title()}>
            <p>{m.imports_none()}</p>
          </EmptyState>
        ) : (
          <Table
            caption={m.imports_list_title()}
            captionHidden
            columns={[
              { key: 'file', label: m.imports_list_file() },
              { key: 'day', label: m.imports_list_day() },
              { key: 'state', label: m.imports_list_state() },
              { key: 'added', label: m.imports_list_added(), numeric: true },
              { key: 'odd', label: m.imports_list_odd(), numeric: true },
              { key: 'known', label: m.imports_list_known(), numeric: true },
            ]}
            rows={imports.map((run) => ({
              file: (
                <a href={urls.adminIdeaImport({ ...at, import: run.id })} dir="auto">
                  {run.fileName}
                </a>
              ),
              day: formatDate(run.uploadedAt, 'short'),
              state: run.undoneAt ? m.imports_stage_undone() : stageWords[run.stage](),
              ...(run.stage !== 'uploaded' && {
                added: formatNumber(run.added),
                odd: formatNumber(run.odd),
                known: formatNumber(run.known),
              }),
            }))}
          />
        )}
      </Section>
    </Stack>
  );
}
