import * as m from '../../../paraglide/messages.js';
import { excerptOf } from '../../../platform/text/excerpt.ts';
import { ButtonLink } from '../../../ui/form.tsx';
import { Stack } from '../../../ui/layout.tsx';
import { EmptyState, Pagination } from '../../../ui/list.tsx';
import { MarkedText } from '../../../ui/marked-text.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Table } from '../../../ui/table.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { DateText } from '../../../ui/text.tsx';
import { urls } from '../../../urls.ts';
import { SpaceFrame } from '../../consultations/index.page.ts';
import type { Component, Space } from '../../consultations/index.ts';
import { PersonLink } from '../../profiles/index.page.ts';
import { sayName } from '../request-words.page.ts';
import type { Topic } from './topic.ts';
import { topicSegment } from './topic-words.page.ts';

interface Props {
  space: Space;
  component: Component;
  beside: Pick<Parameters<typeof SpaceFrame>[0], 'theme' | 'tabs'>;
  /** The reader's own that wait to be read. */
  held: readonly Topic[];
  pinned: readonly Topic[];
  topics: readonly Topic[];
  next: string | null;
  /** Of their authors, by person. */
  nicknames: ReadonlyMap<string, string>;
  /** How much was said under each. */
  answers: ReadonlyMap<string, number>;
  mayBegin: boolean;
}

/** A forum as forums are: date, name, message. */
export function TopicsPage(props: Props) {
  const { space, component } = props;
  const at = { space: space.slug, component: component.slug };
  const rows = [...props.held, ...props.pinned, ...props.topics];
  return (
    <SpaceFrame space={space} {...props.beside} current={component.id}>
      <PageHeader
        title={component.title}
        lead={m.forum_lead()}
        {...(props.mayBegin && {
          actions: (
            <ButtonLink href={urls.beginTopic(at)} icon="plus">
              {m.forum_begin()}
            </ButtonLink>
          ),
        })}
      />
      <Stack>
        {component.introduction && <MarkedText text={component.introduction} />}
        {rows.length === 0 ? (
          <EmptyState
            icon="comment"
            title={m.forum_none()}
            {...(props.mayBegin && {
              actions: <ButtonLink href={urls.beginTopic(at)}>{m.forum_begin()}</ButtonLink>,
            })}
          >
            {m.forum_none_words()}
          </EmptyState>
        ) : (
          <Table
            caption={m.forum_caption()}
            captionHidden
            columns={[
              { key: 'date', label: m.forum_date() },
              { key: 'name', label: m.forum_name() },
              { key: 'message', label: m.forum_message(), sentences: true },
            ]}
            rows={rows.map((topic) => rowOf(topic, props))}
          />
        )}
        <Pagination
          nextHref={props.next === null ? undefined : urls.forum(at, { apres: props.next })}
        />
      </Stack>
    </SpaceFrame>
  );
}

function rowOf(topic: Topic, { nicknames, answers }: Props) {
  const nickname = nicknames.get(topic.authorId) ?? null;
  return {
    date: <DateText at={topic.lastAt} shape="short" />,
    name: <PersonLink nickname={nickname}>{sayName(nickname)}</PersonLink>,
    message: (
      <>
        <a href={urls.forumTopic({ topic: topicSegment(topic) })} lang={topic.lang}>
          <strong>{topic.title}</strong>
        </a>{' '}
        {topic.heldAt && <StateBadge tone="info">{m.mutual_held()}</StateBadge>}
        {topic.pinnedAt && <StateBadge icon="flag">{m.forum_pinned()}</StateBadge>}
        {topic.closedAt && <StateBadge icon="lock">{m.forum_closed()}</StateBadge>}
        <br />
        <span lang={topic.lang}>{excerptOf(topic.message, 140)}</span>
        <br />
        <span class="hint">{m.forum_answers({ count: answers.get(topic.id) ?? 0 })}</span>
      </>
    ),
  };
}
