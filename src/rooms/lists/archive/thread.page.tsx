import * as m from '../../../paraglide/messages.js';
import type { KeptFile } from '../../../platform/files/file.store.ts';
import { fileSegment } from '../../../platform/files/upload.ts';
import { FileField, TextArea } from '../../../ui/field.tsx';
import {
  ButtonLink,
  ErrorSummary,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../../ui/form.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Column, Section, Stack } from '../../../ui/layout.tsx';
import { Pagination } from '../../../ui/list.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { DateText, Prose } from '../../../ui/text.tsx';
import { urls } from '../../../urls.ts';
import { PersonLink } from '../../profiles/index.page.ts';
import { BODY_LENGTH } from '../list.ts';
import { ListFrame, type SeenPlace } from '../list-frame.page.tsx';
import { droppedWords, sayAuthor } from '../list-words.page.ts';
import type { Message } from '../message.ts';

/** Names of the fields. */
export const MESSAGE_NAMES = {
  subject: 'objet',
  body: 'texte',
  files: 'fichiers',
  form: 'formulaire',
  answers: 'en-reponse-a',
} as const;

export interface ShownMessage extends Message {
  files: readonly Pick<KeptFile, 'fileId' | 'name' | 'mediaType'>[];
  /** Where its author may be written to, who chose to say so. */
  shownAddress: string | null;
}

export interface TypedMessage {
  subject: string;
  body: string;
  formId: string;
  problems: Problems;
}

interface Props {
  seen: SeenPlace;
  subject: string;
  messages: readonly ShownMessage[];
  names: ReadonlyMap<string, string>;
  next: string | null;
  isFirst: boolean;
  threadId: string;
  typed: TypedMessage;
}

/** A message with everything that answers it. */
export function ThreadPage(props: Props) {
  const { seen, subject, messages, names, typed, threadId } = props;
  const { at } = seen;
  const address = urls.listThread({ ...at, thread: threadId });
  const last = messages.at(-1);
  return (
    <ListFrame seen={seen}>
      <Column>
        <PageHeader
          title={subject || m.lists_no_subject()}
          breadcrumb={[{ label: seen.component.title, href: urls.spaceList(at) }]}
        />
        <ErrorSummary problems={typed.problems} />
        <ol class="comments" aria-label={m.lists_messages()}>
          {messages.map((message) => (
            <li key={message.id}>
              <MessageItem message={message} at={at} names={names} mayWithdraw={seen.mayModerate} />
            </li>
          ))}
        </ol>
        <Pagination
          previousHref={props.isFirst ? undefined : address}
          nextHref={
            props.next
              ? urls.listThread({ ...at, thread: threadId }, { apres: props.next })
              : undefined
          }
        />
        <Section title={m.lists_reply_title()} id="repondre">
          <MayWrite seen={seen} back={address}>
            <Form action={address} upload>
              <Hidden name={MESSAGE_NAMES.form} value={typed.formId} />
              {last && <Hidden name={MESSAGE_NAMES.answers} value={last.id} />}
              <BodyFields typed={typed} />
              <SubmitButton icon="mail">{m.lists_reply_submit()}</SubmitButton>
            </Form>
          </MayWrite>
        </Section>
      </Column>
    </ListFrame>
  );
}

/** One message: who, when, what they say; what they quote is folded. */
export function MessageItem({
  message,
  at,
  names,
  mayWithdraw,
}: {
  message: ShownMessage;
  at: SeenPlace['at'];
  names: ReadonlyMap<string, string>;
  /** Whether this visitor may take it out of sight. */
  mayWithdraw?: boolean;
}) {
  if (message.withdrawnAt)
    return (
      <article class="comment comment-hidden" id={`m-${message.id}`}>
        <p>
          <Icon name="eye-off" /> {m.lists_withdrawn()}
        </p>
      </article>
    );
  const author = sayAuthor(message, names);
  const known = message.authorId !== null && names.has(message.authorId);
  const when = message.publishedAt ?? message.receivedAt;
  return (
    <article class="comment" id={`m-${message.id}`}>
      <p class="comment-head">
        <strong>{known ? <PersonLink nickname={author} /> : <bdi>{author}</bdi>}</strong>
        <span class="hint">
          <DateText at={when} shape="moment" />
        </span>
      </p>
      <Prose text={message.body} />
      {message.quoted !== '' && (
        <details>
          <summary>{m.lists_quoted()}</summary>
          <Prose text={message.quoted} />
        </details>
      )}
      {message.files.length > 0 && (
        <ul aria-label={m.lists_files()}>
          {message.files.map((file) => (
            <li key={file.fileId}>
              <a href={urls.listFile({ ...at, file: fileSegment(file) })}>
                <bdi>{file.name}</bdi>
              </a>
            </li>
          ))}
        </ul>
      )}
      {message.dropped.length > 0 && (
        <p class="hint">
          {m.lists_dropped()}{' '}
          {message.dropped.map(({ name, why }, index) => (
            <>
              {index > 0 && ' ; '}
              <bdi>{name}</bdi> ({droppedWords[why]()})
            </>
          ))}
        </p>
      )}
      {message.shownAddress && (
        <p class="hint">
          <a href={`mailto:${message.shownAddress}`}>
            <bdi>{message.shownAddress}</bdi>
          </a>
        </p>
      )}
      {mayWithdraw && (
        <p class="comment-acts">
          <ButtonLink
            kind="quiet"
            size="small"
            icon="eye-off"
            about={author}
            href={urls.listWithdrawal({ ...at, message: message.id })}
          >
            {m.lists_withdraw()}
          </ButtonLink>
        </p>
      )}
    </article>
  );
}

/** The form, or what is to be done before. */
export function MayWrite({
  seen,
  back,
  children,
}: {
  seen: SeenPlace;
  back: string;
  children: preact.ComponentChildren;
}) {
  if (!seen.isOpen)
    return (
      <Notice>
        <p>{m.lists_closed_words()}</p>
      </Notice>
    );
  if (!seen.isSignedIn)
    return (
      <ButtonLink kind="secondary" icon="comment" href={urls.signIn({ vers: back })}>
        {m.lists_sign_in()}
      </ButtonLink>
    );
  if (!seen.subscription)
    return (
      <Stack>
        <p>{m.lists_subscribe_first()}</p>
        <ButtonLink kind="secondary" icon="mail" href={urls.listSubscription(seen.at)}>
          {m.lists_subscribe()}
        </ButtonLink>
      </Stack>
    );
  return <>{children}</>;
}

export function BodyFields({ typed }: { typed: TypedMessage }) {
  return (
    <>
      <TextArea
        name={MESSAGE_NAMES.body}
        label={m.lists_body()}
        value={typed.body}
        rows={8}
        limit={BODY_LENGTH}
        problems={typed.problems}
        required
      />
      <FileField
        name={MESSAGE_NAMES.files}
        label={m.lists_files_field()}
        hint={m.lists_files_hint()}
        accept="image/jpeg,image/png,image/webp,application/pdf,.docx,.odt"
        problems={typed.problems}
        multiple
      />
    </>
  );
}
