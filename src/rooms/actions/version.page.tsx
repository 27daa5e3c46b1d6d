import * as m from '../../paraglide/messages.js';
import { Differences } from '../../ui/differences.tsx';
import { Select } from '../../ui/field.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { formatMoney } from '../../ui/format.ts';
import { Section, Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { DateText } from '../../ui/text.tsx';
import { urls } from '../../urls.ts';
import { type Action, TEXT_FIELDS } from './action.ts';
import { actionSegment } from './action-address.ts';
import { fieldWords, kindWords, titleOf } from './action-words.page.ts';
import type { Version } from './version.ts';

interface Props {
  action: Action;
  /** Where the reader came from: the group's page, or the reviewers'. */
  backTo: string;
  from: Version;
  to: Version;
  versions: readonly Version[];
}

/** What changed from one time it was handed in to another, part by part (R11). */
export function VersionPage({ action, backTo, from, to, versions }: Props) {
  const parts = [
    ...TEXT_FIELDS.map((field) => ({
      label: fieldWords[field](),
      before: from[field],
      after: to[field],
    })),
    { label: m.propose_field_kind(), before: kindOf(from), after: kindOf(to) },
    { label: m.propose_budget(), before: budgetOf(from), after: budgetOf(to) },
  ].filter(({ before, after }) => before !== after);
  return (
    <Stack>
      <PageHeader
        title={m.propose_version_differences({ from: from.number, to: to.number })}
        lead={m.propose_version_differences_lead()}
        breadcrumb={[{ label: titleOf(action), href: backTo }]}
      />
      <p>
        {m.propose_version_title({ number: from.number })}
        {' · '}
        <DateText at={from.submittedAt} shape="moment" />
        {' → '}
        {m.propose_version_title({ number: to.number })}
        {' · '}
        <DateText at={to.submittedAt} shape="moment" />
      </p>
      {parts.length === 0 && <Notice>{m.propose_version_same()}</Notice>}
      {parts.map(({ label, before, after }) => (
        <Section key={label} title={label}>
          <Differences before={before} after={after} />
        </Section>
      ))}
      {versions.length > 2 && (
        <Section title={m.propose_version_compare_others()}>
          <Form
            method="get"
            action={urls.proposalVersion({ action: actionSegment(action), version: to.number })}
          >
            <Select
              name="avec"
              label={m.propose_version_from()}
              value={String(from.number)}
              options={choices(versions)}
            />
            <Select
              name="a"
              label={m.propose_version_to()}
              value={String(to.number)}
              options={choices(versions)}
            />
            <SubmitButton kind="secondary">{m.propose_version_show()}</SubmitButton>
          </Form>
        </Section>
      )}
    </Stack>
  );
}

const choices = (versions: readonly Version[]) =>
  versions.map(({ number }) => ({
    value: String(number),
    label: m.propose_version_title({ number }),
  }));

const kindOf = ({ kind }: Version): string => (kind ? kindWords[kind]() : '');

/** One expense a line. */
const budgetOf = ({ lines, maximum }: Version): string =>
  [
    ...lines.map(({ label, amount }) => `${label} : ${formatMoney(amount)}`),
    `${m.propose_budget_sum()} : ${formatMoney(maximum)}`,
  ].join('\n');
