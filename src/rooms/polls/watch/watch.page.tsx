import * as m from '../../../paraglide/messages.js';
import { BarChart } from '../../../ui/charts.tsx';
import { ButtonLink } from '../../../ui/form.tsx';
import { formatNumber } from '../../../ui/format.ts';
import { Actions, Section, Stack } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Table } from '../../../ui/table.tsx';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';
import type { Poll } from '../poll.ts';
import { BallotsPart } from './ballots-part.page.tsx';
import { CadencePart } from './cadence-part.page.tsx';
import { COUNTED_REFUSALS } from './counting.ts';
import type { WatchReport } from './report.ts';
import { listSignals, refusalWords, stepWords } from './watch-words.page.ts';

interface Props {
  edition: Edition;
  poll: Poll;
  report: WatchReport;
}

/** What the office looks at before a proclamation: what stands out, the figures, and what cannot be seen. */
export function WatchPage({ edition, poll, report }: Props) {
  const at = { edition: edition.slug };
  return (
    <Stack>
      <PageHeader
        title={m.watch_title()}
        lead={m.watch_lead()}
        breadcrumb={[
          { label: m.site_nav_admin(), href: urls.admin() },
          { label: edition.title, href: urls.adminEdition(at) },
          { label: m.polls_office_title(), href: urls.adminPoll(at) },
        ]}
      />
      <Notice title={m.watch_not_a_verdict_title()}>
        <p>{m.watch_not_a_verdict()}</p>
      </Notice>
      <Signals report={report} poll={poll} />
      <Actions>
        <ButtonLink href={urls.adminPollInvalidations(at)} kind="secondary">
          {m.watch_invalidations_link()}
        </ButtonLink>
        <ButtonLink href={urls.adminPollWatchCsv(at)} kind="secondary" icon="download">
          {m.watch_download()}
        </ButtonLink>
      </Actions>
      <CadencePart report={report} />
      <Devices report={report} />
      <Refusals report={report} />
      <BallotsPart report={report} options={poll.options} />
      <Unseen />
    </Stack>
  );
}

function Signals({ report, poll }: Pick<Props, 'report' | 'poll'>) {
  const signals = listSignals(report, poll.options);
  return (
    <Section title={m.watch_signals()} id="a-regarder">
      {signals.length === 0 ? (
        <p>{m.watch_signals_none()}</p>
      ) : (
        <Table
          caption={m.watch_signals()}
          captionHidden
          columns={[
            { key: 'what', label: m.watch_head_what() },
            { key: 'where', label: m.watch_head_where() },
            { key: 'when', label: m.watch_head_when() },
          ]}
          rows={signals.map((signal) => ({ ...signal }))}
        />
      )}
    </Section>
  );
}

function Devices({ report: { devices, sharedDevices } }: { report: WatchReport }) {
  return (
    <Section title={m.watch_devices()} lead={m.watch_devices_lead()} id="appareils">
      <BarChart
        id="appareils-chiffres"
        title={m.watch_devices_title()}
        description={m.watch_devices_description({
          one: formatNumber(devices.find(({ step }) => step === 1)?.devices ?? 0),
          many: formatNumber(sharedDevices),
        })}
        bars={devices.map((one) => ({ label: stepWords[one.step](), value: one.devices }))}
        labelHead={m.watch_head_device()}
        valueHead={m.watch_head_devices()}
      />
    </Section>
  );
}

function Refusals({ report: { refusals } }: { report: WatchReport }) {
  return (
    <Section title={m.watch_refusals()} lead={m.watch_refusals_lead()} id="refus">
      <Table
        caption={m.watch_refusals()}
        captionHidden
        columns={[
          { key: 'kind', label: m.watch_head_refusal() },
          { key: 'times', label: m.watch_head_times(), numeric: true },
        ]}
        rows={COUNTED_REFUSALS.map((kind) => ({
          kind: refusalWords[kind](),
          times: formatNumber(refusals.get(kind) ?? 0),
        }))}
      />
    </Section>
  );
}

/** What was given up, so that a vote stays secret. */
function Unseen() {
  return (
    <Section title={m.watch_unseen()} id="non-vu">
      <ul>
        <li>{m.watch_unseen_who()}</li>
        <li>{m.watch_unseen_age()}</li>
        <li>{m.watch_unseen_mail()}</li>
        <li>{m.watch_unseen_network()}</li>
        <li>{m.watch_unseen_device()}</li>
        <li>{m.watch_unseen_mixed()}</li>
      </ul>
    </Section>
  );
}
