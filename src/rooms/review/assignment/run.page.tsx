import * as m from '../../../paraglide/messages.js';
import { ButtonForm, ButtonLink, ErrorSummary, type Problems } from '../../../ui/form.tsx';
import { formatDateTime, formatNumber } from '../../../ui/format.ts';
import { Column, Section } from '../../../ui/layout.tsx';
import { NextStep } from '../../../ui/next-step.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { DescriptionList } from '../../../ui/table.tsx';
import { urls } from '../../../urls.ts';
import type { Department } from '../../organisations/index.ts';
import type { Edition } from '../../spaces/index.ts';
import { type AssignmentRun, refuseUndo, SKIPPED, type Skipped } from './run.ts';
import type { RunOutcome } from './run-undo.store.ts';
import { nameOf, sayDay, studyCrumbs } from './words.page.tsx';

interface Props {
  edition: Edition;
  run: AssignmentRun;
  outcome: RunOutcome;
  departments: readonly Department[];
  /** Who asked. */
  nickname: string;
  mayAct: boolean;
  problems: Problems;
}

const skippedWords: Record<Skipped, (inputs: { count: number }) => string> = {
  taken: m.assign_skipped_taken,
  known: m.assign_skipped_known,
  'no-route': m.assign_skipped_no_route,
  over: m.assign_skipped_over,
};

/** How far a run is; then what it did, and how to take it back. */
export function RunPage(props: Props) {
  const { edition, run, outcome, departments, nickname, mayAct, problems } = props;
  const at = { edition: edition.slug, run: run.id };
  const service = nameOf(departments, run.departmentId) || m.assign_by_category();
  return (
    <Column>
      <PageHeader
        title={m.assign_run_title()}
        lead={m.assign_run_lead({ service })}
        breadcrumb={studyCrumbs(edition)}
      />
      <ErrorSummary problems={problems} />
      {run.endedAt === null && <UnderWay run={run} here={urls.adminAssignmentRun(at)} />}
      {run.undoneAt !== null && (
        <Notice tone="warning" title={m.assign_run_undone()}>
          <p>{m.assign_run_undone_words()}</p>
        </Notice>
      )}
      {run.endedAt !== null && run.undoneAt === null && (
        <Notice
          tone={run.asked > 0 ? 'success' : 'warning'}
          title={m.assign_run_done({ count: run.asked, total: formatNumber(run.asked) })}
        >
          {SKIPPED.filter((why) => outcome.skipped[why] > 0).map((why) => (
            <p key={why}>{skippedWords[why]({ count: outcome.skipped[why] })}</p>
          ))}
        </Notice>
      )}
      <DescriptionList
        items={[
          { term: m.assign_department(), detail: service },
          { term: m.assign_due(), detail: sayDay(run.dueOn, 'long') },
          ...(run.request ? [{ term: m.assign_request(), detail: run.request }] : []),
          { term: m.assign_run_by(), detail: nickname },
          { term: m.assign_run_at(), detail: formatDateTime(run.askedAt) },
        ]}
      />
      {mayAct && run.asked > 0 && refuseUndo(run, outcome.begun) === null && (
        <Section title={m.assign_undo_title()} lead={m.assign_undo_lead()}>
          <ButtonForm action={urls.adminUndoRun(at)} kind="secondary">
            {m.assign_undo({ count: run.asked, total: formatNumber(run.asked) })}
          </ButtonForm>
        </Section>
      )}
      <p>
        <a href={urls.adminStudy({ edition: edition.slug })}>{m.assign_back()}</a>
      </p>
    </Column>
  );
}

/** Read again by itself where scripts run, by a link otherwise. */
function UnderWay({ run, here }: { run: AssignmentRun; here: string }) {
  return (
    <fresh-part data-seconds="1">
      <NextStep
        title={m.assign_run_under_way_title()}
        actions={
          <ButtonLink href={here} kind="secondary">
            {m.assign_run_refresh()}
          </ButtonLink>
        }
      >
        <p role="status">
          {m.assign_run_progress({
            done: formatNumber(run.asked + run.skipped),
            total: formatNumber(run.total),
          })}
        </p>
        <p>{m.assign_run_words()}</p>
      </NextStep>
    </fresh-part>
  );
}
