import type { ComponentProps } from 'preact';
import * as m from '../../../paraglide/messages.js';
import { ButtonLink } from '../../../ui/form.tsx';
import { formatNumber } from '../../../ui/format.ts';
import { Stack } from '../../../ui/layout.tsx';
import { EmptyState, Pagination } from '../../../ui/list.tsx';
import { isDrawable, MapFigure, type MapGround } from '../../../ui/map.tsx';
import { boundsOf, type Point } from '../../../ui/map-plan.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Table } from '../../../ui/table.tsx';
import { urls } from '../../../urls.ts';
import { SpaceFrame } from '../../consultations/index.page.ts';
import { sayDay } from '../mandate-words.page.ts';
import type { BodyKind, MemberBody, RunsBudget } from './member-body.ts';

export const kindWords: Record<BodyKind, () => string> = {
  commune: m.bodies_kind_commune,
  intercommunality: m.bodies_kind_intercommunality,
  department: m.bodies_kind_department,
  region: m.bodies_kind_region,
};

export const budgetWords: Record<RunsBudget, () => string> = {
  yes: m.bodies_budget_yes,
  no: m.bodies_budget_no,
  unknown: m.bodies_budget_unknown,
};

/** Degrees. */
const AIR = 0.1;

interface Props {
  frame: Omit<ComponentProps<typeof SpaceFrame>, 'children' | 'current'>;
  bodies: readonly (MemberBody & { representatives: readonly string[] })[];
  next: string | null;
  ground: MapGround;
  /** Whether the reader keeps the list. */
  keeps: boolean;
}

/** Local authorities that are members of a network (R89): a map, and a table that says the same in words. */
export function MemberBodiesPage({ frame, bodies, next, ground, keeps }: Props) {
  const at = { space: frame.space.slug };
  const pins = bodies.flatMap(({ id, name, place }) =>
    place ? [{ key: id, mark: '', label: name, ...place }] : [],
  );
  return (
    <SpaceFrame {...frame} current="collectivites">
      <Stack>
        <PageHeader
          title={m.bodies_title()}
          lead={m.bodies_lead()}
          actions={
            (keeps || bodies.length > 0) && (
              <>
                {keeps && (
                  <ButtonLink icon="plus" href={urls.adminNewMemberBody(at)}>
                    {m.bodies_add()}
                  </ButtonLink>
                )}
                {bodies.length > 0 && (
                  <ButtonLink kind="secondary" icon="download" href={urls.memberBodiesCsv(at)}>
                    {m.bodies_csv()}
                  </ButtonLink>
                )}
              </>
            )
          }
        />
        {isDrawable(ground, pins) && pins.length > 0 && (
          <MapFigure ground={ground} pins={pins} label={m.bodies_map()} bounds={aroundOf(pins)} />
        )}
        {bodies.length === 0 ? (
          <EmptyState icon="heritage" title={m.bodies_none()}>
            <p>{m.bodies_none_words()}</p>
          </EmptyState>
        ) : (
          <Table
            caption={m.bodies_title()}
            captionHidden
            columns={[
              { key: 'name', label: m.bodies_name() },
              { key: 'kind', label: m.bodies_kind() },
              { key: 'population', label: m.bodies_population(), numeric: true },
              { key: 'budget', label: m.bodies_budget() },
              { key: 'days', label: m.bodies_membership() },
              { key: 'people', label: m.bodies_representatives() },
            ]}
            rows={bodies.map((one) => ({
              name: keeps ? (
                <a href={urls.adminMemberBody({ ...at, body: one.id })}>
                  <bdi>{one.name}</bdi>
                </a>
              ) : (
                <bdi>{one.name}</bdi>
              ),
              kind: kindWords[one.kind](),
              population: one.population === null ? '–' : formatNumber(one.population),
              budget: budgetWords[one.budget](),
              days: sayMembership(one),
              people: one.representatives.length > 0 ? one.representatives.join(', ') : '–',
            }))}
          />
        )}
        <Pagination nextHref={next ? urls.memberBodies(at, { apres: next }) : undefined} />
      </Stack>
    </SpaceFrame>
  );
}

/** Where members are, with some air around them: further than the town that keeps the site. */
function aroundOf(pins: readonly Point[]) {
  const bounds = boundsOf(pins);
  if (!bounds) return undefined;
  const { west, south, east, north } = bounds;
  return { west: west - AIR, south: south - AIR, east: east + AIR, north: north + AIR };
}

const sayMembership = ({ joinedOn, leftOn }: MemberBody) =>
  leftOn
    ? m.mandates_days({ from: sayDay(joinedOn), to: sayDay(leftOn) })
    : m.mandates_since({ from: sayDay(joinedOn) });

/** Members of now, for everybody. */
export function PublicBodies({ bodies }: { bodies: readonly MemberBody[] }) {
  return (
    <ul>
      {bodies.map(({ id, name, kind, budget }) => (
        <li key={id}>
          <strong>
            <bdi>{name}</bdi>
          </strong>
          , {kindWords[kind]()}
          {budget === 'yes' && ` – ${m.bodies_with_budget()}`}
        </li>
      ))}
    </ul>
  );
}
