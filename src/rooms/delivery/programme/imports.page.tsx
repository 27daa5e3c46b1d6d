import * as m from '../../../paraglide/messages.js';
import { FileField } from '../../../ui/field.tsx';
import { ErrorSummary, Form, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { formatDate, formatNumber } from '../../../ui/format.ts';
import { Section, Stack } from '../../../ui/layout.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Table } from '../../../ui/table.tsx';
import { urls } from '../../../urls.ts';
import type { ProgrammeRun } from './programme.ts';
import { runStageWords } from './words.page.ts';

/** Lines of one file. */
const MOST_ROWS = 20_000;

const officeCrumb = () => ({ label: m.projects_office(), href: urls.admin() });

/** From the dashboard to the files, for the pages of one of them. */
export const programmeCrumbs = () => [
  officeCrumb(),
  { label: m.programme_imports_title(), href: urls.adminProgrammeImports() },
];

/** Files of realisations: one to send, those that were. */
export function ImportsPage({
  runs,
  problems,
}: {
  runs: readonly ProgrammeRun[];
  problems: Problems;
}) {
  return (
    <Stack>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.programme_imports_title()}
        lead={m.programme_imports_lead()}
        breadcrumb={[officeCrumb()]}
      />
      <Form action={urls.adminProgrammeImports()} upload>
        <FileField
          name="fichier"
          label={m.imports_file()}
          hint={m.programme_imports_file_hint({ most: formatNumber(MOST_ROWS) })}
          accept=".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          problems={problems}
        />
        <SubmitButton icon="upload">{m.programme_imports_send()}</SubmitButton>
      </Form>
      <Section title={m.programme_imports_list()}>
        {runs.length === 0 ? (
          <p>{m.programme_imports_none()}</p>
        ) : (
          <Table
            caption={m.programme_imports_list()}
            captionHidden
            columns={[
              { key: 'file', label: m.imports_list_file() },
              { key: 'day', label: m.imports_list_day() },
              { key: 'state', label: m.imports_list_state() },
              { key: 'added', label: m.programme_stat_added({ count: 2 }), numeric: true },
              { key: 'changed', label: m.programme_stat_changed({ count: 2 }), numeric: true },
              { key: 'same', label: m.programme_stat_same({ count: 2 }), numeric: true },
              { key: 'refused', label: m.programme_stat_refused({ count: 2 }), numeric: true },
            ]}
            rows={runs.map((run) => ({
              file: (
                <a href={urls.adminProgrammeImport({ import: run.id })} dir="auto">
                  {run.fileName}
                </a>
              ),
              day: formatDate(run.uploadedAt, 'short'),
              state: runStageWords[run.stage](),
              ...(run.stage !== 'uploaded' && {
                added: formatNumber(run.added),
                changed: formatNumber(run.changed),
                same: formatNumber(run.same),
                refused: formatNumber(run.refused),
              }),
            }))}
          />
        )}
      </Section>
    </Stack>
  );
}
