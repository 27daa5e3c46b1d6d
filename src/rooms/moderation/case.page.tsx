import * as m from '../../paraglide/messages.js';
import type { Contribution } from '../../platform/http/contribution.ts';
import { ErrorSummary } from '../../ui/form.tsx';
import { formatDate } from '../../ui/format.ts';
import { Column, Panel, Section, Stack } from '../../ui/layout.tsx';
import { List } from '../../ui/list.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { StateBadge } from '../../ui/tag.tsx';
import { Prose } from '../../ui/text.tsx';
import { urls } from '../../urls.ts';
import type { Report } from './case.store.ts';
import { JudgementForms, type JudgementProps } from './judgement-forms.page.tsx';
import type { ModerationCase } from './moderation.ts';
import { CaseCard } from './queue.page.tsx';
import { kindWords, sayGround, sayReason, standingOf } from './words.page.ts';

interface Props extends JudgementProps {
  /** null: it can no longer be read. */
  contribution: Contribution | null;
  reports: readonly Report[];
  request: { justification: string; askedAt: Date } | null;
  others: readonly ModerationCase[];
  /** By id of person. */
  nicknames: ReadonlyMap<string, string>;
  isOwn: boolean;
}

/** One case: what it is about, who reported it and why, what was decided, and what may be. */
export function CasePage(props: Props) {
  const { one, contribution, hiding, nicknames } = props;
  const { tone, words } = standingOf(one, hiding !== null && hiding.liftedAt !== null);
  const lang = contribution?.lang;
  return (
    <Column>
      <ErrorSummary problems={props.problems} />
      <PageHeader
        title={one.title}
        {...(lang && { lang })}
        breadcrumb={[{ label: m.moderation_title(), href: urls.moderation() }]}
        meta={
          <>
            <StateBadge tone={tone}>{words}</StateBadge> {kindWords[one.targetKind]()} ·{' '}
            {m.moderation_opened_on({ date: formatDate(one.openedAt, 'day') })}
          </>
        }
      />
      {props.isOwn && <Notice tone="info">{m.moderation_case_own()}</Notice>}
      <Section title={m.moderation_case_contribution()}>
        {contribution ? (
          <Stack>
            <p>
              {m.moderation_case_author()}{' '}
              <bdi>
                {one.authorId
                  ? (nicknames.get(one.authorId) ?? m.admin_someone())
                  : m.moderation_case_no_author()}
              </bdi>
            </p>
            <Prose text={contribution.text} lang={contribution.lang} />
            <p>
              <a href={contribution.href}>{m.moderation_case_see()}</a>
            </p>
          </Stack>
        ) : (
          <p>{m.moderation_case_gone()}</p>
        )}
      </Section>
      <Reports {...props} />
      <Decided {...props} />
      {!props.isOwn && <JudgementForms {...props} />}
      {props.others.length > 0 && (
        <Section title={m.moderation_case_history()}>
          <List label={m.moderation_case_history()}>
            {props.others.map((other) => (
              <CaseCard key={other.id} one={other} />
            ))}
          </List>
        </Section>
      )}
    </Column>
  );
}

function Reports({ one, reports, request, nicknames }: Props) {
  return (
    <>
      {request && (
        <Section title={m.moderation_case_request()}>
          <Prose text={request.justification} />
        </Section>
      )}
      {reports.length > 0 && (
        <Section
          title={m.moderation_case_reports()}
          lead={m.moderation_reports_count({ count: one.reports })}
        >
          <ul>
            {reports.map((report) => (
              <li key={report.id}>
                <strong>{sayReason(report)}</strong>
                {report.words !== '' && <Prose text={report.words} />}
                <p class="hint">
                  {m.moderation_case_report_by({
                    nickname: nicknames.get(report.personId ?? '') ?? m.admin_someone(),
                    date: formatDate(report.reportedAt, 'day'),
                  })}
                </p>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

/** What was decided, in the order in which it happened. */
function Decided({ hiding, appeal, sanctions }: Props) {
  const { warning, suspension } = sanctions;
  return (
    <>
      {hiding && (
        <Panel title={m.moderation_case_hiding()} tone="quiet">
          <p>{m.moderation_case_hidden_on({ date: formatDate(hiding.hiddenAt, 'day') })}</p>
          <p>{sayGround(hiding)}</p>
          {hiding.words !== '' && <Prose text={hiding.words} />}
          {hiding.liftedAt && (
            <p>{m.moderation_case_restored_on({ date: formatDate(hiding.liftedAt, 'day') })}</p>
          )}
          {hiding.liftedWords !== '' && <Prose text={hiding.liftedWords} />}
        </Panel>
      )}
      {appeal && (
        <Panel title={m.moderation_case_appeal()} tone="brand">
          <p>{m.moderation_case_appeal_on({ date: formatDate(appeal.appealedAt, 'day') })}</p>
          <Prose text={appeal.words} />
          {appeal.answer !== '' && <Prose text={appeal.answer} />}
        </Panel>
      )}
      {(warning || suspension) && (
        <Panel title={m.moderation_case_sanctions()} tone="quiet">
          {warning && (
            <>
              <p>{m.moderation_warned_on({ date: formatDate(warning.warnedAt, 'day') })}</p>
              <Prose text={warning.words} />
            </>
          )}
          {suspension && (
            <>
              <p>{m.moderation_suspended_until({ date: formatDate(suspension.until, 'day') })}</p>
              <Prose text={suspension.words} />
            </>
          )}
          {suspension?.liftedAt && (
            <p>
              {m.moderation_suspension_lifted({ date: formatDate(suspension.liftedAt, 'day') })}
            </p>
          )}
        </Panel>
      )}
    </>
  );
}
