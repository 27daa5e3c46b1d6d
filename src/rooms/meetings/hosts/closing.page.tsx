import * as m from '../../../paraglide/messages.js';
import { Field, TextArea } from '../../../ui/field.tsx';
import { ErrorSummary, Form, Hidden, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { Column, Section } from '../../../ui/layout.tsx';
import { MarkedText } from '../../../ui/marked-text.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { DescriptionList } from '../../../ui/table.tsx';
import { urls } from '../../../urls.ts';
import { LENGTHS, type Meeting } from '../meeting.ts';
import { meetingSegment, timeWords } from '../meeting-words.page.ts';
import { type Closing, type ClosingRefusal, MOST_LINES } from './closing.ts';

/** A closing as it was typed. */
export interface TypedClosing {
  report: string;
  organisations: string;
  speakers: string;
  attendance: string;
}

export const closingProblems: Record<ClosingRefusal, () => string> = {
  'report-missing': m.meetings_problem_report,
  'text-too-long': m.meetings_problem_long,
  'too-many-lines': () => m.meetings_problem_lines({ count: MOST_LINES }),
  'attendance-wrong': m.meetings_problem_attendance,
};

interface Props {
  meeting: Meeting;
  typed: TypedClosing;
  problems: Problems;
  version: number;
}

/** What its host tells of an event that is over (R125). */
export function ClosingPage({ meeting, typed, problems, version }: Props) {
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.meetings_close_title()}
        lead={m.meetings_close_lead()}
        breadcrumb={[
          { label: meeting.title, href: urls.meeting({ meeting: meetingSegment(meeting) }) },
        ]}
        meta={timeWords(meeting)}
      />
      <Form action={urls.meetingClose({ meeting: meeting.number })}>
        <Hidden name="version" value={version} />
        <TextArea
          name="compte-rendu"
          label={m.meetings_close_report()}
          hint={m.meetings_close_report_hint()}
          value={typed.report}
          limit={LENGTHS.words}
          rows={10}
          problems={problems}
          required
        />
        <TextArea
          name="organisations"
          label={m.meetings_close_organisations()}
          hint={m.meetings_close_lines_hint()}
          value={typed.organisations}
          rows={4}
          problems={problems}
        />
        <TextArea
          name="intervenants"
          label={m.meetings_close_speakers()}
          hint={m.meetings_close_lines_hint()}
          value={typed.speakers}
          rows={4}
          problems={problems}
        />
        <Field
          name="participants"
          label={m.meetings_close_attendance()}
          value={typed.attendance}
          inputMode="numeric"
          width="short"
          problems={problems}
          required
        />
        <SubmitButton size="large">{m.meetings_close_submit()}</SubmitButton>
      </Form>
    </Column>
  );
}

/** The same on the page of the event. */
export function ClosingSection({ closing }: { closing: Closing }) {
  const lines = (names: readonly string[]) => (
    <ul>
      {names.map((name) => (
        <li key={name}>
          <bdi>{name}</bdi>
        </li>
      ))}
    </ul>
  );
  return (
    <Section title={m.meetings_report()} id="compte-rendu">
      <p>
        <strong>{m.meetings_report_present({ count: closing.attendance })}</strong>
      </p>
      <MarkedText text={closing.report} />
      <DescriptionList
        look="stack"
        items={[
          ...(closing.organisations.length > 0
            ? [
                {
                  term: m.meetings_close_organisations_shown(),
                  detail: lines(closing.organisations),
                },
              ]
            : []),
          ...(closing.speakers.length > 0
            ? [{ term: m.meetings_close_speakers_shown(), detail: lines(closing.speakers) }]
            : []),
        ]}
      />
    </Section>
  );
}
