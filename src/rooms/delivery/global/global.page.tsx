import type { ComponentChildren } from 'preact';
import * as m from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { Stat, Stats } from '../../../ui/charts.tsx';
import { ButtonLink } from '../../../ui/form.tsx';
import { formatMoney, formatNumber } from '../../../ui/format.ts';
import { Actions, Stack } from '../../../ui/layout.tsx';
import { EmptyState, List, Pagination } from '../../../ui/list.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import { sayDay } from '../stage.page.tsx';
import {
  type Followed,
  type FollowedFigures,
  type FollowedFilter,
  sumOf,
  typeFollowed,
  VIEWS,
  type View,
} from './followed-list.ts';
import { type Choices, districtName, GlobalFilters } from './global-filters.page.tsx';
import { Standing } from './standing.page.tsx';

export interface GlobalProps {
  asked: FollowedFilter;
  choices: Choices;
  figures: FollowedFigures;
}

const viewWords: Record<View, () => string> = {
  liste: m.programme_view_list,
  vitrine: m.showcase_view,
  carte: m.programme_view_map,
  chiffres: m.programme_view_figures,
};

/** The showcase tells what has changed, the other views where things stand. */
export const titleOf = (view: View): string =>
  view === 'vitrine' ? m.showcase_title() : m.programme_title();

/** What opens each of the views: figures, filters, and the way to the others. */
export function GlobalFrame(props: GlobalProps & { children: ComponentChildren }) {
  const { asked, choices, figures, children } = props;
  const query = typeFollowed({ ...asked, cursor: null });
  const empty = choices.editions.length === 0;
  return (
    <Stack>
      <PageHeader
        title={titleOf(asked.view)}
        lead={asked.view === 'vitrine' ? m.showcase_lead() : m.programme_lead()}
      />
      {empty ? (
        <EmptyState icon="construction" title={m.programme_empty_title()}>
          <p>{m.programme_empty()}</p>
        </EmptyState>
      ) : (
        <>
          {asked.view !== 'vitrine' && <Figures {...figures} />}
          <GlobalFilters asked={asked} choices={choices} />
          <nav class="edition-tabs" aria-label={m.programme_views()}>
            <ul>
              {VIEWS.map((view) => (
                <li key={view}>
                  <a
                    href={urls.globalDelivery(typeFollowed({ ...asked, view, cursor: null }))}
                    aria-current={view === asked.view ? 'page' : undefined}
                  >
                    {viewWords[view]()}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          {children}
          <Actions>
            <ButtonLink
              kind="quiet"
              icon="download"
              href={urls.globalDeliveryCsv({ ...query, vue: undefined })}
              download
            >
              {m.programme_download()}
            </ButtonLink>
            <ButtonLink kind="quiet" href={urls.dataSet({ set: 'realisations' })}>
              {m.programme_columns()}
            </ButtonLink>
          </Actions>
        </>
      )}
    </Stack>
  );
}

function Figures({ groups }: FollowedFigures) {
  const total = sumOf(groups, ({ count }) => count);
  const done = sumOf(
    groups.filter(
      ({ stage, halted }) => !halted && (stage === 'delivered' || stage === 'inaugurated'),
    ),
    ({ count }) => count,
  );
  const late = sumOf(groups, (group) => group.late);
  const money = (pick: 'voted' | 'committed' | 'spent') =>
    shortMoney(sumOf(groups, (group) => group[pick]));
  const known = (pick: 'withCommitted' | 'withSpent') => sumOf(groups, (group) => group[pick]);
  return (
    <Stats>
      <Stat value={formatNumber(total)} label={m.programme_stat_total({ count: total })} />
      <Stat value={formatNumber(done)} label={m.programme_stat_done({ count: done })} />
      <Stat value={formatNumber(late)} label={m.programme_stat_late({ count: late })} />
      <Stat value={money('voted')} label={m.programme_stat_voted({ count: total })} />
      {known('withCommitted') > 0 && (
        <Stat
          value={money('committed')}
          label={m.programme_stat_committed()}
          explanation={m.programme_stat_known({ count: known('withCommitted') })}
        />
      )}
      {known('withSpent') > 0 && (
        <Stat
          value={money('spent')}
          label={m.programme_stat_spent()}
          explanation={m.programme_stat_known({ count: known('withSpent') })}
        />
      )}
    </Stats>
  );
}

/** From ten millions on in millions: a figure as large as a headline must hold on a phone. The charts say it exactly. */
const shortMoney = (cents: number): string =>
  cents < 10_000_000_00
    ? formatMoney(cents)
    : m.programme_millions({ amount: formatNumber(Math.round(cents / 10_000_000) / 10) });

interface ListProps extends GlobalProps {
  realisations: readonly Followed[];
  previousHref: string | undefined;
  nextHref: string | undefined;
}

/** Every realisation of every edition, as a list (R81, R85). */
export function GlobalListPage({ realisations, previousHref, nextHref, ...frame }: ListProps) {
  const { choices, figures } = frame;
  const total = sumOf(figures.groups, ({ count }) => count);
  return (
    <GlobalFrame {...frame}>
      {realisations.length === 0 ? (
        <EmptyState icon="filter" title={m.programme_none_title()}>
          <p>
            <a href={urls.globalDelivery()}>{m.programme_see_all()}</a>
          </p>
        </EmptyState>
      ) : (
        <List label={m.programme_title()}>
          {realisations.map((one) => (
            <FollowedCard key={one.id} followed={one} choices={choices} />
          ))}
        </List>
      )}
      <Pagination
        previousHref={previousHref}
        nextHref={nextHref}
        summary={m.programme_stat_total_shown({ count: total, total: formatNumber(total) })}
      />
    </GlobalFrame>
  );
}

function FollowedCard({ followed, choices }: { followed: Followed; choices: Choices }) {
  const edition = choices.editions.find(({ id }) => id === followed.editionId);
  const department = choices.departments.find(({ id }) => id === followed.departmentId);
  return (
    <Card
      level={2}
      title={followed.title}
      href={edition && urls.delivery({ edition: edition.slug, project: followed.number })}
      state={<Standing followed={followed} />}
      meta={[
        edition?.title,
        followed.theme,
        districtName(followed.district),
        department?.name,
        ...(followed.nextOn && !followed.halted
          ? [m.programme_next({ date: sayDay(followed.nextOn, followed.nextIsMonth) })]
          : []),
      ]
        .filter((fact) => fact !== undefined && fact !== '')
        .map((fact) => <bdi key={fact}>{fact}</bdi>)}
      figure={formatMoney(followed.votedCost)}
    />
  );
}
