import * as m from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { EmptyState, List, Pagination } from '../../ui/list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { DateText } from '../../ui/text.tsx';
import { urls } from '../../urls.ts';
import { type ContactMessage, MESSAGE_STATES, type MessageState, STATE_SLUGS } from './message.ts';
import { messageStateWords, messageTopicWords } from './message-words.page.ts';

interface Props {
  messages: readonly ContactMessage[];
  more: boolean;
  state: MessageState;
  counts: { new: number; answered: number };
  isFirst: boolean;
}

const EXCERPT = 160;

/** Messages of one state, the latest first. */
export function MessagesPage({ messages, more, state, counts, isFirst }: Props) {
  const address = (one: MessageState, avant?: string) =>
    urls.adminMessages({ etat: one === 'new' ? undefined : STATE_SLUGS[one], avant });
  const label = (one: MessageState) =>
    one === 'closed'
      ? messageStateWords[one].many()
      : m.contact_states_count({ state: messageStateWords[one].many(), count: counts[one] });
  return (
    <>
      <PageHeader
        title={m.contact_office_title()}
        lead={m.contact_office_lead()}
        breadcrumb={[{ label: m.admin_title(), href: urls.admin() }]}
      />
      <nav class="edition-tabs" aria-label={m.contact_states()}>
        <ul>
          {MESSAGE_STATES.map((one) => (
            <li key={one}>
              <a href={address(one)} aria-current={one === state ? 'page' : undefined}>
                {label(one)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {messages.length === 0 ? (
        <EmptyState icon="mail" title={m.contact_none_title()}>
          <p>{m.contact_none()}</p>
        </EmptyState>
      ) : (
        <List label={messageStateWords[state].many()}>
          {messages.map((message) => (
            <Card
              key={message.id}
              level={2}
              mark={String(message.number)}
              title={messageTopicWords[message.topic]()}
              href={urls.adminMessage({ message: message.id })}
              excerpt={excerptOf(message)}
              meta={[
                <bdi key="name">{message.name || m.contact_nameless()}</bdi>,
                <DateText key="at" at={message.receivedAt} />,
              ]}
            />
          ))}
        </List>
      )}
      <Pagination
        previousHref={isFirst ? undefined : address(state)}
        nextHref={more ? address(state, String(messages.at(-1)?.number)) : undefined}
      />
    </>
  );
}

function excerptOf({ body, erasedAt }: ContactMessage): string {
  if (erasedAt) return m.contact_erased();
  const line = body.replaceAll(/\s+/g, ' ');
  return line.length > EXCERPT ? `${[...line].slice(0, EXCERPT).join('')}…` : line;
}
