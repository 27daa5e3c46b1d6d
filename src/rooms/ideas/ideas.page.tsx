import * as m from '../../paraglide/messages.js';
import { Filters } from '../../ui/filters.tsx';
import { ButtonLink } from '../../ui/form.tsx';
import { formatDate, formatNumber } from '../../ui/format.ts';
import { EmptyState, List, Pagination } from '../../ui/list.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { writtenOnce } from '../../ui/written-once.ts';
import { urls } from '../../urls.ts';
import { EditionFrame, findPhase, hasBegun, isOpen } from '../spaces/index.page.ts';
import type { Edition } from '../spaces/index.ts';
import { isOwn } from './idea.ts';
import { IdeaCard } from './idea-card.page.tsx';
import { type IdeaPage, type ListFilter, OUTCOMES, SORTS } from './idea-list.ts';
import { outcomeWords, sortWords } from './words.page.ts';

interface Props {
  edition: Edition;
  filter: ListFilter;
  ideas: IdeaPage;
  personId: string | null;
  /** Ids of those that the reader supports. */
  supported: ReadonlySet<string>;
}

/** All ideas of an edition: readable at 3 and at 3,000. */
export function IdeasPage({ edition, filter, ideas, personId, supported }: Props) {
  const open = isOpen(edition, 'collection', ideas.now);
  const category = edition.categories.find(({ slug }) => slug === filter.category);
  const outcome = filter.outcome && OUTCOMES[filter.outcome];
  const filtered = filter.search !== '' || category !== undefined || outcome !== null;
  const address = (
    changes: Partial<Record<'recherche' | 'categorie' | 'issue' | 'page', string>> = {},
  ) =>
    urls.ideas(
      { edition: edition.slug },
      {
        recherche: filter.search,
        categorie: category?.slug,
        issue: filter.outcome ?? undefined,
        tri: filter.sort === 'recentes' ? undefined : filter.sort,
        ...changes,
      },
    );
  const deposit = open && (
    <ButtonLink href={urls.depositStart({ edition: edition.slug })} icon="plus">
      {m.ideas_deposit()}
    </ButtonLink>
  );
  const back = address(filter.page ? { page: filter.page } : {});
  const isEmpty = ideas.total === 0 && !filtered;
  return (
    <EditionFrame edition={edition} now={ideas.now} current="ideas">
      <PageHeader
        title={m.ideas_title()}
        lead={leadWords({ edition, ideas, filter, category: category?.name })}
        actions={!isEmpty && deposit}
      />
      {!isEmpty && (
        <Filters
          action={urls.ideas({ edition: edition.slug })}
          search={{ name: 'recherche', label: m.ideas_search(), value: filter.search }}
          selects={[
            {
              name: 'categorie',
              label: m.ideas_filter_category(),
              empty: m.ideas_filter_all(),
              value: category?.slug,
              options: edition.categories.map(({ slug, name }) => ({ value: slug, label: name })),
            },
            // before, nothing can have become of any idea
            ...(hasBegun(edition, 'study', ideas.now) || outcome
              ? [
                  {
                    name: 'issue',
                    label: m.ideas_filter_outcome(),
                    empty: m.ideas_filter_outcome_all(),
                    value: filter.outcome ?? undefined,
                    options: Object.entries(OUTCOMES).map(([value, one]) => ({
                      value,
                      label: outcomeWords[one].many(),
                    })),
                  },
                ]
              : []),
          ]}
          sort={{
            name: 'tri',
            value: filter.sort,
            options: SORTS.map((sort) => ({ value: sort, label: sortWords[sort]() })),
          }}
          active={[
            ...(filter.search
              ? [
                  {
                    label: m.ideas_active_search({ words: filter.search }),
                    withoutHref: address({ recherche: '' }),
                  },
                ]
              : []),
            ...(category
              ? [{ label: category.name, withoutHref: address({ categorie: '' }) }]
              : []),
            ...(outcome
              ? [{ label: outcomeWords[outcome].many(), withoutHref: address({ issue: '' }) }]
              : []),
          ]}
          clearHref={urls.ideas({ edition: edition.slug })}
        />
      )}
      {!isEmpty && edition.ideaPlace !== 'not-asked' && (
        <p>
          <ButtonLink
            kind="quiet"
            size="small"
            icon="place"
            href={urls.ideas(
              { edition: edition.slug },
              { vue: 'carte', categorie: category?.slug },
            )}
          >
            {m.territory_view_map()}
          </ButtonLink>
        </p>
      )}
      {ideas.approximate && ideas.ideas.length > 0 && (
        <Notice>{m.ideas_approximate({ words: filter.search })}</Notice>
      )}
      {ideas.ideas.length > 0 ? (
        <List look="cards" label={m.ideas_list_label()}>
          {ideas.ideas.map((idea) => {
            const own = isOwn(idea, personId);
            const chosen = supported.has(idea.id);
            const draw = () => (
              <IdeaCard
                edition={edition}
                idea={idea}
                supported={chosen}
                {...(open && { support: { back, personId } })}
              />
            );
            // Drawn anew only where readers see it differently.
            return writtenOnce(idea, [edition.id, open, own, chosen, back].join(' '), draw);
          })}
        </List>
      ) : isEmpty ? (
        <NoIdeas edition={edition} now={ideas.now} deposit={deposit} />
      ) : (
        <EmptyState
          icon="search"
          title={m.ideas_nothing_title()}
          actions={
            <ButtonLink kind="secondary" href={urls.ideas({ edition: edition.slug })}>
              {m.ideas_nothing_clear()}
            </ButtonLink>
          }
        >
          <p>{m.ideas_nothing()}</p>
        </EmptyState>
      )}
      <Pagination
        previousHref={ideas.previous ? address({ page: ideas.previous }) : undefined}
        nextHref={ideas.next ? address({ page: ideas.next }) : undefined}
      />
    </EditionFrame>
  );
}

