import * as m from '../../paraglide/messages.js';
import { DateField } from '../../ui/date-field.tsx';
import { TextArea } from '../../ui/field.tsx';
import { ErrorSummary, Form, type Problems, SubmitButton } from '../../ui/form.tsx';
import { formatDateTime } from '../../ui/format.ts';
import { Column } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { urls } from '../../urls.ts';
import type { Edition } from '../spaces/index.ts';
import type { Typed } from './opening/opening-settings.ts';
import { type Extension, type ExtensionRefusal, type Poll, REASON_LENGTH } from './poll.ts';

/** Beside which field each refusal stands. */
export const extensionProblems: Record<ExtensionRefusal, [field: string, words: () => string]> = {
  'vote-not-under-way': ['form', m.polls_problem_not_under_way],
  'not-a-later-close': ['closes', m.polls_problem_not_later],
  'reason-missing': ['reason', m.polls_problem_reason],
  'reason-too-long': ['reason', () => m.polls_problem_reason_long({ max: REASON_LENGTH })],
};

interface Props {
  edition: Edition;
  poll: Poll;
  typed: Typed;
  problems: Problems;
}

/** Puts off the close, for a reason that everyone will read (R52). */
export function ExtensionPage({ edition, poll, typed, problems }: Props) {
  const at = { edition: edition.slug };
  const part = (name: string) => typed[`closes-${name}`] ?? '';
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.polls_extend_title()}
        lead={m.polls_extend_lead({ date: formatDateTime(poll.closesAt) })}
        breadcrumb={[
          { label: m.site_nav_admin(), href: urls.admin() },
          { label: edition.title, href: urls.adminEdition(at) },
          { label: m.polls_office_title(), href: urls.adminPoll(at) },
        ]}
      />
      <Form action={urls.adminPollExtend(at)}>
        <DateField
          name="closes"
          label={m.polls_extend_closes()}
          hint={m.polls_field_paris()}
          value={{ day: part('day'), month: part('month'), year: part('year'), time: part('time') }}
          problems={problems}
          withTime
          required
        />
        <TextArea
          name="reason"
          label={m.polls_extend_reason()}
          hint={m.polls_extend_reason_hint()}
          value={typed.reason}
          problems={problems}
          rows={3}
          limit={REASON_LENGTH}
          required
        />
        <SubmitButton size="large">{m.polls_extend_button()}</SubmitButton>
      </Form>
      <p>
        <a href={urls.adminPoll(at)}>{m.polls_office_cancel()}</a>
      </p>
    </Column>
  );
}

/** Every extension of a poll, in words, wherever its close is told. */
export function ExtensionNotices({ extensions }: { extensions: readonly Extension[] }) {
  return (
    <>
      {extensions.map((extension) => (
        <Notice
          key={extension.at.toISOString()}
          title={m.polls_extended({
            from: formatDateTime(extension.from),
            to: formatDateTime(extension.to),
          })}
        >
          <p dir="auto">{extension.reason}</p>
        </Notice>
      ))}
    </>
  );
}
