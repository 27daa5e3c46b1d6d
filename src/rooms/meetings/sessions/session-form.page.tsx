import * as m from '../../../paraglide/messages.js';
import { Field, TextArea } from '../../../ui/field.tsx';
import { ErrorSummary, Form, Hidden, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { Column } from '../../../ui/layout.tsx';
import { ConfirmPage } from '../../../ui/next-step.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import type { Meeting } from '../meeting.ts';
import { meetingSegment, timeWords } from '../meeting-words.page.ts';
import { type TypedMoment, WhenFields } from '../when-fields.page.tsx';
import { SESSION_LENGTHS, type Session, type SessionRefusal } from './session.ts';

/** A session as it was typed. */
export interface TypedSession {
  title: string;
  description: string;
  speakers: string;
  room: string;
  starts: TypedMoment;
  ends: TypedMoment;
  capacity: string;
}

export const sessionProblems: Record<
  | SessionRefusal
  | 'no-day'
  | 'no-time'
  | 'capacity-wrong'
  | 'seats-taken'
  | 'people-overlap'
  | 'changed-meanwhile'
  | 'too-many'
  | 'over',
  () => string
> = {
  'title-missing': m.congress_problem_title,
  'text-too-long': m.meetings_problem_long,
  'ends-before-it-begins': m.meetings_problem_order,
  'outside-meeting': m.congress_problem_outside,
  'no-day': m.meetings_problem_day,
  'no-time': m.meetings_problem_time,
  'capacity-wrong': m.meetings_problem_capacity,
  'seats-taken': m.congress_problem_seats,
  'people-overlap': m.congress_problem_people_overlap,
  'changed-meanwhile': m.congress_problem_meanwhile,
  'too-many': m.congress_problem_too_many,
  over: m.congress_problem_over,
};

interface Props {
  meeting: Meeting;
  /** null: a new one. */
  session: Session | null;
  typed: TypedSession;
  problems: Problems;
  version: number;
  madeFrom: string;
}

const crumbs = (meeting: Meeting) => [
  { label: meeting.title, href: urls.meeting({ meeting: meetingSegment(meeting) }) },
  { label: m.congress_programme(), href: urls.programme({ meeting: meetingSegment(meeting) }) },
];

export function SessionFormPage(props: Props) {
  const { meeting, session, typed, problems } = props;
  const of = { meeting: meeting.number };
  return (
    <Column>
      <ErrorSummary
        problems={problems}
        labels={{ debut: m.meetings_starts(), fin: m.meetings_ends() }}
      />
      <PageHeader
        title={session ? m.congress_change_title() : m.congress_new_title()}
        lead={m.congress_form_lead({ when: timeWords(meeting) })}
        breadcrumb={crumbs(meeting)}
      />
      <Form
        action={session ? urls.changeSession({ ...of, session: session.id }) : urls.newSession(of)}
      >
        <Hidden name="version" value={props.version} />
        <Hidden name="formulaire" value={props.madeFrom} />
        <Field
          name="titre"
          label={m.congress_field_title()}
          value={typed.title}
          problems={problems}
          autocomplete="off"
          required
        />
        <WhenFields typed={typed} problems={problems} />
        <Field
          name="salle"
          label={m.congress_field_room()}
          value={typed.room}
          problems={problems}
          autocomplete="off"
        />
        <Field
          name="intervenants"
          label={m.congress_field_speakers()}
          hint={m.congress_field_speakers_hint()}
          value={typed.speakers}
          problems={problems}
          autocomplete="off"
        />
        <TextArea
          name="description"
          label={m.congress_field_description()}
          value={typed.description}
          limit={SESSION_LENGTHS.description}
          rows={5}
          problems={problems}
        />
        <Field
          name="places"
          label={m.meetings_capacity()}
          hint={m.congress_field_seats_hint()}
          value={typed.capacity}
          inputMode="numeric"
          width="short"
          problems={problems}
        />
        <SubmitButton size="large">{session ? m.congress_save() : m.congress_add()}</SubmitButton>
      </Form>
    </Column>
  );
}

interface CancelProps {
  meeting: Meeting;
  session: Session;
  message: string;
  problems: Problems;
}

/** A session is cancelled with the words that who signed up is told. */
export function CancelSessionPage({ meeting, session, message, problems }: CancelProps) {
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <ConfirmPage
        question={m.congress_cancel_question()}
        form={
          <Form action={urls.cancelSession({ meeting: meeting.number, session: session.id })}>
            <TextArea
              name="message"
              label={m.congress_cancel_message()}
              hint={m.congress_cancel_message_hint()}
              value={message}
              limit={SESSION_LENGTHS.message}
              rows={4}
              problems={problems}
              required
            />
            <SubmitButton kind="danger" size="large">
              {m.congress_cancel()}
            </SubmitButton>
          </Form>
        }
        cancelHref={urls.programme({ meeting: meetingSegment(meeting) })}
        cancelLabel={m.congress_cancel_not()}
      >
        <p>
          <strong>
            <bdi>{session.title}</bdi>
          </strong>
          <br />
          {timeWords(session)}
        </p>
        <p>{m.congress_cancel_words({ seated: session.seated, waiting: session.waiting })}</p>
      </ConfirmPage>
    </Column>
  );
}
