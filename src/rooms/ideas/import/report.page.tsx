import * as m from '../../../paraglide/messages.js';
import { Stat, Stats } from '../../../ui/charts.tsx';
import { ButtonForm, ButtonLink } from '../../../ui/form.tsx';
import { formatDateTime, formatNumber } from '../../../ui/format.ts';
import { Section, Stack } from '../../../ui/layout.tsx';
import { NextStep } from '../../../ui/next-step.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';
import { importCrumbs } from './crumbs.page.ts';
import type { IdeaImport, Oddity, UndoRefusal } from './import.ts';
import { Oddities } from './preview.page.tsx';

interface Props {
  edition: Edition;
  run: IdeaImport;
}

/** How far an import is; read again by itself where scripts run, by a link otherwise. */
export function ProgressPage({ edition, run }: Props) {
  const at = { edition: edition.slug, import: run.id };
  return (
    <Stack>
      <PageHeader
        title={m.imports_report_title({ file: run.fileName })}
        breadcrumb={importCrumbs(edition)}
      />
      <fresh-part data-seconds="1">
        <NextStep
          title={m.imports_progress_title()}
          actions={
            <>
              <ButtonLink href={urls.adminIdeaImport(at)} kind="secondary">
                {m.imports_refresh()}
              </ButtonLink>
              <ButtonForm action={urls.adminIdeaImportStop(at)} kind="quiet" icon="close">
                {m.imports_stop()}
              </ButtonForm>
            </>
          }
        >
          <p role="status">
            {run.stage === 'waiting'
              ? m.imports_progress_waiting()
              : m.imports_progress({
                  done: formatNumber(run.added + run.odd + run.known),
                  total: formatNumber(run.rows),
                  added: formatNumber(run.added),
                })}
          </p>
          <p>{m.imports_progress_words()}</p>
        </NextStep>
      </fresh-part>
    </Stack>
  );
}

/** What became of the lines of a file. */
export function ReportPage({ edition, run, oddities }: Props & { oddities: readonly Oddity[] }) {
  const at = { edition: edition.slug, import: run.id };
  return (
    <Stack>
      <PageHeader
        title={m.imports_report_title({ file: run.fileName })}
        breadcrumb={importCrumbs(edition)}
        actions={
          <ButtonLink kind="secondary" href={urls.adminIdeas({ edition: edition.slug })}>
            {m.imports_see_ideas()}
          </ButtonLink>
        }
      />
      {run.undoneAt ? (
        <Notice tone="info">
          {m.imports_report_undone({ date: formatDateTime(run.undoneAt) })}
        </Notice>
      ) : (
        <Notice tone={run.stage === 'done' ? 'success' : 'warning'}>
          {run.stage === 'done' ? m.imports_report_done() : m.imports_report_stopped()}
        </Notice>
      )}
      <Stats>
        <Stat value={formatNumber(run.added)} label={m.imports_stat_added({ count: run.added })} />
        <Stat value={formatNumber(run.odd)} label={m.imports_stat_odd({ count: run.odd })} />
        <Stat value={formatNumber(run.known)} label={m.imports_stat_known({ count: run.known })} />
      </Stats>
      <Oddities edition={edition} run={run} oddities={oddities} lines={run.odd} />
      {!run.undoneAt && run.added > 0 && (
        <Section title={m.imports_undo_title()} lead={m.imports_undo_lead()}>
          <p>
            <ButtonLink kind="secondary" href={urls.adminIdeaImportUndo(at)}>
              {m.imports_undo_link()}
            </ButtonLink>
          </p>
        </Section>
      )}
    </Stack>
  );
}

const undoWords: Record<UndoRefusal, (count: number) => string> = {
  'not-ended': () => m.imports_undo_not_ended(),
  'already-undone': () => m.imports_undo_already(),
  'nothing-to-undo': () => m.imports_undo_nothing(),
  'ideas-supported': (count) => m.imports_undo_supported({ count }),
  'ideas-in-use': (count) =>
    count > 0 ? m.imports_undo_studied({ count }) : m.imports_undo_in_use(),
};

export function UndoPage({
  edition,
  run,
  refusal,
}: Props & { refusal?: { refusal: UndoRefusal; inUse: number } }) {
  const at = { edition: edition.slug, import: run.id };
  return (
    <Stack>
      <PageHeader title={m.imports_undo_question()} breadcrumb={importCrumbs(edition)} />
      {refusal ? (
        <Notice tone="warning">{undoWords[refusal.refusal](refusal.inUse)}</Notice>
      ) : (
        <>
          <p>{m.imports_undo_words({ count: run.added, file: run.fileName })}</p>
          <ButtonForm action={urls.adminIdeaImportUndo(at)} kind="danger">
            {m.imports_undo_button()}
          </ButtonForm>
        </>
      )}
      <p>
        <a href={urls.adminIdeaImport(at)}>{m.imports_undo_keep()}</a>
      </p>
    </Stack>
  );
}
