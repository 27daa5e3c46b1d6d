import * as m from '../../../paraglide/messages.js';
import { excerptOf } from '../../../platform/text/excerpt.ts';
import { Card } from '../../../ui/card.tsx';
import { TextArea } from '../../../ui/field.tsx';
import {
  ButtonForm,
  ErrorSummary,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../../ui/form.tsx';
import { Column, Section, Stack } from '../../../ui/layout.tsx';
import { EmptyState, List } from '../../../ui/list.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { DateText } from '../../../ui/text.tsx';
import { urls } from '../../../urls.ts';
import { MessageItem, type ShownMessage } from '../archive/thread.page.tsx';
import { ListFrame, type SeenPlace } from '../list-frame.page.tsx';
import { sayAuthor, waitingWords } from '../list-words.page.ts';
import { type Message, REFUSAL_LENGTH } from '../message.ts';

/** Names of the fields. */
export const JUDGEMENT_NAMES = { judgement: 'decision', reason: 'motif' } as const;

interface Props {
  seen: SeenPlace;
  names: ReadonlyMap<string, string>;
}

/** What waits for the team of the space, the oldest first. */
export function QueuePage({
  seen,
  names,
  waiting,
  unproven,
}: Props & { waiting: readonly Message[]; unproven: number }) {
  const { at } = seen;
  return (
    <ListFrame seen={seen}>
      <Stack>
        <PageHeader
          title={m.lists_queue_title()}
          lead={m.lists_queue_lead()}
          breadcrumb={[{ label: seen.component.title, href: urls.spaceList(at) }]}
        />
        {waiting.length === 0 ? (
          <EmptyState icon="check-check" title={m.lists_queue_none_title()}>
            <p>{m.lists_queue_none_words()}</p>
          </EmptyState>
        ) : (
          <List label={m.lists_queue_title()}>
            {waiting.map((message) => (
              <Card
                key={message.id}
                level={2}
                title={message.subject || m.lists_no_subject()}
                href={urls.listJudgement({ ...at, message: message.id })}
                excerpt={excerptOf(message.body)}
                state={<StateBadge>{waitingWords[message.waitsFor!]()}</StateBadge>}
                meta={[
                  <bdi key="author">{sayAuthor(message, names)}</bdi>,
                  <DateText key="at" at={message.receivedAt} shape="moment" />,
                ]}
              />
            ))}
          </List>
        )}
        {unproven > 0 && <p class="hint">{m.lists_queue_unproven({ count: unproven })}</p>}
      </Stack>
    </ListFrame>
  );
}

/** One message of the archive, before it goes out of sight. */
export function WithdrawalPage({
  seen,
  names,
  message,
  typed,
  problems,
}: Props & { message: ShownMessage; typed: string; problems: Problems }) {
  return (
    <ListFrame seen={seen}>
      <Column>
        <PageHeader
          title={m.lists_withdraw_title()}
          lead={m.lists_withdraw_lead()}
          breadcrumb={[
            { label: seen.component.title, href: urls.spaceList(seen.at) },
            {
              label: message.subject || m.lists_no_subject(),
              href: urls.listThread({ ...seen.at, thread: message.threadId }),
            },
          ]}
        />
        <ErrorSummary problems={problems} />
        <MessageItem message={message} at={seen.at} names={names} />
        <Form action={urls.listWithdrawal({ ...seen.at, message: message.id })}>
          <TextArea
            name={JUDGEMENT_NAMES.reason}
            label={m.lists_refuse_reason()}
            hint={m.lists_refuse_reason_hint()}
            value={typed}
            rows={3}
            limit={REFUSAL_LENGTH}
            problems={problems}
            required
          />
          <SubmitButton>{m.lists_withdraw_submit()}</SubmitButton>
        </Form>
      </Column>
    </ListFrame>
  );
}

/** One message that waits, and the two things that may be done with it. */
export function JudgementPage({
  seen,
  names,
  message,
  typed,
  problems,
}: Props & { message: ShownMessage; typed: string; problems: Problems }) {
  const action = urls.listJudgement({ ...seen.at, message: message.id });
  return (
    <ListFrame seen={seen}>
      <Column>
        <PageHeader
          title={message.subject || m.lists_no_subject()}
          breadcrumb={[
            { label: seen.component.title, href: urls.spaceList(seen.at) },
            { label: m.lists_queue_title(), href: urls.listQueue(seen.at) },
          ]}
          meta={<StateBadge>{waitingWords[message.waitsFor ?? 'all']()}</StateBadge>}
        />
        <ErrorSummary problems={problems} />
        {message.senderEmail && (
          <p class="hint">
            {m.lists_queue_sender({ email: message.senderEmail, name: message.senderName })}
          </p>
        )}
        <MessageItem message={message} at={seen.at} names={names} />
        <ButtonForm
          action={action}
          values={{ [JUDGEMENT_NAMES.judgement]: 'accepter' }}
          icon="check"
        >
          {m.lists_accept()}
        </ButtonForm>
        <Section title={m.lists_refuse_title()}>
          <Form action={action}>
            <Hidden name={JUDGEMENT_NAMES.judgement} value="refuser" />
            <TextArea
              name={JUDGEMENT_NAMES.reason}
              label={m.lists_refuse_reason()}
              hint={
                message.authorId ? m.lists_refuse_reason_hint() : m.lists_refuse_stranger_hint()
              }
              value={typed}
              rows={3}
              limit={REFUSAL_LENGTH}
              problems={problems}
              required
            />
            <SubmitButton kind="secondary">{m.lists_refuse()}</SubmitButton>
          </Form>
        </Section>
      </Column>
    </ListFrame>
  );
}
