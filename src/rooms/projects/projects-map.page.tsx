import * as m from '../../paraglide/messages.js';
import { Meta } from '../../ui/card.tsx';
import { ButtonLink } from '../../ui/form.tsx';
import { formatMoney } from '../../ui/format.ts';
import { EmptyState } from '../../ui/list.tsx';
import { isDrawable, MapFigure, type MapGround } from '../../ui/map.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { urls } from '../../urls.ts';
import { EditionFrame, numberedSegment } from '../spaces/index.page.ts';
import type { Edition } from '../spaces/index.ts';
import type { BallotProject } from './project.store.ts';
import { nameHolders } from './project.ts';
import { ProjectFilters } from './project-filters.page.tsx';
import { type AskedProjects, typeAskedProjects } from './project-list.ts';

interface Props {
  edition: Edition;
  now: Date;
  /** Every project that the filter leaves. */
  projects: readonly BallotProject[];
  /** Nicknames by id of person, as they show themselves publicly. */
  nicknames: ReadonlyMap<string, string>;
  asked: AskedProjects;
  ground: MapGround;
}

/** The frozen list on a map, each project under its number; the list beside says the same, what it costs, where and by whom (R50). */
export function ProjectsMapPage({ edition, now, projects, nicknames, asked, ground }: Props) {
  const at = { edition: edition.slug };
  const pins = projects.flatMap(({ id, number, title, point, ...project }) =>
    point
      ? [
          {
            ...point,
            key: id,
            mark: String(number),
            label: title,
            href: urls.project({ ...at, project: numberedSegment(number, title) }),
            facts: [
              formatMoney(project.cost, edition.currency),
              project.place || project.district,
              ...nameHolders(project.holders, nicknames),
            ].filter((fact) => fact !== ''),
          },
        ]
      : [],
  );
  const list = (
    <ButtonLink kind="secondary" icon="filter" href={urls.projects(at, typeAskedProjects(asked))}>
      {m.territory_view_list()}
    </ButtonLink>
  );
  return (
    <EditionFrame edition={edition} now={now} current="projects">
      <PageHeader title={m.projects_title()} actions={list} />
      <ProjectFilters edition={edition} asked={asked} onMap />
      {pins.length === 0 ? (
        <EmptyState icon="place" title={m.territory_projects_map_none()} actions={list}>
          <p>{m.territory_projects_map_unplaced()}</p>
        </EmptyState>
      ) : (
        <div class="map-beside">
          {isDrawable(ground, pins) && (
            <MapFigure
              ground={ground}
              pins={pins}
              label={m.territory_projects_map_label()}
              caption={m.territory_projects_map_caption()}
            />
          )}
          <div class="stack">
            <ul class="map-list">
              {pins.map(({ key, mark, label, href, facts }) => (
                <li key={key}>
                  <span class="map-mark">{mark}</span>
                  <div>
                    <a href={href}>
                      <bdi>{label}</bdi>
                    </a>
                    <Meta facts={facts.map((fact) => <bdi key={fact}>{fact}</bdi>)} />
                  </div>
                </li>
              ))}
            </ul>
            {pins.length < projects.length && (
              <p class="hint">{m.territory_projects_map_unplaced()}</p>
            )}
          </div>
        </div>
      )}
    </EditionFrame>
  );
}
