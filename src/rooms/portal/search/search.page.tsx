import * as m from '../../../paraglide/messages.js';
import type { Found } from '../../../platform/search/searchable.ts';
import { Card } from '../../../ui/card.tsx';
import { Filters } from '../../../ui/filters.tsx';
import { Section } from '../../../ui/layout.tsx';
import { EmptyState, List, Pagination } from '../../../ui/list.tsx';
import { MarkedWords } from '../../../ui/marked-words.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import type { Results } from './everywhere.store.ts';
import {
  excerptAround,
  KIND_SLUGS,
  markWords,
  placeOf,
  type Search,
  type SearchKind,
  SHOWN,
} from './search.ts';

interface Place {
  id: string;
  slug: string;
  title: string;
}

interface Props {
  search: Search;
  /** That the organisation may have. */
  kinds: readonly SearchKind[];
  editions: readonly Place[];
  /** Of participation, that the reader sees. */
  spaces: readonly Place[];
  /** null: nothing that could be searched was typed. */
  found: Results | null;
}

const kindWords: Record<SearchKind, { many(): string; all(): string }> = {
  project: { many: m.search_projects, all: m.search_all_projects },
  realisation: { many: m.search_realisations, all: m.search_all_realisations },
  post: { many: m.search_posts, all: m.search_all_posts },
  idea: { many: m.search_ideas, all: m.search_all_ideas },
  meeting: { many: m.search_meetings, all: m.search_all_meetings },
  group: { many: m.groups_title, all: m.search_all_groups },
  edition: { many: m.search_editions, all: m.search_all_editions },
  space: { many: m.search_spaces, all: m.search_all_spaces },
  news: { many: m.search_news, all: m.search_all_news },
  action: { many: m.search_actions, all: m.search_all_actions },
  document: { many: m.search_documents, all: m.search_all_documents },
  page: { many: m.search_pages, all: m.search_all_pages },
};

/** Everything that residents may read here, by its words: some of each kind, or all of one kind page by page. */
export function SearchPage({ search, kinds, editions, spaces, found }: Props) {
  const place =
    editions.find(({ slug }) => slug === search.edition) ??
    spaces.find(({ slug }) => slug === search.space);
  const address = (changes: Partial<Record<'q' | 'dans' | 'edition' | 'page', string>> = {}) =>
    urls.search({
      q: search.text,
      dans: search.kind ? KIND_SLUGS[search.kind] : undefined,
      edition: placeOf(search),
      ...changes,
    });
  const shown = found?.groups.filter((group) => group.found.length > 0) ?? [];
  return (
    <>
      <PageHeader
        title={search.text ? m.search_title_of({ words: search.text }) : m.search_title()}
        lead={search.text ? undefined : m.search_lead()}
      />
      <Filters
        action={urls.search()}
        search={{ name: 'q', label: m.search_words(), value: search.text }}
        selects={[
          {
            name: 'dans',
            label: m.search_kind(),
            empty: m.search_everything(),
            value: search.kind ? KIND_SLUGS[search.kind] : undefined,
            options: kinds.map((kind) => ({
              value: KIND_SLUGS[kind],
              label: kindWords[kind].many(),
            })),
          },
          ...(editions.length + spaces.length > 1
            ? [
                {
                  name: 'edition',
                  label: spaces.length > 0 ? m.search_place() : m.search_edition(),
                  empty: spaces.length > 0 ? m.search_all_places() : m.search_all_editions_choice(),
                  value: placeOf(search),
                  options: [
                    ...editions.map(({ slug, title }) => ({ value: slug, label: title })),
                    ...spaces.map(({ slug, title }) => ({
                      value: placeOf({ edition: null, space: slug })!,
                      label: title,
                    })),
                  ],
                },
              ]
            : []),
        ]}
        active={[
          ...(search.kind
            ? [{ label: kindWords[search.kind].many(), withoutHref: address({ dans: '' }) }]
            : []),
          ...(place ? [{ label: place.title, withoutHref: address({ edition: '' }) }] : []),
        ]}
        clearHref={address({ dans: '', edition: '' })}
      />
      {found?.approximate && shown.length > 0 && (
        <Notice title={m.search_approximate_title({ words: search.text })}>
          <p>{m.search_approximate()}</p>
        </Notice>
      )}
      {shown.map((group) => (
        <Section
          key={group.kind}
          title={kindWords[group.kind].many()}
          {...(search.kind === null &&
            group.more && {
              action: (
                <a href={address({ dans: KIND_SLUGS[group.kind] })}>
                  {kindWords[group.kind].all()}
                </a>
              ),
            })}
        >
          <List label={kindWords[group.kind].many()}>
            {group.found.map((one) => (
              <FoundCard key={one.href} found={one} editions={editions} spaces={spaces} />
            ))}
          </List>
          {search.kind !== null && (
            <Pages search={search} more={group.more} address={(page) => address({ page })} />
          )}
        </Section>
      ))}
      {shown.length === 0 && search.text !== '' && (
        <EmptyState icon="search" title={m.search_nothing_title({ words: search.text })}>
          <p>{m.search_nothing()}</p>
        </EmptyState>
      )}
    </>
  );
}

function FoundCard({
  found,
  editions,
  spaces,
}: { found: Found } & Pick<Props, 'editions' | 'spaces'>) {
  const place =
    editions.find(({ id }) => id === found.editionId) ??
    spaces.find(({ id }) => id === found.spaceId);
  return (
    <Card
      title={<MarkedWords pieces={markWords(found.title, found.stems)} />}
      href={found.href}
      {...(found.lang && { lang: found.lang })}
      {...(found.number !== null && { mark: String(found.number) })}
      excerpt={<MarkedWords pieces={excerptAround(found.text, found.stems)} />}
      meta={place ? [<bdi key="place">{place.title}</bdi>] : []}
    />
  );
}

function Pages(props: { search: Search; more: boolean; address(page: string): string }) {
  const { search, more, address } = props;
  const last = search.page === SHOWN.pages;
  return (
    <>
      <Pagination
        previousHref={search.page > 1 ? address(String(search.page - 1)) : undefined}
        nextHref={more && !last ? address(String(search.page + 1)) : undefined}
      />
      {more && last && <p class="hint">{m.search_too_many()}</p>}
    </>
  );
}
