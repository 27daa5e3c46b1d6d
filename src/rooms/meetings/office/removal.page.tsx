import * as m from '../../../paraglide/messages.js';
import { TextArea } from '../../../ui/field.tsx';
import { ErrorSummary, Form, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { Column } from '../../../ui/layout.tsx';
import { ConfirmPage } from '../../../ui/next-step.tsx';
import { urls } from '../../../urls.ts';
import { LENGTHS, type Meeting } from '../meeting.ts';
import { timeWords } from '../meeting-words.page.ts';
import type { Registration } from '../registration.ts';

interface Props {
  meeting: Meeting;
  registration: Registration;
  isTold: boolean;
  reason: string;
  problems: Problems;
}

/** Taking somebody off the list cannot be undone by the office: they would have to register again. */
export function RemovalPage({ meeting, registration, isTold, reason, problems }: Props) {
  const at = { meeting: meeting.number };
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <ConfirmPage
        question={m.meetings_remove_question()}
        form={
          <Form action={urls.adminRegistrationRemove({ ...at, registration: registration.id })}>
            {isTold && (
              <TextArea
                name="raison"
                label={m.meetings_remove_reason()}
                hint={m.meetings_remove_reason_hint()}
                value={reason}
                limit={LENGTHS.message}
                rows={3}
                problems={problems}
              />
            )}
            <SubmitButton kind="danger" size="large">
              {m.meetings_remove_submit()}
            </SubmitButton>
          </Form>
        }
        cancelHref={`${urls.adminMeeting(at)}#inscriptions`}
        cancelLabel={m.meetings_remove_not()}
      >
        <p>
          <strong>
            <bdi>{registration.name}</bdi>
          </strong>{' '}
          (<bdi>{registration.email}</bdi>)
          <br />
          <bdi>{meeting.title}</bdi>, {timeWords(meeting)}
        </p>
        <p>{isTold ? m.meetings_remove_words() : m.meetings_remove_words_untold()}</p>
      </ConfirmPage>
    </Column>
  );
}
