import * as m from '../../../paraglide/messages.js';
import { Select, TextArea } from '../../../ui/field.tsx';
import {
  ButtonForm,
  ButtonLink,
  ErrorSummary,
  Form,
  type Problems,
  SubmitButton,
} from '../../../ui/form.tsx';
import { formatDateTime } from '../../../ui/format.ts';
import { Actions, Column, Section, Stack } from '../../../ui/layout.tsx';
import { ConfirmPage } from '../../../ui/next-step.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { DescriptionList } from '../../../ui/table.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { Prose } from '../../../ui/text.tsx';
import { urls } from '../../../urls.ts';
import { LENGTHS, type Meeting, stateOf } from '../meeting.ts';
import {
  kindWords,
  meetingSegment,
  stateTones,
  stateWords,
  timeWords,
} from '../meeting-words.page.ts';
import type { Profile, Registration } from '../registration.ts';
import type { Report } from '../report.ts';
import { peopleWords } from './office-meetings.page.tsx';
import { Registrations } from './registrations.page.tsx';

interface Props {
  meeting: Meeting;
  now: Date;
  /** A page of those who are confirmed. */
  registrations: readonly Registration[];
  nextHref: string | undefined;
  profiles: Record<Profile, number>;
  /** Of the town, by name. */
  present: readonly { id: string; name: string }[];
  /** Who could be asked: holders of roles who are not there yet. */
  staff: readonly { id: string; name: string }[];
  report: Report | null;
  problems: Problems;
}

/** One meeting for its officers: publish, change, cancel; who comes, who is there, what is said of it. */
export function OfficeMeetingPage(props: Props) {
  const { meeting, now, problems } = props;
  const state = stateOf(meeting, now);
  const at = { meeting: meeting.number };
  return (
    <Stack>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={meeting.title}
        kicker={kindWords[meeting.kind]()}
        lead={timeWords(meeting)}
        breadcrumb={meetingCrumbs()}
        meta={<StateBadge tone={stateTones[state]}>{stateWords[state]()}</StateBadge>}
        actions={
          <>
            {state !== 'cancelled' && (
              <ButtonLink kind="secondary" icon="edit" href={urls.adminMeetingChange(at)}>
                {m.meetings_change()}
              </ButtonLink>
            )}
            {meeting.publishedAt && (
              <ButtonLink
                kind="quiet"
                icon="eye"
                href={urls.meeting({ meeting: meetingSegment(meeting) })}
              >
                {m.meetings_public_page_one()}
              </ButtonLink>
            )}
            {(state === 'coming' || state === 'now') && (
              <ButtonLink kind="quiet" icon="close" href={urls.adminMeetingCancel(at)}>
                {m.meetings_cancel()}
              </ButtonLink>
            )}
          </>
        }
      />
      {state === 'draft' && <Draft meeting={meeting} />}
      {state === 'cancelled' && (
        <Notice tone="danger" title={m.meetings_cancelled_title()}>
          <Prose text={meeting.cancelMessage} />
        </Notice>
      )}
      <DescriptionList
        items={[
          { term: m.meetings_where(), detail: <bdi>{meeting.place}</bdi> },
          ...(meeting.access ? [{ term: m.meetings_access(), detail: meeting.access }] : []),
          ...(meeting.takesRegistrations
            ? [{ term: m.meetings_registered(), detail: peopleWords(meeting) }]
            : []),
        ]}
      />
      {(state === 'over' || props.report) && <ReportLink {...props} />}
      <Presences {...props} />
      {meeting.takesRegistrations && <Registrations {...props} />}
    </Stack>
  );
}

export function meetingCrumbs(meeting?: Meeting) {
  return [
    { label: m.site_nav_admin(), href: urls.admin() },
    { label: m.meetings_office_title(), href: urls.adminMeetings() },
    ...(meeting
      ? [{ label: meeting.title, href: urls.adminMeeting({ meeting: meeting.number }) }]
      : []),
  ];
}

function Draft({ meeting }: { meeting: Meeting }) {
  const at = { meeting: meeting.number };
  return (
    <Notice
      tone="warning"
      title={m.meetings_draft_title()}
      actions={
        <>
          <ButtonForm action={urls.adminMeetingPublish(at)}>{m.meetings_publish()}</ButtonForm>
          <ButtonForm kind="quiet" icon="delete" action={urls.adminMeetingRemove(at)}>
            {m.meetings_remove()}
          </ButtonForm>
        </>
      }
    >
      {m.meetings_draft_words()}
    </Notice>
  );
}

function ReportLink({ meeting, report }: Props) {
  return (
    <Section title={m.meetings_report()}>
      <p>
        {report
          ? m.meetings_report_published({ date: formatDateTime(report.publishedAt) })
          : m.meetings_report_due()}
      </p>
      <Actions>
        <ButtonLink
          kind={report ? 'secondary' : 'primary'}
          icon="edit"
          href={urls.adminMeetingReport({ meeting: meeting.number })}
        >
          {report ? m.meetings_report_change() : m.meetings_report_write()}
        </ButtonLink>
      </Actions>
    </Section>
  );
}

/** Who of the town is there (R55). */
function Presences({ meeting, present, staff, problems }: Props) {
  const action = urls.adminMeetingPresence({ meeting: meeting.number });
  return (
    <Section title={m.meetings_presences()} lead={m.meetings_presences_lead()} id="presences">
      {present.length === 0 ? (
        <p>{m.meetings_presences_none()}</p>
      ) : (
        <ul>
          {present.map(({ id, name }) => (
            <li key={id}>
              <bdi>{name}</bdi>{' '}
              <ButtonForm
                action={action}
                values={{ personne: id, geste: 'retirer' }}
                kind="quiet"
                size="small"
                about={name}
              >
                {m.meetings_presence_remove()}
              </ButtonForm>
            </li>
          ))}
        </ul>
      )}
      {staff.length > 0 && meeting.cancelledAt === null && (
        <Form action={action} label={m.meetings_presence_add()}>
          <Select
            name="personne"
            label={m.meetings_presence_who()}
            empty
            options={staff.map(({ id, name }) => ({ value: id, label: name }))}
            problems={problems}
          />
          <SubmitButton kind="secondary">{m.meetings_presence_add()}</SubmitButton>
        </Form>
      )}
    </Section>
  );
}

/** Cancelling cannot be undone: it asks for the words that everybody will read (R84). */
interface CancelProps {
  meeting: Meeting;
  message: string;
  problems: Problems;
  action: string;
  backHref: string;
}

export function CancelPage({ meeting, message, problems, action, backHref }: CancelProps) {
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <ConfirmPage
        question={m.meetings_cancel_question()}
        form={
          <Form action={action}>
            <TextArea
              name="message"
              label={m.meetings_cancel_message()}
              hint={m.meetings_cancel_message_hint()}
              value={message}
              limit={LENGTHS.message}
              rows={4}
              problems={problems}
              required
            />
            <SubmitButton kind="danger" size="large">
              {m.meetings_cancel_submit()}
            </SubmitButton>
          </Form>
        }
        cancelHref={backHref}
        cancelLabel={m.meetings_cancel_not()}
      >
        <p>
          <strong>
            <bdi>{meeting.title}</bdi>
          </strong>
          <br />
          {timeWords(meeting)}
        </p>
        <p>{m.meetings_cancel_words({ count: meeting.seated + meeting.waiting })}</p>
      </ConfirmPage>
    </Column>
  );
}
