import * as m from '../../../paraglide/messages.js';
import { excerptOf } from '../../../platform/text/excerpt.ts';
import { Card } from '../../../ui/card.tsx';
import { Filters } from '../../../ui/filters.tsx';
import { ButtonLink } from '../../../ui/form.tsx';
import { Split, Stack } from '../../../ui/layout.tsx';
import { EmptyState, List, Pagination } from '../../../ui/list.tsx';
import { MarkedText } from '../../../ui/marked-text.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { DateText } from '../../../ui/text.tsx';
import { urls } from '../../../urls.ts';
import type { MailingList } from '../list.ts';
import { ListFrame, ListPanel, type SeenPlace } from '../list-frame.page.tsx';
import { sayAuthor } from '../list-words.page.ts';
import type { Message, Thread } from '../message.ts';

type Names = ReadonlyMap<string, string>;

interface Props {
  list: MailingList;
  seen: SeenPlace;
  names: Names;
  /** What was looked for; '': nothing, so that threads are shown. */
  words: string;
  threads: readonly Thread[];
  found: readonly Message[];
  next: string | null;
  isFirst: boolean;
  /** For the team. */
  waiting: number;
}

/** The archive of a list: threads, the one in which somebody wrote last first (R154). */
export function ArchivePage(props: Props) {
  const { list, seen, words, waiting } = props;
  const { at, component } = seen;
  const mayWrite = seen.isOpen && seen.subscription !== null;
  return (
    <ListFrame seen={seen}>
      <Stack>
        <PageHeader
          title={component.title}
          {...(list.closedAt && {
            meta: <StateBadge icon="archive">{m.lists_closed()}</StateBadge>,
          })}
          actions={
            (mayWrite || seen.mayOrganise || waiting > 0) && (
              <>
                {mayWrite && (
                  <ButtonLink icon="edit" href={urls.listWrite(at)}>
                    {m.lists_write()}
                  </ButtonLink>
                )}
                {waiting > 0 && (
                  <ButtonLink kind="secondary" icon="clock" href={urls.listQueue(at)}>
                    {m.lists_to_queue({ count: waiting })}
                  </ButtonLink>
                )}
                {seen.mayOrganise && (
                  <ButtonLink kind="quiet" icon="settings" href={urls.adminList(at)}>
                    {m.lists_to_office()}
                  </ButtonLink>
                )}
              </>
            )
          }
        />
        {component.introduction && <MarkedText text={component.introduction} />}
        <Split aside={<ListPanel list={list} seen={seen} />}>
          <Filters
            action={urls.spaceList(at)}
            search={{ name: 'q', label: m.lists_search(), value: words }}
            {...(words && { clearHref: urls.spaceList(at) })}
          />
          {words ? <Found {...props} /> : <Threads {...props} />}
        </Split>
      </Stack>
    </ListFrame>
  );
}

function Threads({ seen, threads, names, next, isFirst }: Props) {
  const { at } = seen;
  if (threads.length === 0)
    return (
      <EmptyState icon="mail" title={m.lists_none_title()}>
        <p>{m.lists_none_words()}</p>
      </EmptyState>
    );
  return (
    <>
      <List label={m.lists_threads()}>
        {threads.map((thread) => (
          <Card
            key={thread.id}
            level={2}
            title={
              thread.withdrawnAt ? m.lists_withdrawn() : thread.subject || m.lists_no_subject()
            }
            href={urls.listThread({ ...at, thread: thread.id })}
            {...(!thread.withdrawnAt && { excerpt: excerptOf(thread.body) })}
            meta={[
              <bdi key="author">{sayAuthor(thread, names)}</bdi>,
              <DateText key="at" at={thread.lastAt} shape="moment" />,
              ...(thread.replies > 0 ? [m.lists_replies({ count: thread.replies })] : []),
            ]}
          />
        ))}
      </List>
      <Pagination
        previousHref={isFirst ? undefined : urls.spaceList(at)}
        nextHref={next ? urls.spaceList(at, { apres: next }) : undefined}
      />
    </>
  );
}

function Found({ seen, found, names, next, isFirst, words }: Props) {
  const { at } = seen;
  if (found.length === 0)
    return (
      <EmptyState icon="search" title={m.lists_found_none_title()}>
        <p>{m.lists_found_none_words()}</p>
      </EmptyState>
    );
  return (
    <>
      <List label={m.lists_found()}>
        {found.map((message) => (
          <Card
            key={message.id}
            level={2}
            title={message.subject || m.lists_no_subject()}
            href={`${urls.listThread({ ...at, thread: message.threadId })}#m-${message.id}`}
            excerpt={excerptOf(message.body)}
            meta={[
              <bdi key="author">{sayAuthor(message, names)}</bdi>,
              <DateText key="at" at={message.publishedAt!} shape="moment" />,
            ]}
          />
        ))}
      </List>
      <Pagination
        previousHref={isFirst ? undefined : urls.spaceList(at, { q: words })}
        nextHref={next ? urls.spaceList(at, { q: words, apres: next }) : undefined}
      />
    </>
  );
}

/** Nobody gave it an address yet. */
export function UnmadePage({ seen }: { seen: SeenPlace }) {
  return (
    <ListFrame seen={seen}>
      <Stack>
        <PageHeader title={seen.component.title} />
        {seen.component.introduction && <MarkedText text={seen.component.introduction} />}
        <EmptyState
          icon="mail"
          title={m.lists_unmade_title()}
          {...(seen.mayOrganise && {
            actions: (
              <ButtonLink href={urls.adminList(seen.at)}>{m.lists_unmade_button()}</ButtonLink>
            ),
          })}
        >
          <p>{m.lists_unmade_words()}</p>
        </EmptyState>
      </Stack>
    </ListFrame>
  );
}
