import type { VNode } from 'preact';
import * as m from '../../../paraglide/messages.js';
import type { Trial } from '../../../platform/mail/trial.ts';
import { ButtonForm } from '../../../ui/form.tsx';
import { formatDateTime, formatNumber } from '../../../ui/format.ts';
import { Section } from '../../../ui/layout.tsx';
import { List } from '../../../ui/list.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { urls } from '../../../urls.ts';
import { legalFieldWords } from '../../organisations/index.page.ts';
import type { LegalField } from '../../organisations/index.ts';
import type { Finding, FindingKind, FindingState } from './findings.ts';
import type { InstallationMeasures } from './measures.store.ts';

interface Props {
  findings: readonly Finding[];
  measures: InstallationMeasures;
  host: { asked: string; organisation: string };
  /** What the legal notice does not say yet. */
  legalMissing: readonly LegalField[];
  /** Where the reader's own trial mail goes. */
  email: string;
  /** null: not asked for. */
  trial: Trial | null;
}

const states: Record<
  FindingState,
  { tone: 'success' | 'warning' | 'danger' | 'neutral'; words: () => string }
> = {
  good: { tone: 'success', words: m.access_check_good },
  look: { tone: 'warning', words: m.access_check_look },
  bad: { tone: 'danger', words: m.access_check_bad },
  unknown: { tone: 'neutral', words: m.access_check_unknown },
};

const titles: Record<FindingKind, () => string> = {
  database: m.access_check_database,
  migrations: m.access_check_migrations,
  jobs: m.access_check_jobs,
  mail: m.access_check_mail,
  sms: m.access_check_sms,
  files: m.access_check_files,
  keys: m.access_check_keys,
  clock: m.access_check_clock,
  host: m.access_check_host,
  https: m.access_check_https,
  proxy: m.access_check_proxy,
  legal: m.legal_settings_title,
  backups: m.access_check_backups,
};

/** What to do, by kind and reason; nothing where all is well. */
const advice: Record<string, () => string> = {
  'database old': m.access_check_database_old,
  'migrations missing': m.access_check_migrations_missing,
  'jobs late': m.access_check_jobs_late,
  'jobs failed': m.access_check_jobs_failed,
  'mail none': m.access_check_mail_none,
  'mail failed': m.access_check_mail_failed,
  'mail untried': m.access_check_mail_untried,
  'sms none': m.access_check_sms_none,
  'files closed': m.access_check_files_closed,
  'files full': m.access_check_files_full,
  'files little': m.access_check_files_little,
  'keys open': m.access_check_keys_open,
  'keys closed': m.access_check_keys_closed,
  'clock drift': m.access_check_clock_drift,
  'host other': m.access_check_host_other,
  'https none': m.access_check_https_none,
  'https local': m.access_check_https_local,
  'proxy trusted-without': m.access_check_proxy_without,
  'proxy forwarded-untrusted': m.access_check_proxy_untrusted,
  'legal missing': m.legal_check_advice,
  'backups told-elsewhere': m.access_check_backups_words,
};

/** Whether this installation runs as it should: one line for each thing, and what to do about it. */
export function VerificationPage({ findings, measures, host, legalMissing, email, trial }: Props) {
  const bad = findings.filter(({ state }) => state === 'bad').length;
  const look = findings.filter(({ state }) => state === 'look').length;
  return (
    <>
      <PageHeader
        title={m.access_check_title()}
        lead={m.access_check_lead()}
        breadcrumb={[{ label: m.admin_title(), href: urls.admin() }]}
      />
      {trial && <TrialNotice trial={trial} email={email} />}
      <Notice
        tone={bad > 0 ? 'danger' : look > 0 ? 'warning' : 'success'}
        title={
          bad > 0
            ? m.access_check_sum_bad({ count: bad })
            : look > 0
              ? m.access_check_sum_look({ count: look })
              : m.access_check_sum_good()
        }
      />
      <List label={m.access_check_title()}>
        {findings.map(({ kind, state, reason }) => (
          <div key={kind} class="office-step">
            <p>
              <strong>{titles[kind]()}</strong>{' '}
              <StateBadge tone={states[state].tone}>{states[state].words()}</StateBadge>
            </p>
            <p class="hint">{measureWords[kind](measures, host, legalMissing)}</p>
            {advice[`${kind} ${reason}`] && <p>{advice[`${kind} ${reason}`]!()}</p>}
          </div>
        ))}
      </List>
      <Section title={m.access_check_trial()} lead={m.access_check_trial_lead({ email })}>
        <ButtonForm kind="secondary" icon="mail" action={urls.adminTestMail()}>
          {m.access_check_trial_send()}
        </ButtonForm>
      </Section>
    </>
  );
}

