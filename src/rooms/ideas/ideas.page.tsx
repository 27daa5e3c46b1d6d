import * as m from '../../paraglide/messages.js';
import { Filters } from '../../ui/filters.tsx';
import { ButtonLink } from '../../ui/form.tsx';
import { formatNumber } from '../../ui/format.ts';
import { Section } from '../../ui/layout.tsx';
import { EmptyState, List, Pagination } from '../../ui/list.tsx';
import { MarkedText } from '../../ui/marked-text.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { writtenOnce } from '../../ui/written-once.ts';
import { FollowButton, type Following } from '../notifications/index.page.ts';
import { hasBegun, languageName } from '../spaces/index.page.ts';
import {
  acceptsIdeas,
  type Board,
  categoriesAsked,
  depositDates,
  takesSupports,
} from './boards/board.ts';
import { addressesOf } from './boards/board-address.page.ts';
import { type Beside, BoardFrame } from './boards/board-frame.page.tsx';
import { depositWords, leadOf } from './boards/board-words.page.ts';
import { NoIdeas } from './boards/no-ideas.page.tsx';
import { isOwn } from './idea.ts';
import { IdeaCard } from './idea-card.page.tsx';
import { type IdeaPage, type ListFilter, OUTCOMES, SORTS } from './idea-list.ts';
import { outcomeWords, sortWords } from './words.page.ts';

interface Props {
  board: Board;
  beside: Beside;
  filter: ListFilter;
  /** That its ideas are written in. */
  languages: readonly string[];
  ideas: IdeaPage;
  mayDeposit: boolean;
  personId: string | null;
  /** null: it is followed elsewhere. */
  following: Following | null;
  /** Ids of those that the reader supports. */
  supported: ReadonlySet<string>;
}

/** All ideas of a board: readable at 3 and at 3,000. */
export function IdeasPage({
  board,
  beside,
  filter,
  languages,
  ideas,
  mayDeposit,
  personId,
  supported,
  following,
}: Props) {
  const to = addressesOf(board);
  const open = takesSupports(board, ideas.now);
  const categories = categoriesAsked(board);
  const category = categories.find(({ slug }) => slug === filter.category);
  const outcome = filter.outcome && OUTCOMES[filter.outcome];
  const filtered =
    filter.search !== '' || category !== undefined || outcome !== null || filter.language !== null;
  const address = (
    changes: Partial<Record<'recherche' | 'categorie' | 'langue' | 'issue' | 'page', string>> = {},
  ) =>
    to.ideas(
      {},
      {
        recherche: filter.search,
        categorie: category?.slug,
        langue: filter.language ?? undefined,
        issue: filter.outcome ?? undefined,
        tri: filter.sort === 'recentes' ? undefined : filter.sort,
        ...changes,
      },
    );
  const deposit = mayDeposit && acceptsIdeas(board, ideas.now) && (
    <ButtonLink href={to.depositStart({})} icon="plus">
      {depositWords(board)}
    </ButtonLink>
  );
  const back = address(filter.page ? { page: filter.page } : {});
  const isEmpty = ideas.total === 0 && !filtered;
  return (
    <BoardFrame board={board} beside={beside} now={ideas.now}>
      <PageHeader
        title={board.kind === 'edition' ? m.ideas_title() : board.title}
        lead={leadWords({ board, ideas, filter, category: category?.name })}
        actions={!isEmpty && deposit}
      />
      {board.kind === 'component' && board.component.introduction !== '' && (
        <MarkedText text={board.component.introduction} />
      )}
      {!isEmpty && (
        <Filters
          action={to.ideas({})}
          search={{ name: 'recherche', label: m.ideas_search(), value: filter.search }}
          selects={[
            ...(categories.length > 0
              ? [
                  {
                    name: 'categorie',
                    label: m.ideas_filter_category(),
                    empty: m.ideas_filter_all(),
                    value: category?.slug,
                    options: categories.map(({ slug, name }) => ({ value: slug, label: name })),
                  },
                ]
              : []),
            ...(languages.length > 1
              ? [
                  {
                    name: 'langue',
                    label: m.ideas_filter_language(),
                    empty: m.ideas_filter_language_all(),
                    value: filter.language ?? undefined,
                    options: languages.map((lang) => ({ value: lang, label: languageName(lang) })),
                  },
                ]
              : []),
            // before, nothing can have become of any idea; in a component nothing is decided of one
            ...((board.kind === 'edition' && hasBegun(board.edition, 'study', ideas.now)) || outcome
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
            options: SORTS.filter((sort) => board.supported || sort === 'recentes').map((sort) => ({
              value: sort,
              label: sortWords[sort](),
            })),
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
            ...(filter.language
              ? [
                  {
                    label: languageName(filter.language),
                    withoutHref: address({ langue: '' }),
                  },
                ]
              : []),
            ...(outcome
              ? [{ label: outcomeWords[outcome].many(), withoutHref: address({ issue: '' }) }]
              : []),
          ]}
          clearHref={to.ideas({})}
        />
      )}
      {!isEmpty && board.ideaPlace !== 'not-asked' && (
        <p>
          <ButtonLink
            kind="quiet"
            size="small"
            icon="place"
            href={to.ideas({}, { vue: 'carte', categorie: category?.slug })}
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
                board={board}
                idea={idea}
                supported={chosen}
                {...(open && { support: { back, personId } })}
              />
            );
            // Drawn anew only where readers see it differently.
            return writtenOnce(idea, [board.id, open, own, chosen, back].join(' '), draw);
          })}
        </List>
      ) : isEmpty ? (
        <NoIdeas board={board} now={ideas.now} deposit={deposit} mayDeposit={mayDeposit} />
      ) : (
        <EmptyState
          icon="search"
          title={m.ideas_nothing_title()}
          actions={
            <ButtonLink kind="secondary" href={to.ideas({})}>
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
      {following && (
        <Section title={m.follow_panel()}>
          <FollowButton
            target={{ kind: 'component', id: board.id }}
            about={board.title}
            hint={m.follow_component_hint()}
            {...following}
          />
        </Section>
      )}
    </BoardFrame>
  );
}

/** What is shown, in one sentence. What was found is counted only where it stands on one page. */
function leadWords(props: {
  board: Board;
  ideas: IdeaPage;
  filter: ListFilter;
  category: string | undefined;
}): string | null {
  const { board, ideas, filter, category } = props;
  const words = filter.search;
  if (words !== '') {
    if (ideas.approximate || ideas.ideas.length === 0) return null;
    return ideas.next || ideas.previous
      ? m.ideas_found_many({ words })
      : m.ideas_found({ count: ideas.ideas.length, words });
  }
  const total = { count: ideas.total, shown: formatNumber(ideas.total) };
  const asked = [
    category,
    filter.language && languageName(filter.language),
    filter.outcome && outcomeWords[OUTCOMES[filter.outcome]].many(),
  ];
  const chosen = asked.filter(Boolean).join(' · ');
  if (chosen !== '') return m.ideas_in_category({ ...total, category: chosen });
  const { closesAt } = depositDates(board);
  return leadOf(board, total, closesAt !== null && closesAt <= ideas.now);
}
