import * as m from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { Filters } from '../../ui/filters.tsx';
import { ButtonLink } from '../../ui/form.tsx';
import { formatMoney, formatNumber } from '../../ui/format.ts';
import { EmptyState, List, Pagination } from '../../ui/list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Money } from '../../ui/text.tsx';
import { urls } from '../../urls.ts';
import type { Fund } from '../funds/index.ts';
import { COUNTIES, nameCounty } from '../groups/index.page.ts';
import type { Group } from '../groups/index.ts';
import type { Action } from './action.ts';
import { actionSegment } from './action-address.ts';
import {
  CATALOGUE_KINDS,
  CATALOGUE_STATES,
  type CatalogueFilter,
  listBudgets,
  writeCatalogueFilter,
} from './catalogue.ts';
import { fundHref } from './catalogue-closed.page.tsx';
import type { ShownPicture } from './catalogue-picture.routes.ts';
import { ActionState, kindLooks, sayProgress } from './commitment-words.page.tsx';

interface Props {
  fund: Fund;
  filter: CatalogueFilter;
  actions: readonly Action[];
  next: string | null;
  counts: { all: number; fundable: number };
  /** By id: who proposes. */
  groups: ReadonlyMap<string, Group>;
  pictures: ReadonlyMap<string, ShownPicture>;
  mayPropose: boolean;
}

/** Actions side by side, the newest first: none stands above another (R16). */
export function CataloguePage(props: Props) {
  const { fund, filter, actions, next, counts, mayPropose } = props;
  const at = { fund: fund.slug };
  return (
    <>
      <PageHeader
        title={m.commit_catalogue_title()}
        lead={m.commit_catalogue_lead({ fund: fund.name, count: counts.all })}
        breadcrumb={[
          { label: m.funds_title(), href: urls.funds() },
          { label: fund.name, href: fundHref(fund) },
        ]}
        actions={
          mayPropose && (
            <ButtonLink href={urls.proposeAction(at)} icon="plus">
              {m.commit_propose()}
            </ButtonLink>
          )
        }
      />
      <p>{m.commit_catalogue_rule({ threshold: formatNumber(fund.threshold) })}</p>
      <CatalogueFilters fund={fund} filter={filter} />
      {actions.length === 0 ? (
        <EmptyState
          icon="solidarity"
          title={counts.all === 0 ? m.commit_none() : m.commit_none_found()}
          actions={
            counts.all > 0 && <ButtonLink href={urls.fundActions(at)}>{m.commit_all()}</ButtonLink>
          }
        >
          <p>{counts.all === 0 ? m.commit_none_words() : m.commit_none_found_words()}</p>
        </EmptyState>
      ) : (
        <List look="cards" label={m.commit_catalogue_title()}>
          {actions.map((action) => (
            <ActionCard key={action.id} {...props} action={action} />
          ))}
        </List>
      )}
      <Pagination
        nextHref={
          next ? urls.fundActions(at, writeCatalogueFilter({ ...filter, after: next })) : undefined
        }
      />
    </>
  );
}

interface Shown extends Pick<Props, 'fund' | 'groups' | 'pictures'> {
  action: Action;
  level?: 2 | 3;
}

export function ActionCard({ fund, action, groups, pictures, level = 2 }: Shown) {
  const group = groups.get(action.groupId);
  const picture = pictures.get(action.id);
  const kind = kindLooks[action.kind || 'solidarity'];
  return (
    <Card
      title={action.title}
      href={urls.fundAction({ fund: fund.slug, action: actionSegment(action) })}
      level={level}
      category={{ label: kind.label(), icon: kind.icon }}
      picture={picture ? { ...picture, src: picture.small } : { drawn: kind.drawn }}
      excerpt={action.summary}
      state={<ActionState action={action} />}
      meta={[
        ...(group ? [<bdi key="group">{group.name}</bdi>] : []),
        ...(group?.county ? [nameCounty(group.county)] : []),
        m.commit_groups_count({ count: action.commitments }),
        sayProgress(action, fund.threshold),
      ]}
      figure={
        <>
          <span class="hint">{m.commit_maximum()}</span> <Money cents={action.maximum} />
        </>
      }
    />
  );
}

function CatalogueFilters({ fund, filter }: Pick<Props, 'fund' | 'filter'>) {
  const at = { fund: fund.slug };
  const without = (changes: Partial<CatalogueFilter>) =>
    urls.fundActions(at, writeCatalogueFilter({ ...filter, after: null, ...changes }));
  const kinds = { union: m.commit_kind_union, solidarity: m.commit_kind_solidarity };
  const states = { seeking: m.commit_state_seeking, fundable: m.commit_state_fundable };
  const sayMost = (cents: number) => m.commit_budget_most({ amount: formatMoney(cents) });
  return (
    <Filters
      action={urls.fundActions(at)}
      search={{ name: 'q', label: m.commit_search(), value: filter.words }}
      selects={[
        {
          name: 'type',
          label: m.commit_kind(),
          empty: m.commit_kind_all(),
          value: filter.kind ? CATALOGUE_KINDS[filter.kind] : undefined,
          options: (['union', 'solidarity'] as const).map((kind) => ({
            value: CATALOGUE_KINDS[kind],
            label: kinds[kind](),
          })),
        },
        {
          name: 'statut',
          label: m.commit_state(),
          empty: m.commit_state_all(),
          value: filter.state ? CATALOGUE_STATES[filter.state] : undefined,
          options: (['seeking', 'fundable'] as const).map((state) => ({
            value: CATALOGUE_STATES[state],
            label: states[state](),
          })),
        },
        {
          name: 'budget',
          label: m.commit_maximum(),
          empty: m.commit_budget_all(),
          value: filter.most ? String(filter.most / 100) : undefined,
          options: listBudgets(fund.cap).map((cents) => ({
            value: String(cents / 100),
            label: sayMost(cents),
          })),
        },
        {
          name: 'departement',
          label: m.commit_county(),
          empty: m.groups_county_all(),
          value: filter.county ?? undefined,
          options: COUNTIES.map(({ code }) => ({ value: code, label: nameCounty(code) })),
        },
      ]}
      active={[
        ...(filter.words ? [{ label: filter.words, withoutHref: without({ words: '' }) }] : []),
        ...(filter.kind
          ? [{ label: kinds[filter.kind](), withoutHref: without({ kind: null }) }]
          : []),
        ...(filter.state
          ? [{ label: states[filter.state](), withoutHref: without({ state: null }) }]
          : []),
        ...(filter.most
          ? [{ label: sayMost(filter.most), withoutHref: without({ most: null }) }]
          : []),
        ...(filter.county
          ? [{ label: nameCounty(filter.county), withoutHref: without({ county: null }) }]
          : []),
      ]}
      clearHref={urls.fundActions(at)}
    />
  );
}
