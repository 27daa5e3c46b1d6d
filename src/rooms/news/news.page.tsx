import * as m from '../../paraglide/messages.js';
import type { ReplyPart } from '../../platform/http/space-answers.ts';
import { Meta } from '../../ui/card.tsx';
import { Filters } from '../../ui/filters.tsx';
import { ButtonLink } from '../../ui/form.tsx';
import { Column } from '../../ui/layout.tsx';
import { EmptyState, Pagination } from '../../ui/list.tsx';
import { MarkedText } from '../../ui/marked-text.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Picture } from '../../ui/picture.tsx';
import { Replies } from '../../ui/replies.tsx';
import { DateText } from '../../ui/text.tsx';
import { urls } from '../../urls.ts';
import type { PublicNews } from './news.ts';
import { type NamedEdition, NewsCards } from './news-cards.page.tsx';
import { newsPictureAddress } from './news-words.page.ts';

interface ListProps {
  news: readonly PublicNews[];
  next: string | null;
  editions: readonly NamedEdition[];
  edition: NamedEdition | null;
}

/** What the town tells, the newest first; and the ways to be told: a feed, a letter (R41). */
export function NewsPage({ news, next, editions, edition }: ListProps) {
  const at = { edition: edition?.slug };
  return (
    <>
      <PageHeader
        title={m.news_title()}
        lead={m.news_lead()}
        actions={
          <>
            <ButtonLink kind="secondary" icon="mail" href={urls.subscribe()}>
              {m.news_subscribe()}
            </ButtonLink>
            <ButtonLink kind="quiet" icon="feed" href={urls.newsFeed(at)}>
              {m.news_feed()}
            </ButtonLink>
            <ButtonLink kind="quiet" icon="calendar" href={urls.agendaFeed(at)}>
              {m.meetings_feed()}
            </ButtonLink>
          </>
        }
      />
      {editions.length > 0 && (
        <Filters
          action={urls.news()}
          selects={[
            {
              name: 'edition',
              label: m.meetings_edition(),
              empty: m.news_everything(),
              value: edition?.slug,
              options: editions.map(({ slug, title }) => ({ value: slug, label: title })),
            },
          ]}
          active={edition ? [{ label: edition.title, withoutHref: urls.news() }] : []}
          clearHref={urls.news()}
        />
      )}
      {news.length === 0 ? (
        <EmptyState icon="megaphone" title={m.news_none()}>
          <p>{m.news_none_words()}</p>
        </EmptyState>
      ) : (
        <NewsCards news={news} editions={editions} level={2} />
      )}
      <Pagination nextHref={next ? urls.news({ ...at, apres: next }) : undefined} />
    </>
  );
}

interface ItemProps {
  news: Pick<PublicNews, 'number' | 'title' | 'summary' | 'body' | 'picture' | 'correction'> & {
    correctedAt: Date | null;
    /** null: a preview of what has no date yet. */
    showsAt: Date | null;
  };
  edition: NamedEdition | null;
  pictureHref?: string;
  /** What is said of it elsewhere. Left out: nobody looked. */
  replies?: ReplyPart;
}

/** One item: its words, its picture, what was corrected in it. */
export function NewsItemPage({ news, edition, pictureHref, replies }: ItemProps) {
  return (
    <Column>
      <PageHeader
        title={news.title}
        lead={<bdi>{news.summary}</bdi>}
        breadcrumb={[{ label: m.news_title(), href: urls.news() }]}
        meta={
          <Meta
            facts={[
              ...(news.showsAt ? [<DateText at={news.showsAt} />] : []),
              ...(edition
                ? [
                    <a href={urls.edition({ edition: edition.slug })}>
                      <bdi>{edition.title}</bdi>
                    </a>,
                  ]
                : []),
            ]}
          />
        }
      />
      {news.correctedAt && (
        <Notice title={m.news_corrected()}>
          <p>
            <DateText at={news.correctedAt} shape="moment" />
            {m.news_corrected_colon()}
            <bdi>{news.correction}</bdi>
          </p>
        </Notice>
      )}
      {news.picture && (
        <Picture
          src={pictureHref ?? newsPictureAddress(news.number)}
          alt={news.picture.alt}
          width={news.picture.width ?? 1}
          height={news.picture.height ?? 1}
          eager
        />
      )}
      <MarkedText text={news.body} />
      {replies && <Replies {...replies} />}
      <p>
        <a class="standalone-link" href={urls.news({ edition: edition?.slug })}>
          {edition ? m.news_all_of_edition() : m.news_all()}
        </a>
      </p>
      <p>
        <a class="standalone-link" href={urls.subscribe()}>
          {m.news_subscribe()}
        </a>
      </p>
    </Column>
  );
}

/** What was read here and is not any more: that it was, and why. */
export function WithdrawnNewsPage({ reason, at }: { reason: string; at: Date }) {
  return (
    <Column>
      <PageHeader
        title={m.news_withdrawn_title()}
        breadcrumb={[{ label: m.news_title(), href: urls.news() }]}
      />
      <p>
        <DateText at={at} shape="moment" />
      </p>
      <p>
        <bdi>{reason}</bdi>
      </p>
    </Column>
  );
}
