import type { ComponentChildren } from 'preact';
import * as m from '../../../paraglide/messages.js';
import { ErrorSummary, type Problems } from '../../../ui/form.tsx';
import { Column, Stack } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PhaseLine } from '../../../ui/phase-line.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { urls } from '../../../urls.ts';
import type { Group } from '../../groups/index.ts';
import type { Request } from '../request.ts';
import { type Missing, STEPS, type Step, stepOf } from '../request-form.ts';
import { stateTones, stepAddresses, stepWords, tellState, titleOf } from './words.page.ts';

export const RequestBadge = ({
  request,
}: {
  request: Pick<Request, 'state' | 'fundAmount' | 'groupAmount'>;
}) => <StateBadge tone={stateTones[request.state]}>{tellState(request)}</StateBadge>;

export const requestCrumbs = (group: Group) => [
  { label: m.groups_title(), href: urls.groups() },
  { label: group.name, href: urls.group({ group: group.slug }) },
  { label: m.requests_title(), href: urls.groupRequests({ group: group.slug }) },
];

export interface StepFrame {
  request: Request;
  group: Group;
  missing: readonly Missing[];
  /** What the desk asked; null: nothing. */
  asked: string | null;
  problems: Problems;
}

/** The five steps, each a link: those that lack nothing are ticked. */
export function StepPage({
  step,
  request,
  group,
  missing,
  asked,
  problems,
  children,
}: StepFrame & { step: Step; children: ComponentChildren }) {
  const lacking = new Set(missing.map((one) => stepOf[one]));
  const at = { request: String(request.number) };
  return (
    <Stack>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={titleOf(request)}
        breadcrumb={requestCrumbs(group)}
        meta={
          <>
            <RequestBadge request={request} />{' '}
            <a href={urls.spendingHistory(at)}>{m.requests_step_history()}</a>
          </>
        }
      />
      <PhaseLine
        compact
        label={m.requests_steps()}
        here={m.requests_step_here()}
        phases={STEPS.map((one) => ({
          name: stepWords[one](),
          href: stepAddresses[one](at),
          state: one === step ? 'current' : lacking.has(one) ? 'next' : 'past',
        }))}
      />
      <Column>
        {request.state === 'peer-review' && (
          <Notice tone="warning">{m.requests_sent_warning()}</Notice>
        )}
        {request.state === 'info-needed' && (
          <Notice tone="warning">{m.requests_info_warning({ words: asked ?? '' })}</Notice>
        )}
        <h2>{stepWords[step]()}</h2>
        {children}
      </Column>
    </Stack>
  );
}
