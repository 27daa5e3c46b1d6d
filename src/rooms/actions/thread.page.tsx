import * as m from '../../paraglide/messages.js';
import { TextArea } from '../../ui/field.tsx';
import { Form, type Problems, SubmitButton } from '../../ui/form.tsx';
import { formatDateTime } from '../../ui/format.ts';
import { Section } from '../../ui/layout.tsx';
import { LENGTHS } from './action.ts';
import type { Message } from './message.ts';

interface Props {
  /** Who reads. */
  side: Message['side'];
  messages: readonly Message[];
  nicknames: ReadonlyMap<string, string>;
  ownId: string;
  /** Where a message is posted; null: this reader only reads. */
  action: string | null;
  typed: string;
  problems: Problems;
}

/** What the group and the reviewers write to each other (R11), oldest first. */
export function Thread(props: Props) {
  const { side, messages, nicknames, ownId, problems } = props;
  return (
    <Section
      title={m.propose_thread()}
      lead={side === 'group' ? m.propose_thread_lead() : m.propose_thread_lead_review()}
      id="echanges"
    >
      {messages.length === 0 ? (
        <p>{m.propose_thread_empty()}</p>
      ) : (
        <ol class="thread">
          {messages.map((message) => (
            <li
              key={message.id}
              class={message.writtenBy === ownId ? 'thread-message thread-own' : 'thread-message'}
            >
              <p class="thread-head">
                <strong>
                  {message.writtenBy === ownId ? (
                    m.propose_thread_you()
                  ) : (
                    <bdi>{nicknames.get(message.writtenBy) ?? m.propose_somebody()}</bdi>
                  )}
                  {' · '}
                  {message.side === 'group' ? m.propose_thread_group() : m.propose_thread_review()}
                </strong>
                {' · '}
                <time dateTime={message.writtenAt.toISOString()}>
                  {formatDateTime(message.writtenAt)}
                </time>
              </p>
              <p class="kept-lines">
                <bdi>{message.words}</bdi>
              </p>
            </li>
          ))}
        </ol>
      )}
      {props.action && (
        <Form action={props.action} label={m.propose_thread()}>
          <TextArea
            name="message"
            label={m.propose_message()}
            value={props.typed}
            limit={LENGTHS.message}
            rows={4}
            problems={problems}
          />
          <SubmitButton kind="secondary" icon="mail">
            {m.propose_message_send()}
          </SubmitButton>
        </Form>
      )}
    </Section>
  );
}