/** What is shown, in one sentence. What was found is counted only where it stands on one page. */
function leadWords(props: {
  edition: Edition;
  ideas: IdeaPage;
  filter: ListFilter;
  category: string | undefined;
}): string | null {
  const { edition, ideas, filter, category } = props;
  const words = filter.search;
  if (words !== '') {
    if (ideas.approximate || ideas.ideas.length === 0) return null;
    return ideas.next || ideas.previous
      ? m.ideas_found_many({ words })
      : m.ideas_found({ count: ideas.ideas.length, words });
  }
  const total = { count: ideas.total, shown: formatNumber(ideas.total) };
  const asked = [category, filter.outcome && outcomeWords[OUTCOMES[filter.outcome]].many()];
  const chosen = asked.filter(Boolean).join(' · ');
  if (chosen !== '') return m.ideas_in_category({ ...total, category: chosen });
  if (ideas.total === 0) return m.ideas_lead_none();
  const end = findPhase(edition, 'collection')?.endsAt;
  const over = end !== null && end !== undefined && end <= ideas.now;
  return [m.ideas_lead(total), over && m.ideas_collection_over()].filter(Boolean).join(' ');
}

function NoIdeas({
  edition,
  now,
  deposit,
}: {
  edition: Edition;
  now: Date;
  deposit: ReturnType<typeof ButtonLink> | false;
}) {
  const phase = findPhase(edition, 'collection');
  if (deposit) {
    return (
      <EmptyState icon="idea" title={m.ideas_empty_title()} actions={deposit}>
        <p>{m.ideas_empty()}</p>
      </EmptyState>
    );
  }
  return phase && phase.startsAt > now ? (
    <EmptyState icon="calendar" title={m.ideas_empty_soon_title()}>
      <p>{m.ideas_empty_soon({ date: formatDate(phase.startsAt) })}</p>
    </EmptyState>
  ) : (
    <EmptyState icon="idea" title={m.ideas_empty_closed_title()}>
      <p>{m.ideas_empty_closed()}</p>
    </EmptyState>
  );
}
