import * as m from '../../paraglide/messages.js';
import { Filters } from '../../ui/filters.tsx';
import { ButtonLink } from '../../ui/form.tsx';
import { EmptyState, Pagination } from '../../ui/list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Table } from '../../ui/table.tsx';
import { urls } from '../../urls.ts';
import type { OfficeIdea } from '../ideas/index.ts';
import { findCategory, numberedSegment } from '../spaces/index.page.ts';
import type { Edition } from '../spaces/index.ts';
import { officeCrumbs } from './office-crumbs.page.ts';
import type { Project } from './project.ts';

interface Props {
  edition: Edition;
  /** Of the whole edition. */
  total: number;
  ideas: readonly OfficeIdea[];
  /** The project that an idea became, by idea id. */
  projects: ReadonlyMap<string, Project>;
  frozen: boolean;
  search: string;
  category: string | null;
  nextHref?: string | undefined;
}

/** Every idea of an edition, to make projects out of: one at a time, or several together. */
export function OfficeIdeasPage(props: Props) {
  const { edition, ideas, projects, frozen } = props;
  const at = { edition: edition.slug };
  const isFiltered = props.search !== '' || props.category !== null;
  return (
    <>
      <PageHeader
        title={m.projects_office_ideas_title()}
        lead={m.projects_office_ideas_lead({ count: props.total })}
        breadcrumb={officeCrumbs(edition)}
        actions={
          <>
            <ButtonLink kind="secondary" href={urls.adminProjects(at)}>
              {m.projects_office_title()}
            </ButtonLink>
            <ButtonLink kind="secondary" icon="upload" href={urls.adminIdeaImports(at)}>
              {m.imports_title()}
            </ButtonLink>
            <ButtonLink kind="secondary" icon="download" href={urls.adminIdeasExport(at)}>
              {m.imports_export_title()}
            </ButtonLink>
          </>
        }
      />
      <Filters
        action={urls.adminIdeas(at)}
        search={{ name: 'recherche', label: m.projects_office_search(), value: props.search }}
        selects={[
          {
            name: 'categorie',
            label: m.projects_category(),
            options: edition.categories.map(({ slug, name }) => ({ value: slug, label: name })),
            value: props.category ?? undefined,
            empty: m.projects_all_categories(),
          },
        ]}
        {...(isFiltered && { clearHref: urls.adminIdeas(at) })}
      />
      {ideas.length === 0 ? (
        <EmptyState icon="idea" title={m.projects_office_no_idea()}>
          <p>
            {isFiltered ? (
              <a href={urls.adminIdeas(at)}>{m.projects_office_all_ideas()}</a>
            ) : (
              m.projects_office_no_idea_yet()
            )}
          </p>
        </EmptyState>
      ) : (
        <form class="stack" method="get" action={urls.adminNewProject(at)}>
          <Table
            caption={m.projects_office_ideas_caption()}
            captionHidden
            columns={[
              { key: 'title', label: m.projects_office_idea() },
              { key: 'category', label: m.projects_category() },
              { key: 'supports', label: m.projects_office_supports(), numeric: true },
              { key: 'project', label: m.projects_office_project() },
              ...(frozen ? [] : [{ key: 'chosen', label: m.projects_office_bring_together() }]),
            ]}
            rows={ideas.map((idea) => ({
              title: (
                <a href={urls.idea({ ...at, idea: numberedSegment(idea.number, idea.title) })}>
                  {m.projects_mark({ number: idea.number })} <bdi>{idea.title}</bdi>
                </a>
              ),
              category: findCategory(edition, idea.categoryId)?.name,
              supports: idea.supportCount,
              project: (
                <ProjectOf at={at} idea={idea} project={projects.get(idea.id)} frozen={frozen} />
              ),
              chosen: projects.has(idea.id) ? null : (
                <div class="option">
                  <input
                    type="checkbox"
                    id={`idee-${idea.number}`}
                    name="idee"
                    value={idea.number}
                  />
                  <label for={`idee-${idea.number}`}>
                    {m.projects_office_choose()}
                    <span class="visually-hidden">
                      {' '}
                      {m.projects_office_about_idea_chosen({ number: idea.number })}
                    </span>
                  </label>
                </div>
              ),
            }))}
          />
          {!frozen && (
            <p class="actions">
              <button type="submit" class="button button-secondary">
                <span>{m.projects_office_make_from_chosen()}</span>
              </button>
            </p>
          )}
        </form>
      )}
      <Pagination nextHref={props.nextHref} />
    </>
  );
}

function ProjectOf(props: {
  at: { edition: string };
  idea: OfficeIdea;
  project: Project | undefined;
  frozen: boolean;
}) {
  const { at, idea, project, frozen } = props;
  if (project)
    return (
      <a href={urls.adminProject({ ...at, project: project.id })}>
        <bdi>{project.title}</bdi>
      </a>
    );
  if (frozen) return <>{m.projects_office_not_kept()}</>;
  return (
    <ButtonLink
      kind="quiet"
      size="small"
      href={urls.adminNewProject(at, { idee: idea.number })}
      about={m.projects_office_about_idea({ number: idea.number })}
    >
      {m.projects_office_make()}
    </ButtonLink>
  );
}
