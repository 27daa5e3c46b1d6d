import * as m from '../../../paraglide/messages.js';
import { getLocale } from '../../../paraglide/runtime.js';
import { Filters } from '../../../ui/filters.tsx';
import { ButtonLink } from '../../../ui/form.tsx';
import { formatNumber } from '../../../ui/format.ts';
import { EmptyState } from '../../../ui/list.tsx';
import { isDrawable, MapFigure, type MapGround, type MapPin } from '../../../ui/map.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { type Board, categoriesAsked } from '../boards/board.ts';
import { addressesOf } from '../boards/board-address.ts';
import { BoardFrame } from '../boards/board-frame.page.tsx';
import { ideaSegment } from '../idea-address.ts';
import { type Frame, type PlacedGroup, writeFrame } from './ideas-map.ts';

interface Props {
  board: Board;
  now: Date;
  ground: MapGround;
  /** Slug of a category. */
  category: string | null;
  ideas: number;
  groups: readonly (PlacedGroup & { district: string | null })[];
  frame: Frame | null;
  /** A part of the map was asked for. */
  closer: boolean;
  /** Ideas that lie beyond the commune and its surroundings. */
  beyond: { ideas: number; frame: Frame } | null;
}

/** Where ideas are: numbers on a map, and the same in a list beside it. */
export function IdeasMapPage(props: Props) {
  const { board, now, ground, ideas, groups, frame } = props;
  const to = addressesOf(board);
  const at = {};
  const shared = { vue: 'carte', categorie: props.category ?? undefined };
  const shown = groups.map((group, index) => ({
    ...group,
    key: String(index),
    mark: String(group.idea ? index + 1 : group.ideas),
    label: group.idea?.title ?? groupWords(group),
    href: group.idea
      ? to.idea({ ...at, idea: ideaSegment(group.idea) })
      : to.ideas(at, { ...shared, cadre: writeFrame(group.frame) }),
  }));
  const pins: MapPin[] = shown.map(({ idea, ...pin }) => ({ ...pin, many: idea === null }));
  return (
    <BoardFrame board={board} now={now}>
      <PageHeader
        title={m.territory_ideas_map_title()}
        {...(ideas > 0 && {
          lead: m.territory_ideas_map_lead({ count: ideas, shown: formatNumber(ideas) }),
        })}
        actions={
          <ButtonLink
            kind="secondary"
            icon="filter"
            href={to.ideas(at, { categorie: shared.categorie })}
          >
            {m.territory_view_list()}
          </ButtonLink>
        }
      />
      <Filters
        action={to.ideas(at)}
        values={{ vue: 'carte' }}
        selects={[
          {
            name: 'categorie',
            label: m.ideas_filter_category(),
            empty: m.ideas_filter_all(),
            value: props.category ?? undefined,
            options: categoriesAsked(board).map(({ slug, name }) => ({ value: slug, label: name })),
          },
        ]}
      />
      {props.closer && (
        <p>
          <a href={to.ideas(at, shared)}>{m.territory_ideas_map_whole()}</a>
        </p>
      )}
      {props.beyond && (
        <p>
          <a href={to.ideas(at, { ...shared, cadre: writeFrame(props.beyond.frame) })}>
            {m.territory_ideas_map_beyond({ count: props.beyond.ideas })}
          </a>
        </p>
      )}
      {shown.length === 0 ? (
        <EmptyState
          icon="place"
          title={m.territory_ideas_map_none_title()}
          actions={
            <ButtonLink kind="secondary" href={to.ideas(at)}>
              {m.territory_view_list()}
            </ButtonLink>
          }
        >
          <p>{m.territory_ideas_map_none()}</p>
        </EmptyState>
      ) : (
        <div class="map-beside">
          {isDrawable(ground, pins) ? (
            <MapFigure
              ground={ground}
              pins={pins}
              label={m.territory_ideas_map_label()}
              caption={m.territory_ideas_map_caption()}
              bounds={frame ?? undefined}
            />
          ) : (
            <p class="hint">{m.territory_ideas_map_no_ground()}</p>
          )}
          <div class="stack">
            <ol class="map-list">
              {shown.map(({ key, mark, label, href, idea }) => (
                <li key={key}>
                  <span class={idea ? 'map-mark' : 'map-mark map-mark-many'}>{mark}</span>
                  <a href={href} lang={idea && idea.lang !== getLocale() ? idea.lang : undefined}>
                    <bdi>{label}</bdi>
                  </a>
                </li>
              ))}
            </ol>
            <p class="hint">{m.territory_ideas_map_unplaced()}</p>
          </div>
        </div>
      )}
    </BoardFrame>
  );
}

function groupWords({ ideas, district }: { ideas: number; district: string | null }): string {
  return district === null
    ? m.territory_ideas_map_group({ count: ideas })
    : m.territory_ideas_map_group_near({ count: ideas, district });
}
