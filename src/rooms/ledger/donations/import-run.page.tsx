import * as m from '../../../paraglide/messages.js';
import { ButtonLink } from '../../../ui/form.tsx';
import { formatDateTime, formatMoney, formatNumber } from '../../../ui/format.ts';
import { Actions, Section, Stack } from '../../../ui/layout.tsx';
import { NextStep } from '../../../ui/next-step.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { DescriptionList, Table } from '../../../ui/table.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { urls } from '../../../urls.ts';
import { donationCrumbs } from './crumbs.page.ts';
import type { DonationRun, RunRefusal } from './donation-file.ts';
import { counted } from './words.page.ts';

const refusalWords: Record<RunRefusal, () => string> = {
  'already-imported': m.donations_import_already,
  'has-faults': m.donations_run_faulty,
  'no-line': m.donations_import_no_line,
  'reference-known': m.donations_run_faulty,
  'file-gone': m.donations_run_gone,
};

/** How far an import is; then what it did. */
export function DonationRunPage({ run, nickname }: { run: DonationRun; nickname: string }) {
  return (
    <Stack>
      <PageHeader
        title={m.donations_run_title()}
        lead={<bdi>{run.fileName}</bdi>}
        breadcrumb={[
          ...donationCrumbs(),
          { label: m.donations_import(), href: urls.donationImport() },
        ]}
      />
      {run.endedAt === null ? <UnderWay run={run} /> : <Ended run={run} />}
      <DescriptionList
        items={[
          { term: m.donations_run_by(), detail: <bdi>{nickname}</bdi> },
          { term: m.donations_run_at(), detail: formatDateTime(run.askedAt) },
        ]}
      />
      {run.endedAt !== null && (
        <Actions>
          <ButtonLink href={urls.donations()}>{m.donations_title()}</ButtonLink>
          <ButtonLink kind="quiet" href={urls.donationImport()}>
            {m.donations_other_file()}
          </ButtonLink>
        </Actions>
      )}
    </Stack>
  );
}

/** Read again by itself where scripts run, by a link otherwise. It is whole or nothing: no share of it is ever done. */
function UnderWay({ run }: { run: DonationRun }) {
  return (
    <fresh-part data-seconds="1">
      <NextStep
        title={m.donations_run_under_way()}
        actions={
          <ButtonLink href={urls.donationFile({ file: run.id })} kind="secondary">
            {m.donations_run_refresh()}
          </ButtonLink>
        }
      >
        <p role="status">{m.donations_run_progress(counted(run.lines))}</p>
        <p>{m.donations_run_words()}</p>
      </NextStep>
    </fresh-part>
  );
}

function Ended({ run: { lines, amount, refusal } }: { run: DonationRun }) {
  return refusal ? (
    <Notice tone="danger" title={m.donations_run_refused()}>
      <p>{refusalWords[refusal]()}</p>
    </Notice>
  ) : (
    <Notice tone="success" title={m.donations_run_done(counted(lines))}>
      <p>{m.donations_run_done_words({ amount: formatMoney(amount ?? 0) })}</p>
    </Notice>
  );
}

/** The latest imports, each with how it went. */
export function LatestRuns({ runs }: { runs: readonly DonationRun[] }) {
  return (
    <Section title={m.donations_runs()}>
      <Table
        caption={m.donations_runs()}
        captionHidden
        columns={[
          { key: 'file', label: m.donations_file() },
          { key: 'at', label: m.donations_run_at() },
          { key: 'lines', label: m.donations_count(), numeric: true },
          { key: 'state', label: m.donations_run_state() },
        ]}
        rows={runs.map((run) => ({
          file: (
            <a href={urls.donationFile({ file: run.id })}>
              <bdi>{run.fileName}</bdi>
            </a>
          ),
          at: formatDateTime(run.askedAt),
          lines: formatNumber(run.lines),
          state: <RunState run={run} />,
        }))}
      />
    </Section>
  );
}

function RunState({ run: { endedAt, refusal } }: { run: DonationRun }) {
  if (endedAt === null) return <StateBadge tone="now">{m.donations_run_state_now()}</StateBadge>;
  return refusal ? (
    <StateBadge tone="danger">{m.donations_run_state_refused()}</StateBadge>
  ) : (
    <StateBadge tone="success">{m.donations_run_state_done()}</StateBadge>
  );
}
