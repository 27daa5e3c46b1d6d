import * as m from '../../paraglide/messages.js';
import { Checkbox } from '../../ui/choices.tsx';
import { TextArea } from '../../ui/field.tsx';
import {
  ButtonForm,
  ErrorSummary,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../ui/form.tsx';
import { formatDateTime } from '../../ui/format.ts';
import { Column, Section } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { StateBadge } from '../../ui/tag.tsx';
import { Prose } from '../../ui/text.tsx';
import { urls } from '../../urls.ts';
import { type ContactMessage, type ContactReply, MESSAGE_LENGTH, stateOf } from './message.ts';
import { messageStateWords, messageTopicWords } from './message-words.page.ts';

/** Name of the field of an answer. */
export const REPLY_FIELD = 'reponse';

interface Props {
  message: ContactMessage;
  replies: readonly ContactReply[];
  /** By id of person. */
  nicknames: ReadonlyMap<string, string>;
  /** Of the answer to come: sent twice, it leaves once. */
  replyId: string;
  typed: string;
  problems: Problems;
}

/** One message, what was answered, and the answer to write: it leaves by mail. */
export function MessagePage({ message, replies, nicknames, replyId, typed, problems }: Props) {
  const at = { message: message.id };
  const state = stateOf(message);
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.contact_message_title({ number: message.number })}
        breadcrumb={[
          { label: m.admin_title(), href: urls.admin() },
          { label: m.contact_office_title(), href: urls.adminMessages() },
        ]}
        meta={
          <>
            <StateBadge icon={state === 'new' ? 'mail' : 'check'}>
              {messageStateWords[state].one()}
            </StateBadge>{' '}
            {messageTopicWords[message.topic]()} · {formatDateTime(message.receivedAt)}
          </>
        }
      />
      {message.erasedAt ? (
        <Notice title={m.contact_erased()}>
          <p>{m.contact_erased_words()}</p>
        </Notice>
      ) : (
        <Section title={message.name || m.contact_nameless()} lead={message.email}>
          <Prose text={message.body} lang={message.lang} />
        </Section>
      )}
      {replies.map((reply) => (
        <Section
          key={reply.id}
          title={m.contact_reply_by({
            nickname: nicknames.get(reply.writtenBy) ?? m.admin_someone(),
            at: formatDateTime(reply.writtenAt),
          })}
        >
          <Prose text={reply.body} lang={message.lang} />
        </Section>
      ))}
      {!message.erasedAt && (
        <Section title={m.contact_answer()}>
          <Form action={urls.adminMessage(at)}>
            <Hidden name="reponse-id" value={replyId} />
            <TextArea
              name={REPLY_FIELD}
              label={m.contact_answer_text()}
              hint={m.contact_answer_hint({ email: message.email })}
              value={typed}
              rows={8}
              limit={MESSAGE_LENGTH}
              problems={problems}
              required
            />
            {state !== 'closed' && <Checkbox name="clore" label={m.contact_answer_close()} />}
            <SubmitButton>{m.contact_answer_send()}</SubmitButton>
          </Form>
        </Section>
      )}
      {state === 'closed' ? (
        <ButtonForm kind="secondary" action={urls.adminReopenMessage(at)}>
          {m.contact_reopen()}
        </ButtonForm>
      ) : (
        <ButtonForm kind="secondary" action={urls.adminCloseMessage(at)}>
          {m.contact_close()}
        </ButtonForm>
      )}
    </Column>
  );
}
