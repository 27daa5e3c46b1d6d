import * as m from '../../../paraglide/messages.js';
import { Stat, Stats } from '../../../ui/charts.tsx';
import { ButtonForm, ButtonLink } from '../../../ui/form.tsx';
import { formatNumber } from '../../../ui/format.ts';
import { Actions, Section, Stack } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Table } from '../../../ui/table.tsx';
import { urls } from '../../../urls.ts';
import { programmeCrumbs } from './imports.page.tsx';
import { Notes } from './preview.page.tsx';
import type { CellNote, CellReason, ProgrammeRun } from './programme.ts';
import { reasonWords } from './words.page.ts';

/** How far an import is. */
export function ProgressPage({ run }: { run: ProgrammeRun }) {
  const at = { import: run.id };
  return (
    <Stack>
      <PageHeader
        title={m.programme_progress_title({ file: run.fileName })}
        breadcrumb={programmeCrumbs()}
      />
      <p role="status">
        {m.programme_progress({
          row: formatNumber(run.added + run.changed + run.same + run.refused),
          rows: formatNumber(run.rows),
        })}
      </p>
      <Figures run={run} />
      <Actions>
        <ButtonLink kind="secondary" href={urls.adminProgrammeImport(at)}>
          {m.programme_progress_reload()}
        </ButtonLink>
        <ButtonForm action={urls.adminProgrammeImportStop(at)} kind="quiet">
          {m.programme_stop()}
        </ButtonForm>
      </Actions>
    </Stack>
  );
}

interface Props {
  run: ProgrammeRun;
  counts: readonly { reason: CellReason; cells: number }[];
  notes: readonly CellNote[];
}

/** What an import did, and every cell that it tells of. */
export function ReportPage({ run, counts, notes }: Props) {
  return (
    <Stack>
      <PageHeader
        title={m.programme_report_title({ file: run.fileName })}
        breadcrumb={programmeCrumbs()}
        actions={
          <ButtonLink kind="secondary" href={urls.globalDelivery()}>
            {m.programme_report_see()}
          </ButtonLink>
        }
      />
      <Notice tone={run.stage === 'done' ? 'success' : 'warning'}>
        {run.stage === 'done'
          ? m.programme_report_done_words()
          : m.programme_report_stopped_words()}
      </Notice>
      <Figures run={run} />
      {counts.length > 0 && (
        <Section title={m.programme_report_why()}>
          <Table
            caption={m.programme_report_why()}
            captionHidden
            columns={[
              { key: 'why', label: m.programme_report_why(), sentences: true },
              { key: 'done', label: m.programme_report_done(), sentences: true },
              { key: 'cells', label: m.programme_report_cells(), numeric: true },
            ]}
            rows={counts.map(({ reason, cells }) => ({
              why: reasonWords[reason].why(),
              done: reasonWords[reason].done(),
              cells: formatNumber(cells),
            }))}
          />
        </Section>
      )}
      {notes.length > 0 && <Notes notes={notes} run={run} />}
    </Stack>
  );
}

function Figures({ run: { added, changed, same, refused } }: { run: ProgrammeRun }) {
  return (
    <Stats>
      <Stat value={formatNumber(added)} label={m.programme_stat_added({ count: added })} />
      <Stat value={formatNumber(changed)} label={m.programme_stat_changed({ count: changed })} />
      <Stat value={formatNumber(same)} label={m.programme_stat_same({ count: same })} />
      <Stat value={formatNumber(refused)} label={m.programme_stat_refused({ count: refused })} />
    </Stats>
  );
}
