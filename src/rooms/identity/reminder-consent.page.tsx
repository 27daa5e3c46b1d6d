import * as m from '../../paraglide/messages.js';
import { Checkbox } from '../../ui/choices.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { Column } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { urls } from '../../urls.ts';

/** Off until it is ticked: a reminder that nobody asked for is not written. */
export function ReminderConsentPage({ agreed, email }: { agreed: boolean; email: string }) {
  return (
    <Column>
      <PageHeader
        title={m.reminders_setting_title()}
        lead={m.reminders_setting_lead({ email })}
        breadcrumb={[{ label: m.identity_account_back(), href: urls.account() }]}
      />
      <Form action={urls.accountReminders()}>
        <Checkbox
          name="rappels"
          label={m.reminders_setting_label()}
          hint={m.reminders_setting_hint()}
          checked={agreed}
        />
        <SubmitButton>{m.reminders_setting_save()}</SubmitButton>
      </Form>
    </Column>
  );
}
