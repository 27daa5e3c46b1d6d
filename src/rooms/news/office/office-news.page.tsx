import * as m from '../../../paraglide/messages.js';
import { ButtonLink } from '../../../ui/form.tsx';
import { Stack } from '../../../ui/layout.tsx';
import { EmptyState, Pagination } from '../../../ui/list.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Table } from '../../../ui/table.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { DateText } from '../../../ui/text.tsx';
import { urls } from '../../../urls.ts';
import { type News, stateOf } from '../news.ts';
import type { NamedEdition } from '../news-cards.page.tsx';
import { newsStateLooks } from '../news-words.page.ts';

interface Props {
  news: readonly News[];
  next: string | null;
  editions: readonly NamedEdition[];
  now: Date;
  /** Whether the reader may send newsletters. */
  everywhere: boolean;
}

/** Everything that was written: drafts, what waits for its date, what is out, what was withdrawn. */
export function OfficeNewsPage({ news, next, editions, now, everywhere }: Props) {
  const add = (
    <ButtonLink href={urls.adminNewNews()} icon="plus">
      {m.news_office_new()}
    </ButtonLink>
  );
  return (
    <Stack>
      <PageHeader
        title={m.news_office_title()}
        lead={m.news_office_lead()}
        breadcrumb={[{ label: m.site_nav_admin(), href: urls.admin() }]}
        actions={
          <>
            {add}
            {everywhere && (
              <ButtonLink kind="secondary" icon="mail" href={urls.adminNewsletters()}>
                {m.newsletter_office_title()}
              </ButtonLink>
            )}
            <ButtonLink kind="quiet" icon="eye" href={urls.news()}>
              {m.news_public_list()}
            </ButtonLink>
          </>
        }
      />
      {news.length === 0 ? (
        <EmptyState icon="megaphone" title={m.news_office_none()} actions={add}>
          <p>{m.news_office_none_words()}</p>
        </EmptyState>
      ) : (
        <Table
          caption={m.news_office_title()}
          columns={[
            { key: 'title', label: m.news_field_title() },
            { key: 'edition', label: m.news_field_edition(), sentences: true },
            { key: 'when', label: m.news_when_from() },
            { key: 'state', label: m.meetings_state() },
          ]}
          rows={news.map((one) => {
            const look = newsStateLooks[stateOf(one, now)];
            const edition = editions.find(({ id }) => id === one.editionId);
            return {
              title: (
                <a href={urls.adminNewsItem({ news: one.number })}>
                  <bdi>{one.title}</bdi>
                </a>
              ),
              edition: edition ? <bdi>{edition.title}</bdi> : m.news_whole_organisation(),
              when: one.showsAt ? <DateText at={one.showsAt} shape="moment" /> : '–',
              state: <StateBadge tone={look.tone}>{look.words()}</StateBadge>,
            };
          })}
        />
      )}
      <Pagination nextHref={next ? urls.adminNews({ apres: next }) : undefined} />
    </Stack>
  );
}
