import * as m from '../../../paraglide/messages.js';
import { formatDateTime } from '../../../ui/format.ts';
import type { Channel, Message, Names } from './thread.ts';

const empty: Record<Channel, () => string> = {
  exchange: m.threads_exchange_empty,
  team: m.threads_team_empty,
  note: m.threads_notes_empty,
};

/** Messages, oldest first. */
export function ThreadMessages(props: {
  thread: { channel: Channel; messages: readonly Message[] };
  names: Names;
  ownId: string;
}) {
  const { thread, names, ownId } = props;
  if (thread.messages.length === 0) return <p>{empty[thread.channel]()}</p>;
  return (
    <ol class="thread">
      {thread.messages.map((message) => (
        <li
          key={message.id}
          id={`m-${message.id}`}
          class={message.writtenBy === ownId ? 'thread-message thread-own' : 'thread-message'}
        >
          <p class="thread-head">
            <strong>
              <Writer message={message} names={names} ownId={ownId} />
            </strong>{' '}
            <time dateTime={message.writtenAt.toISOString()}>
              {formatDateTime(message.writtenAt)}
            </time>
          </p>
          <p class="kept-lines">
            <bdi>{message.body}</bdi>
          </p>
          {message.mentioned.length > 0 && (
            <p class="hint">
              {m.threads_mentioned({
                names: message.mentioned
                  .map((id) => names.people.get(id))
                  .filter((name) => name !== undefined)
                  .join(', '),
              })}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

function Writer({ message, names, ownId }: { message: Message; names: Names; ownId: string }) {
  const name = names.people.get(message.writtenBy) ?? m.threads_somebody();
  if (message.isRelayed) return <>{m.threads_relayed({ name })}</>;
  if (message.writtenBy === ownId) return <>{m.threads_you()}</>;
  const department = message.departmentId && names.departments.get(message.departmentId);
  return (
    <>
      <bdi>{name}</bdi>
      {department && (
        <>
          {' · '}
          <bdi>{department}</bdi>
        </>
      )}
      {message.side === 'office' && ` · ${m.threads_office()}`}
      {message.side === 'holder' && ` · ${m.threads_holder()}`}
    </>
  );
}