function TrialNotice({ trial, email }: { trial: Trial; email: string }) {
  if (!trial.ok)
    return (
      <Notice tone="danger" title={m.access_check_trial_failed()}>
        <p>{m.access_check_trial_said()}</p>
        <p>
          <code>{trial.failure}</code>
        </p>
        <p>{m.access_check_trial_help()}</p>
      </Notice>
    );
  return (
    <Notice tone="success" title={m.access_check_trial_done({ email })}>
      {trial.answer === null ? (
        <p>
          <a href={urls.mails()}>{m.access_check_trial_kept()}</a>
        </p>
      ) : (
        <>
          <p>{m.access_check_trial_said()}</p>
          <p>
            <code>{trial.answer}</code>
          </p>
        </>
      )}
    </Notice>
  );
}

type Say = (
  measures: InstallationMeasures,
  host: Props['host'],
  legalMissing: Props['legalMissing'],
) => string | VNode;

/** What was measured, beside what it means. */
const measureWords: Record<FindingKind, Say> = {
  database: ({ databaseName, databaseSize }) =>
    m.access_check_database_words({
      version: databaseName.split(' ')[0]!,
      size: sizeWords(databaseSize),
    }),
  migrations: ({ migrations }) =>
    m.access_check_migrations_words({
      applied: formatNumber(migrations.applied),
      all: formatNumber(migrations.onDisk),
    }),
  jobs: ({ jobs }) =>
    m.access_check_jobs_words({
      waiting: formatNumber(jobs.waiting),
      failed: formatNumber(jobs.failed),
      minutes: formatNumber(Math.floor(jobs.oldestWaitingSeconds / 60)),
    }),
  mail: ({ mail }) =>
    [
      mail.configured ? m.access_check_mail_smtp() : m.access_check_mail_outbox(),
      mail.sentInHour && m.access_check_mail_sent({ at: formatDateTime(mail.sentInHour) }),
      mail.failedInHour &&
        m.access_check_mail_failure({
          at: formatDateTime(mail.failedInHour),
          failure: mail.failure ?? '',
        }),
    ]
      .filter(Boolean)
      .join(' '),
  sms: ({ smsConfigured }) =>
    smsConfigured ? m.access_check_sms_gateway() : m.access_check_sms_outbox(),
  files: ({ files }) => folderWords(files.free),
  keys: ({ keys }) => folderWords(keys.free),
  clock: ({ clockDrift }) =>
    m.access_check_clock_words({ seconds: formatNumber(Math.round(Math.abs(clockDrift))) }),
  host: (_, { asked, organisation }) =>
    asked === organisation
      ? m.access_check_host_words({ host: organisation })
      : m.access_check_host_differs({ asked, host: organisation }),
  https: () => m.access_check_https_words(),
  proxy: () => m.access_check_proxy_words(),
  legal: (_measures, _host, missing) =>
    missing.length === 0
      ? m.legal_check_complete()
      : m.legal_check_missing({
          fields: missing.map((field) => legalFieldWords[field]()).join(', '),
        }),
  backups: () => m.access_check_backups_hint(),
};

const folderWords = (free: number | null): string =>
  free === null ? m.access_check_space_unknown() : m.access_check_space({ size: sizeWords(free) });

/** Bytes as people say them: « 1,4 Go », "1.4 GB". */
function sizeWords(bytes: number): string {
  const [unit, divisor] =
    bytes >= 1e9
      ? [m.access_unit_gigabytes, 1e9]
      : bytes >= 1e6
        ? [m.access_unit_megabytes, 1e6]
        : [m.access_unit_kilobytes, 1e3];
  const value = bytes / divisor;
  return unit({
    value: formatNumber(value < 10 ? Math.round(value * 10) / 10 : Math.round(value)),
  });
}
