import * as m from '../../paraglide/messages.js';
import { excerptOf } from '../../platform/text/excerpt.ts';
import { Card } from '../../ui/card.tsx';
import { Filters } from '../../ui/filters.tsx';
import { ButtonLink } from '../../ui/form.tsx';
import { Split } from '../../ui/layout.tsx';
import { EmptyState, List, Pagination } from '../../ui/list.tsx';
import { isDrawable, MapFigure, type MapGround } from '../../ui/map.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { StateBadge } from '../../ui/tag.tsx';
import { urls } from '../../urls.ts';
import { COUNTIES, nameCounty } from './counties.ts';
import { type DirectoryFilter, type STANDINGS, standingSegment, writeFilter } from './directory.ts';
import { GROUP_KINDS, type Group, isCertified, KIND_SEGMENTS } from './group.ts';
import { kindIcons, kindWords } from './group-words.page.ts';

interface Props {
  filter: DirectoryFilter;
  groups: readonly Group[];
  next: string | null;
  counts: { all: number; certified: number };
  ground: MapGround;
}

/** Groups of the movement, by name, with the map beside. */
export function DirectoryPage({ filter, groups, next, counts, ground }: Props) {
  const numbers = numberGroups(groups, ground);
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
      {numbers.size > 0 ? (
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

/** One overseas would leave the others on one spot: it is in the list, and alone on the map of its département. */
function placed(groups: readonly Group[]) {
  const pins = groups.flatMap((group) => (group.point ? [{ group, ...group.point }] : []));
  const near = pins.filter(
    ({ latitude, longitude }) => latitude > 41 && latitude < 52 && longitude > -6 && longitude < 10,
  );
  return (near.length > 0 ? near : pins).map((pin, at) => ({ ...pin, mark: String(at + 1) }));
}

/** Numbers of the groups on the map, by id; none where there is no map. */
function numberGroups(groups: readonly Group[], ground: MapGround): Map<string, string> {
  const pins = placed(groups);
  if (pins.length === 0 || !isDrawable(ground, pins)) return new Map();
  return new Map(pins.map(({ group, mark }) => [group.id, mark]));
}

function GroupsMap({ groups, ground }: Pick<Props, 'groups' | 'ground'>) {
  return (
    <MapFigure
      ground={ground}
      size="small"
      pins={placed(groups).map(({ group, mark, latitude, longitude }) => ({
        key: group.id,
        mark,
        label: group.name,
        latitude,
        longitude,
        href: urls.group({ group: group.slug }),
      }))}
      label={m.groups_map_label()}
      caption={m.groups_map_caption()}
    />
  );
}
