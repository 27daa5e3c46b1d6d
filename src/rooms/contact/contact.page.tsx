import * as m from '../../paraglide/messages.js';
import { WORK_NAME } from '../../platform/http/open-form.ts';
import { Field, Select, TextArea } from '../../ui/field.tsx';
import {
  ButtonLink,
  ErrorSummary,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../ui/form.tsx';
import { Column } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { TrapField } from '../../ui/trap.tsx';
import { WorkField } from '../../ui/work-field.tsx';
import { urls } from '../../urls.ts';
import { MESSAGE_LENGTH, MESSAGE_TOPICS, type MessageField, type TypedMessage } from './message.ts';
import { messageTopicWords } from './message-words.page.ts';

/** Names of the fields in the form. */
export const MESSAGE_NAMES: Record<MessageField, string> = {
  topic: 'sujet',
  name: 'nom',
  email: 'courriel',
  body: 'message',
};

interface Props {
  organisation: string;
  typed: TypedMessage;
  token: string;
  /** What the browser works on meanwhile, where scripts run. */
  challenge: string;
  problems: Problems;
}

/** One writes to the organisation: what about, what, and where to answer. */
export function ContactPage({ organisation, typed, token, challenge, problems }: Props) {
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader title={m.contact_title()} lead={m.contact_lead({ organisation })} />
      <Form action={urls.contact()}>
        <Hidden name="jeton" value={token} />
        <Select
          name={MESSAGE_NAMES.topic}
          label={m.contact_topic()}
          options={MESSAGE_TOPICS.map((topic) => ({
            value: topic,
            label: messageTopicWords[topic](),
          }))}
          empty
          value={typed.topic}
          problems={problems}
          required
        />
        <TextArea
          name={MESSAGE_NAMES.body}
          label={m.contact_body()}
          value={typed.body}
          rows={8}
          limit={MESSAGE_LENGTH}
          problems={problems}
          required
        />
        <Field
          name={MESSAGE_NAMES.email}
          type="email"
          label={m.contact_email()}
          hint={m.contact_email_hint()}
          value={typed.email}
          autocomplete="email"
          problems={problems}
          required
        />
        <Field
          name={MESSAGE_NAMES.name}
          label={m.contact_name()}
          value={typed.name}
          autocomplete="name"
          problems={problems}
        />
        <TrapField label={m.contact_trap()} />
        <WorkField name={WORK_NAME} challenge={challenge} />
        <p class="hint">{m.contact_kept({ organisation })}</p>
        <SubmitButton size="large">{m.contact_send()}</SubmitButton>
      </Form>
    </Column>
  );
}

/** The same whether it was kept now or by a form sent before. */
export function ContactSentPage() {
  return (
    <Column>
      <PageHeader
        title={m.contact_sent_title()}
        lead={m.contact_sent_lead()}
        actions={<ButtonLink href={urls.home()}>{m.contact_sent_home()}</ButtonLink>}
      />
    </Column>
  );
}
