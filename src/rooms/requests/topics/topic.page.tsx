import * as m from '../../../paraglide/messages.js';
import { getLocale } from '../../../paraglide/runtime.js';
import { ButtonForm } from '../../../ui/form.tsx';
import { Actions, Column, Panel, Section } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { DateText, Prose } from '../../../ui/text.tsx';
import { urls } from '../../../urls.ts';
import { CommentsBlock, type CommentsProps } from '../../comments/index.page.ts';
import { ReportLink } from '../../moderation/index.page.ts';
import { PersonLink } from '../../profiles/index.page.ts';
import { sayName } from '../request-words.page.ts';
import type { Topic } from './topic.ts';
import { topicSegment } from './topic-words.page.ts';

interface Props {
  topic: Topic;
  space: { slug: string; title: string };
  component: { slug: string; title: string };
  /** What it answers; null: nothing, or nothing that the reader sees. */
  article: { title: string; href: string } | null;
  author: string | null;
  comments: CommentsProps | null;
  isOwn: boolean;
  isTeam: boolean;
}

/** A topic: its first message, then what was said. */
export function TopicPage(props: Props) {
  const { topic, space, component, article, author } = props;
  const lang = topic.lang === getLocale() ? {} : { lang: topic.lang };
  return (
    <Column>
      <PageHeader
        title={topic.title}
        {...lang}
        breadcrumb={[
          { label: space.title, href: urls.space({ space: space.slug }) },
          {
            label: component.title,
            href: urls.forum({ space: space.slug, component: component.slug }),
          },
        ]}
        meta={
          <>
            {topic.pinnedAt && <StateBadge icon="flag">{m.forum_pinned()}</StateBadge>}{' '}
            {topic.closedAt && <StateBadge icon="lock">{m.forum_closed()}</StateBadge>}
          </>
        }
      />
      <p>
        <strong>
          <PersonLink nickname={author}>{sayName(author)}</PersonLink>
        </strong>{' '}
        <span class="hint">
          <DateText at={topic.writtenAt} shape="moment" />
        </span>
      </p>
      {article && (
        <p>
          {m.forum_about()} <a href={article.href}>{article.title}</a>
        </p>
      )}
      <Prose text={topic.message} {...lang} />
      {props.isTeam && <TeamActs topic={topic} />}
      <ReportLink kind="topic" id={topic.id} isOwn={props.isOwn} />
      {props.comments ? (
        <CommentsBlock
          {...props.comments}
          heading={m.forum_messages({ count: props.comments.tally.comments })}
        />
      ) : (
        topic.closedAt && (
          <Section title={m.forum_closed()}>
            <p>{m.forum_closed_words()}</p>
          </Section>
        )
      )}
    </Column>
  );
}

function TeamActs({ topic }: { topic: Topic }) {
  const action = urls.actOnTopic({ topic: topicSegment(topic) });
  const pin = topic.pinnedAt ? 'unpinned' : 'pinned';
  const close = topic.closedAt ? 'reopened' : 'closed';
  return (
    <Actions>
      <ButtonForm action={action} values={{ geste: pin }} kind="secondary" size="small" icon="flag">
        {topic.pinnedAt ? m.forum_unpin() : m.forum_pin()}
      </ButtonForm>
      <ButtonForm
        action={action}
        values={{ geste: close }}
        kind="secondary"
        size="small"
        icon={topic.closedAt ? 'unlock' : 'lock'}
      >
        {topic.closedAt ? m.forum_reopen() : m.forum_close()}
      </ButtonForm>
    </Actions>
  );
}

/** A topic that nobody but its author sees, since moderators read it first. */
export function HeldTopic({ topic }: { topic: Topic }) {
  const lang = topic.lang === getLocale() ? {} : { lang: topic.lang };
  const isRefused = topic.refusedAt !== null;
  return (
    <Column>
      <PageHeader title={topic.title} {...lang} />
      <Notice
        tone={isRefused ? 'warning' : 'info'}
        title={isRefused ? m.mutual_refused() : m.mutual_held()}
      >
        {isRefused ? m.forum_refused_words() : m.forum_held_words()}
      </Notice>
      <Panel>
        <Prose text={topic.message} {...lang} />
      </Panel>
    </Column>
  );
}
