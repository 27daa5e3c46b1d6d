import * as m from '../../../paraglide/messages.js';
import { Stat, Stats } from '../../../ui/charts.tsx';
import { ButtonForm, ButtonLink, ErrorSummary, type Problems } from '../../../ui/form.tsx';
import { formatMoney, formatNumber } from '../../../ui/format.ts';
import { Actions, Section, Stack } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Table } from '../../../ui/table.tsx';
import { urls } from '../../../urls.ts';
import { programmeCrumbs } from './imports.page.tsx';
import type { ReadRealisation } from './line.ts';
import type { CellNote, ProgrammeRun } from './programme.ts';
import { reasonWords } from './words.page.ts';

interface Preview {
  realisations: readonly { row: number; realisation: ReadRealisation }[];
  notes: readonly CellNote[];
  odd: number;
  taken: number;
  refused: number;
  /** With how many lines each. */
  editions: readonly (readonly [edition: string, lines: number])[];
  /** Those that were held here: none of their lines comes in. */
  held: readonly (readonly [edition: string, lines: number])[];
}

interface Props {
  run: ProgrammeRun;
  preview: Preview;
  problems: Problems;
}

/** What would become of a file, before anything is written. */
export function PreviewPage({ run, preview, problems }: Props) {
  const at = { import: run.id };
  return (
    <Stack>
      <ErrorSummary problems={problems} />
      <PageHeader title={m.programme_preview_title()} breadcrumb={programmeCrumbs()} />
      <Stats>
        <Stat
          value={formatNumber(preview.taken)}
          label={m.programme_stat_taken({ count: preview.taken })}
        />
        <Stat
          value={formatNumber(preview.refused)}
          label={m.programme_stat_refused({ count: preview.refused })}
        />
        <Stat
          value={formatNumber(preview.odd)}
          label={m.programme_stat_odd({ count: preview.odd })}
        />
      </Stats>
      {preview.held.length > 0 && (
        <Notice tone="warning" title={m.programme_preview_held_title()}>
          <p>{m.programme_preview_held()}</p>
          <ul>
            {preview.held.map(([edition, lines]) => (
              <li key={edition}>
                <bdi>{edition}</bdi>
                {m.programme_preview_held_lines({ count: lines, lines: formatNumber(lines) })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <Actions>
        {preview.taken > 0 && (
          <ButtonForm action={urls.adminProgrammeImportPreview(at)} kind="primary">
            {m.programme_preview_start()}
          </ButtonForm>
        )}
        <ButtonLink kind="secondary" href={urls.adminProgrammeImport(at)}>
          {m.programme_preview_back()}
        </ButtonLink>
      </Actions>
      <Section title={m.programme_preview_editions()}>
        <Table
          caption={m.programme_preview_editions()}
          captionHidden
          columns={[
            { key: 'edition', label: m.programme_edition() },
            { key: 'lines', label: m.programme_projects(), numeric: true },
          ]}
          rows={preview.editions.map(([edition, lines]) => ({
            edition,
            lines: formatNumber(lines),
          }))}
        />
      </Section>
      <Section title={m.programme_preview_first()}>
        <Table
          caption={m.programme_preview_first()}
          captionHidden
          columns={[
            { key: 'row', label: m.imports_row() },
            { key: 'title', label: m.programme_column_title() },
            { key: 'edition', label: m.programme_edition() },
            { key: 'department', label: m.programme_department() },
            { key: 'cost', label: m.programme_field_cost(), numeric: true },
          ]}
          rows={preview.realisations.map(({ row, realisation: one }) => ({
            row: formatNumber(row),
            title: <bdi>{one.title || '—'}</bdi>,
            edition: one.edition,
            department: one.department,
            cost: formatMoney(one.votedCost),
          }))}
        />
      </Section>
      {preview.notes.length > 0 && <Notes notes={preview.notes} run={run} />}
    </Stack>
  );
}

/** The first cells that are told of; the file holds them all. */
export function Notes({ notes, run }: { notes: readonly CellNote[]; run: ProgrammeRun }) {
  return (
    <Section title={m.programme_preview_odd()}>
      <Table
        caption={m.programme_preview_odd()}
        captionHidden
        columns={[
          { key: 'row', label: m.imports_row() },
          { key: 'column', label: m.programme_report_column() },
          { key: 'value', label: m.programme_report_value() },
          { key: 'why', label: m.programme_report_why(), sentences: true },
          { key: 'done', label: m.programme_report_done(), sentences: true },
        ]}
        rows={notes.map(({ row, columnName, value, before, reason }) => ({
          row: formatNumber(row),
          column: <bdi>{columnName}</bdi>,
          value: <bdi>{before === null ? value || '—' : `${before || '—'} → ${value || '—'}`}</bdi>,
          why: reasonWords[reason].why(),
          done: reasonWords[reason].done(),
        }))}
      />
      <p>
        <ButtonLink
          kind="quiet"
          icon="download"
          href={urls.adminProgrammeImportReport({ import: run.id })}
          download
        >
          {m.programme_report_download()}
        </ButtonLink>
      </p>
    </Section>
  );
}
