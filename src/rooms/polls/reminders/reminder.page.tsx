import * as m from '../../../paraglide/messages.js';
import { ButtonForm, Form, SubmitButton } from '../../../ui/form.tsx';
import { Column } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import type { ReminderOffer } from './reminder.ts';

interface ReminderBoxProps {
  edition: string;
  offer: ReminderOffer;
  /** Where its buttons lead back to: the list, or one's ballot. */
  from: 'liste' | 'bulletin';
}

/** « Me le rappeler avant la clôture »: for who stops before casting. Nothing of the basket goes with it. */
export function ReminderBox({ edition, offer, from }: ReminderBoxProps) {
  const values = { vers: from };
  switch (offer) {
    case 'may-ask':
      return (
        <Notice
          title={m.reminders_ask_title()}
          actions={
            <ButtonForm
              kind="secondary"
              icon="clock"
              action={urls.voteReminder({ edition })}
              values={values}
            >
              {m.reminders_ask_button()}
            </ButtonForm>
          }
        >
          <p>{m.reminders_ask()}</p>
        </Notice>
      );
    case 'asked':
      return (
        <Notice
          tone="success"
          title={m.reminders_asked_title()}
          actions={
            <ButtonForm
              kind="secondary"
              action={urls.voteReminderUndo({ edition })}
              values={values}
            >
              {m.reminders_undo_button()}
            </ButtonForm>
          }
        >
          <p>{m.reminders_asked()}</p>
        </Notice>
      );
    case 'by-account':
      return (
        <Notice>
          <p>
            {m.reminders_by_account()}{' '}
            <a href={urls.accountReminders()}>{m.reminders_by_account_link()}</a>
          </p>
        </Notice>
      );
    case null:
      return null;
  }
}

/** Reached from a mail, signed in or not. Opening it changes nothing: programs open links before people do. */
export function StopRemindersPage({
  token,
  organisation,
}: {
  token: string;
  organisation: string;
}) {
  return (
    <Column>
      <PageHeader title={m.reminders_stop_title()} lead={m.reminders_stop_lead({ organisation })} />
      <Form action={urls.stopReminders({ token })}>
        <SubmitButton>{m.reminders_stop_button()}</SubmitButton>
      </Form>
    </Column>
  );
}

export function RemindersStoppedPage({ organisation }: { organisation: string }) {
  return (
    <Column>
      <PageHeader
        title={m.reminders_stopped_title()}
        lead={m.reminders_stopped_lead({ organisation })}
      />
      <p>
        <a href={urls.accountReminders()}>{m.reminders_stopped_account()}</a>
      </p>
    </Column>
  );
}
