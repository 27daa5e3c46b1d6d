import * as m from '../../paraglide/messages.js';
import { Column } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { DescriptionList } from '../../ui/table.tsx';
import { Money, Prose } from '../../ui/text.tsx';
import { urls } from '../../urls.ts';
import { findCategory, numberedSegment } from '../spaces/index.page.ts';
import type { Edition } from '../spaces/index.ts';
import { districtWords } from './district-words.page.ts';
import { projectCrumbs } from './office-crumbs.page.ts';
import type { Project } from './project.ts';

/** A project of a frozen list: nothing of it can change. */
export function FrozenProjectPage(props: {
  edition: Edition;
  project: Project;
  holders: readonly string[];
  ideas: readonly { number: number; title: string }[];
}) {
  const { edition, project, holders, ideas } = props;
  const at = { edition: edition.slug };
  return (
    <Column>
      <PageHeader
        title={project.title}
        kicker={m.projects_number({ number: project.number ?? 0 })}
        breadcrumb={projectCrumbs(edition)}
      />
      <Notice tone="info">{m.projects_refused_frozen()}</Notice>
      <DescriptionList
        items={[
          { term: m.projects_cost(), detail: <Money cents={project.cost} /> },
          {
            term: m.projects_category(),
            detail: findCategory(edition, project.categoryId)?.name ?? '–',
          },
          {
            term: m.projects_place(),
            detail: project.place === '' ? '–' : <bdi>{project.place}</bdi>,
          },
          ...(edition.districts.length === 0
            ? []
            : [{ term: m.projects_district(), detail: <bdi>{districtWords(project)}</bdi> }]),
          { term: m.projects_holder(), detail: <bdi>{holders.join(', ') || '–'}</bdi> },
          ...ideas.map((idea) => ({
            term: m.projects_from_idea(),
            detail: (
              <a href={urls.idea({ ...at, idea: numberedSegment(idea.number, idea.title) })}>
                {m.projects_mark({ number: idea.number })} <bdi>{idea.title}</bdi>
              </a>
            ),
          })),
        ]}
      />
      <Prose text={project.summary} />
    </Column>
  );
}
