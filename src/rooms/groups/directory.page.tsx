import * as m from '../../paraglide/messages.js';
import { excerptOf } from '../../platform/text/excerpt.ts';
import { Card } from '../../ui/card.tsx';
import { Filters } from '../../ui/filters.tsx';
import { ButtonLink } from '../../ui/form.tsx';
import { Split } from '../../ui/layout.tsx';
import { EmptyState, List, Pagination } from '../../ui/list.tsx';
import type { MapGround } from '../../ui/map.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { StateBadge } from '../../ui/tag.tsx';
import { urls } from '../../urls.ts';
import { COUNTIES, nameCounty } from './counties.ts';
import {
  type DirectoryFilter,
  type GroupSpot,
  type STANDINGS,
  standingSegment,
  writeFilter,
} from './directory.ts';
import { GROUP_KINDS, type Group, isCertified, KIND_SEGMENTS } from './group.ts';
import { kindIcons, kindWords } from './group-words.page.ts';
import { GroupsMap, numberGroups, SpotsMap } from './groups-map.page.tsx';

interface Props {
  filter: DirectoryFilter;
  groups: readonly Group[];
  next: string | null;
  counts: { all: number; certified: number };
  /** Where all that is asked for is; null: what is listed is all. */
  spots: readonly GroupSpot[] | null;
  ground: MapGround;
}

/** Groups of the movement, by name, with the map beside. */
export function DirectoryPage({ filter, groups, next, counts, spots, ground }: Props) {
  // a page of many stands anywhere on the map: it shows them all, département by département
  const numbers = spots ? new Map<string, string>() : numberGroups(groups, ground);
  const list =
    groups.length === 0 ? (
      <Nothing isEmpty={counts.all === 0} />
    ) : (
      <List look="rows" label={m.groups_title()}>
        {groups.map((group) => (
          <Card
            key={group.id}
            title={<bdi>{group.name}</bdi>}
            href={urls.group({ group: group.slug })}
            level={2}
            category={{ label: kindWords[group.kind](), icon: kindIcons[group.kind] }}
            {...(numbers.has(group.id) && { mark: numbers.get(group.id)! })}
            {...(group.presentation && { excerpt: excerptOf(group.presentation) })}
            state={
              isCertified(group) && (
                <StateBadge tone="success">{m.groups_standing_certified()}</StateBadge>
              )
            }
            meta={[
              ...(group.place ? [<bdi key="place">{group.place}</bdi>] : []),
              ...(group.county ? [nameCounty(group.county)] : []),
              m.groups_members_count({ count: group.members }),
            ]}
          />
        ))}
      </List>
    );
  return (
    <>
      <PageHeader
        title={m.groups_title()}
        lead={m.groups_lead({ count: counts.all, certified: counts.certified })}
        actions={
          <ButtonLink href={urls.newGroup()} icon="plus">
            {m.groups_found()}
          </ButtonLink>
        }
      />
      <DirectoryFilters filter={filter} to={urls.groups} standings={['yes', 'no']} />
      {spots ? (
        <Split aside={<SpotsMap spots={spots} filter={filter} ground={ground} />}>{list}</Split>
      ) : numbers.size > 0 ? (
        <Split aside={<GroupsMap groups={groups} ground={ground} />}>{list}</Split>
      ) : (
        list
      )}
      <Pagination
        nextHref={next ? urls.groups(writeFilter({ ...filter, after: next })) : undefined}
      />
    </>
  );
}

function Nothing({ isEmpty }: { isEmpty: boolean }) {
  return (
    <EmptyState
      icon="citizens"
      title={isEmpty ? m.groups_none() : m.groups_none_found()}
      actions={
        isEmpty ? (
          <ButtonLink href={urls.newGroup()}>{m.groups_found()}</ButtonLink>
        ) : (
          <ButtonLink href={urls.groups()}>{m.groups_all()}</ButtonLink>
        )
      }
    >
      <p>{isEmpty ? m.groups_none_words() : m.groups_none_found_words()}</p>
    </EmptyState>
  );
}

const standingLabels = {
  yes: m.groups_standing_certified,
  no: m.groups_standing_none,
  requested: m.groups_standing_requested,
  warned: m.groups_standing_warned,
} as const;

interface FiltersProps {
  filter: DirectoryFilter;
  to: typeof urls.groups | typeof urls.adminGroups;
  standings: readonly (typeof STANDINGS)[number][];
}

/** By words, kind, département and certification, for everybody as for the office. */
export function DirectoryFilters({ filter, to, standings }: FiltersProps) {
  const without = (changes: Partial<DirectoryFilter>) =>
    to(writeFilter({ ...filter, after: null, ...changes }));
  return (
    <Filters
      action={to()}
      search={{ name: 'q', label: m.groups_search(), value: filter.words }}
      selects={[
        {
          name: 'genre',
          label: m.groups_kind(),
          empty: m.groups_kind_all(),
          value: filter.kind ? KIND_SEGMENTS[filter.kind] : undefined,
          options: GROUP_KINDS.map((kind) => ({
            value: KIND_SEGMENTS[kind],
            label: kindWords[kind](),
          })),
        },
        {
          name: 'departement',
          label: m.groups_county(),
          empty: m.groups_county_all(),
          value: filter.county ?? undefined,
          options: COUNTIES.map(({ code }) => ({ value: code, label: nameCounty(code) })),
        },
        {
          name: 'certifie',
          label: m.groups_certification(),
          empty: m.groups_certification_all(),
          value: filter.certified ? standingSegment(filter.certified) : undefined,
          options: standings.map((one) => ({
            value: standingSegment(one),
            label: standingLabels[one](),
          })),
        },
      ]}
      active={[
        ...(filter.words ? [{ label: filter.words, withoutHref: without({ words: '' }) }] : []),
        ...(filter.kind
          ? [{ label: kindWords[filter.kind](), withoutHref: without({ kind: null }) }]
          : []),
        ...(filter.county
          ? [{ label: nameCounty(filter.county), withoutHref: without({ county: null }) }]
          : []),
        ...(filter.certified
          ? [
              {
                label: standingLabels[filter.certified](),
                withoutHref: without({ certified: null }),
              },
            ]
          : []),
      ]}
      clearHref={to()}
    />
  );
}
