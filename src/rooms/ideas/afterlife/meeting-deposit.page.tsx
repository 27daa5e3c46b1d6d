import * as m from '../../../paraglide/messages.js';
import { Radios } from '../../../ui/choices.tsx';
import { ErrorSummary, Form, Hidden, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { Column } from '../../../ui/layout.tsx';
import { EmptyState } from '../../../ui/list.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import { meetingSegment } from '../../meetings/index.page.ts';
import type { Meeting } from '../../meetings/index.ts';
import type { ComponentBoard } from '../boards/board.ts';

interface Props {
  meeting: Meeting;
  /** Where ideas are taken now. */
  targets: readonly ComponentBoard[];
  /** Id of the draft that this form begins, however often it is sent. */
  draft: string;
  problems: Problems;
}

/** Where an idea goes that a workshop yielded; it is then written as any other. */
export function MeetingDepositPage({ meeting, targets, draft, problems }: Props) {
  const at = { meeting: meetingSegment(meeting) };
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.afterlife_workshop_title()}
        lead={m.afterlife_workshop_lead()}
        breadcrumb={[{ label: meeting.title, href: urls.meeting(at) }]}
      />
      {targets.length === 0 ? (
        <EmptyState icon="calendar" title={m.afterlife_need_none_title()}>
          <p>{m.afterlife_need_none()}</p>
        </EmptyState>
      ) : (
        <Form action={urls.meetingDeposit(at)}>
          <Hidden name="brouillon" value={draft} />
          {targets.length > 1 && (
            <Radios
              name="composante"
              label={m.afterlife_need_where()}
              required
              options={targets.map(({ id, title }) => ({ value: id, label: title }))}
              problems={problems}
            />
          )}
          <SubmitButton size="large">{m.afterlife_need_submit()}</SubmitButton>
        </Form>
      )}
    </Column>
  );
}
