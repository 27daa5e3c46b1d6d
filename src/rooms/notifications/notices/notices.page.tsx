import * as m from '../../../paraglide/messages.js';
import { getLocale } from '../../../paraglide/runtime.js';
import { Filters } from '../../../ui/filters.tsx';
import { ButtonForm, ButtonLink } from '../../../ui/form.tsx';
import { formatDateTime } from '../../../ui/format.ts';
import type { IconName } from '../../../ui/icon.tsx';
import { Column } from '../../../ui/layout.tsx';
import { EmptyState, List, Pagination } from '../../../ui/list.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { StateBadge, Tag } from '../../../ui/tag.tsx';
import { urls } from '../../../urls.ts';
import type { Topic } from '../letter.ts';
import { topicWords } from '../topic-words.page.ts';
import type { Notice, NoticeKind } from './notice.ts';

const icons: Record<NoticeKind, IconName> = {
  comment: 'comment',
  moderation: 'shield',
  support: 'support',
  decision: 'rules',
  idea: 'idea',
  merge: 'share',
  exchange: 'mail',
  meeting: 'calendar-days',
  step: 'clock',
  news: 'megaphone',
  space: 'citizens',
};

interface Props {
  notices: readonly Notice[];
  /** Of all topics, up to a hundred. */
  unread: number;
  /** Those that somebody was told of. */
  topics: readonly Topic[];
  /** The one that is looked at; null: all. */
  topic: Topic | null;
  nextHref: string | undefined;
}

/** What somebody was told of, what is unread first. */
export function NoticesPage({ notices, unread, topics, topic, nextHref }: Props) {
  return (
    <Column>
      <PageHeader
        title={m.notices_title()}
        lead={unread === 0 ? m.notices_lead_read() : m.notices_lead({ count: unread })}
        breadcrumb={[{ label: m.myspace_title(), href: urls.mySpace() }]}
        actions={
          <>
            {unread > 0 && (
              <ButtonForm
                kind="secondary"
                icon="check-check"
                action={urls.readNotices()}
                values={topic ? { sujet: topic } : {}}
              >
                {topic ? m.notices_read_topic() : m.notices_read_all()}
              </ButtonForm>
            )}
            <ButtonLink kind="quiet" icon="settings" href={urls.accountLetters()}>
              {m.notices_settings()}
            </ButtonLink>
          </>
        }
      />
      {topics.length > 1 && <TopicFilter topics={topics} topic={topic} />}
      {notices.length === 0 ? (
        <EmptyState
          icon="bell"
          title={m.notices_none_title()}
          actions={<ButtonLink href={urls.myFollows()}>{m.follow_mine()}</ButtonLink>}
        >
          <p>{m.notices_none()}</p>
        </EmptyState>
      ) : (
        <List label={m.notices_title()}>
          {notices.map((notice) => (
            <NoticeLine key={notice.id} notice={notice} />
          ))}
        </List>
      )}
      <Pagination nextHref={nextHref} />
    </Column>
  );
}

function TopicFilter({ topics, topic }: Pick<Props, 'topics' | 'topic'>) {
  return (
    <Filters
      action={urls.notices()}
      selects={[
        {
          name: 'sujet',
          label: m.letters_topic(),
          value: topic ?? '',
          empty: m.notices_all_topics(),
          options: topics.map((one) => ({ value: one, label: topicWords[one].name() })),
        },
      ]}
      active={topic ? [{ label: topicWords[topic].name(), withoutHref: urls.notices() }] : []}
    />
  );
}

function NoticeLine({ notice: { id, kind, topic, words, at, readAt } }: { notice: Notice }) {
  const link = (
    <a href={urls.notice({ notice: id })}>
      <bdi>{words[getLocale()]}</bdi>
    </a>
  );
  return (
    <div>
      <div>{readAt ? link : <strong>{link}</strong>}</div>
      <div class="meta">
        {!readAt && (
          <StateBadge tone="now" icon="bell">
            {m.notices_unread()}
          </StateBadge>
        )}
        <Tag icon={icons[kind]}>{topicWords[topic].name()}</Tag>
        <span class="hint">{formatDateTime(at)}</span>
      </div>
    </div>
  );
}
