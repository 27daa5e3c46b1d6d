import * as m from '../../paraglide/messages.js';
import { fileSegment, SMALL_WIDTH } from '../../platform/files/upload.ts';
import { excerptOf } from '../../platform/text/excerpt.ts';
import { Card } from '../../ui/card.tsx';
import { Stat, Stats } from '../../ui/charts.tsx';
import { ButtonLink } from '../../ui/form.tsx';
import { formatDate, formatMoney, formatNumber } from '../../ui/format.ts';
import { EmptyState, List, Pagination } from '../../ui/list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Money } from '../../ui/text.tsx';
import { urls } from '../../urls.ts';
import { categoryLook, EditionFrame, findPhase, numberedSegment } from '../spaces/index.page.ts';
import type { Edition } from '../spaces/index.ts';
import type { BallotProject } from './project.store.ts';
import { type ListFreeze, nameHolders, type ProjectPhoto } from './project.ts';
import { ProjectFilters } from './project-filters.page.tsx';
import type { AskedProjects } from './project-list.ts';

interface Props {
  edition: Edition;
  now: Date;
  freeze: ListFreeze;
  /** Those of this page of the list. */
  projects: readonly BallotProject[];
  shown: ShownParts;
  /** How many the filter leaves. */
  count: number;
  asked: AskedProjects;
  nextHref?: string | undefined;
  previousHref?: string | undefined;
  /** null: no project of the list has a place on the map. */
  mapHref: string | null;
}

/** What a project shows beside its own words, of all those of a page. */
export interface ShownParts {
  /** Nicknames by id of person, as they show themselves publicly; left out: nobody is named. */
  nicknames?: ReadonlyMap<string, string>;
  /** By id of project. */
  photos: ReadonlyMap<string, ProjectPhoto>;
}

/** The numbered, frozen list: number, title, cost, category, place, holder, photo (R50). */
export function ProjectsPage(props: Props) {
  const { edition, now, freeze, projects } = props;
  return (
    <EditionFrame edition={edition} now={now} current="projects">
      <PageHeader
        title={m.projects_title()}
        lead={
          edition.archivedAt === null
            ? `${m.projects_lead({ date: formatDate(freeze.frozenAt, 'day') })} ${m.decide_list_version({ version: freeze.version })}`
            : m.projects_lead_archived()
        }
      />
      <ListSummary edition={edition} list={freeze} />
      <ProjectFilters edition={edition} asked={props.asked} onMap={false} />
      {props.mapHref && (
        <p>
          <ButtonLink kind="quiet" size="small" icon="place" href={props.mapHref}>
            {m.territory_view_map()}
          </ButtonLink>
        </p>
      )}
      {projects.length === 0 ? (
        <EmptyState
          icon="filter"
          title={
            props.asked.district === null ? m.projects_none_in_category() : m.projects_none_here()
          }
        >
          <p>
            <a href={urls.projects({ edition: edition.slug })}>{m.projects_see_all()}</a>
          </p>
        </EmptyState>
      ) : (
        <List look="cards" label={m.projects_title()}>
          {projects.map((project) => (
            <ProjectCard key={project.id} edition={edition} project={project} shown={props.shown} />
          ))}
        </List>
      )}
      <Pagination
        previousHref={props.previousHref}
        nextHref={props.nextHref}
        summary={m.projects_shown({ count: props.count })}
      />
      <p>
        <ButtonLink
          href={urls.projectsPdf({ edition: edition.slug })}
          kind="quiet"
          icon="download"
          download
        >
          {m.printed_catalogue_download()}
        </ButtonLink>
      </p>
    </EditionFrame>
  );
}

/** « 32 projets pour 412 000 € proposés, enveloppe de 100 000 € », and what that means. */
export function ListSummary(props: {
  edition: Edition;
  list: Pick<ListFreeze, 'projects' | 'cost'>;
  /** false: the list is still being made. */
  frozen?: boolean;
}) {
  const { edition, list, frozen = true } = props;
  const share = list.cost > 0 ? edition.envelope / list.cost : 1;
  return (
    <Stats>
      <Stat
        value={formatNumber(list.projects)}
        label={
          frozen
            ? m.projects_stat_projects({ count: list.projects })
            : m.projects_stat_costed({ count: list.projects })
        }
        explanation={m.projects_stat_cost({ amount: formatMoney(list.cost, edition.currency) })}
      />
      <Stat
        value={formatMoney(edition.envelope, edition.currency)}
        label={m.projects_stat_envelope()}
        explanation={
          share >= 1
            ? m.projects_stat_all_fit()
            : m.projects_stat_share({ share: formatNumber(Math.max(1, Math.round(share * 100))) })
        }
      />
    </Stats>
  );
}

export function ProjectCard({
  edition,
  project,
  shown,
  level = 2,
}: {
  edition: Edition;
  project: BallotProject;
  /** Left out: a drawing stands for it, and nobody is named. */
  shown?: ShownParts;
  /** Of its title. */
  level?: 2 | 3;
}) {
  const look = categoryLook(edition, project.categoryId);
  const photo = shown?.photos.get(project.id);
  const holders = shown?.nicknames ? nameHolders(project.holders, shown.nicknames) : [];
  return (
    <Card
      level={level}
      mark={m.projects_mark({ number: project.number })}
      title={project.title}
      href={urls.project({
        edition: edition.slug,
        project: numberedSegment(project.number, project.title),
      })}
      {...(look && { category: { label: look.label, icon: look.icon, tint: look.tint } })}
      picture={photo ? sizePhoto(photo, project.title) : { drawn: look?.drawn ?? 'town' }}
      excerpt={excerptOf(project.summary)}
      meta={[
        ...[...new Set([project.district, project.place])]
          .filter((where) => where !== '')
          .map((where) => <bdi key={where}>{where}</bdi>),
        ...(holders.length === 0 ? [] : [m.printed_catalogue_holder({ name: holders.join(', ') })]),
      ]}
      figure={<Money cents={project.cost} currency={edition.currency} />}
    />
  );
}

/** Its smaller copy, as wide as a card. */
export function sizePhoto(photo: ProjectPhoto, title: string) {
  const width = Math.min(photo.width, SMALL_WIDTH);
  return {
    src: urls.file({ file: fileSegment(photo, 'small') }),
    alt: photo.alt || m.projects_picture_of({ title }),
    width,
    height: Math.round((photo.height * width) / photo.width),
  };
}

/** Before the campaign, or while the list is being made. */
export function ProjectsToComePage({ edition, now }: { edition: Edition; now: Date }) {
  const campaign = findPhase(edition, 'campaign');
  return (
    <EditionFrame edition={edition} now={now} current="projects">
      <PageHeader title={m.projects_title()} />
      <EmptyState icon="clock" title={m.projects_to_come_title()}>
        <p>
          {campaign && campaign.startsAt > now
            ? m.projects_to_come_on({ date: formatDate(campaign.startsAt) })
            : m.projects_to_come()}
        </p>
      </EmptyState>
    </EditionFrame>
  );
}
