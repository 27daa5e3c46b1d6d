import * as m from '../../paraglide/messages.js';
import { ButtonLink, ErrorSummary, Form, type Problems, SubmitButton } from '../../ui/form.tsx';
import { formatDateTime, formatMoney } from '../../ui/format.ts';
import { Column } from '../../ui/layout.tsx';
import { EmptyState } from '../../ui/list.tsx';
import { NextStep } from '../../ui/next-step.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Table } from '../../ui/table.tsx';
import { StateBadge } from '../../ui/tag.tsx';
import { Money } from '../../ui/text.tsx';
import { urls } from '../../urls.ts';
import { findCategory, isOpen } from '../spaces/index.page.ts';
import type { Edition } from '../spaces/index.ts';
import { costWarning } from './cost-words.page.ts';
import { districtWords } from './district-words.page.ts';
import { officeCrumbs } from './office-crumbs.page.ts';
import type { FreezeRefusal, ListFreeze, Project } from './project.ts';
import { ListSummary } from './projects.page.tsx';

interface Props {
  edition: Edition;
  projects: readonly Project[];
  freeze: ListFreeze | null;
  now: Date;
}

/** The list in the making, then the frozen list. */
export function OfficeProjectsPage({ edition, projects, freeze }: Props) {
  const at = { edition: edition.slug };
  const cost = projects.reduce((sum, project) => sum + project.cost, 0);
  const hasDistricts = edition.districts.length > 0;
  return (
    <>
      <PageHeader
        title={m.projects_office_title()}
        breadcrumb={officeCrumbs(edition)}
        {...(!freeze && {
          actions: (
            <>
              <ButtonLink href={urls.adminIdeas(at)}>{m.projects_office_from_ideas()}</ButtonLink>
              <ButtonLink kind="secondary" href={urls.adminNewProject(at)}>
                {m.projects_office_new()}
              </ButtonLink>
            </>
          ),
        })}
      />
      {freeze && (
        <Notice tone="success" title={m.projects_frozen_title()}>
          {m.projects_frozen_words({ date: formatDateTime(freeze.frozenAt) })}
        </Notice>
      )}
      {projects.length === 0 ? (
        <EmptyState icon="document" title={m.projects_office_none_title()}>
          <p>{m.projects_office_none()}</p>
        </EmptyState>
      ) : (
        <>
          <ListSummary
            edition={edition}
            list={{ projects: projects.length, cost }}
            frozen={freeze !== null}
          />
          <Table
            caption={m.projects_office_caption()}
            captionHidden
            columns={[
              { key: 'title', label: m.projects_office_project() },
              { key: 'category', label: m.projects_category() },
              ...(hasDistricts ? [{ key: 'district', label: m.projects_district() }] : []),
              { key: 'ideas', label: m.projects_office_sources(), numeric: true },
              { key: 'cost', label: m.projects_cost(), numeric: true },
            ]}
            rows={projects.map((project) => ({
              title: (
                <a href={urls.adminProject({ ...at, project: project.id })}>
                  {project.number !== null && `${m.projects_mark({ number: project.number })} `}
                  <bdi>{project.title}</bdi>
                </a>
              ),
              category: findCategory(edition, project.categoryId)?.name,
              district: <bdi>{districtWords(project)}</bdi>,
              ideas: project.ideaIds.length,
              cost: (
                <>
                  <Money cents={project.cost} />
                  {!freeze && costWarning(project, edition) !== null && (
                    <>
                      {' '}
                      <StateBadge tone="warning" icon="alert">
                        {m.setup_cost_badge()}
                      </StateBadge>
                    </>
                  )}
                </>
              ),
            }))}
            total={{ title: m.projects_office_total(), cost: <Money cents={cost} /> }}
          />
          {!freeze && (
            <NextStep
              title={m.projects_freeze_step()}
              actions={
                <ButtonLink href={urls.adminFreezeList(at)} icon="lock">
                  {m.projects_freeze_look()}
                </ButtonLink>
              }
            >
              <p>{m.projects_freeze_step_words()}</p>
            </NextStep>
          )}
        </>
      )}
    </>
  );
}

const freezeWords: Record<FreezeRefusal, () => string> = {
  'list-frozen': m.projects_refused_frozen,
  'no-project': m.projects_freeze_no_project,
  'cost-outside-limits': m.setup_cost_freeze_refused,
};

export function freezeProblems(refusal: FreezeRefusal): Problems {
  return { form: freezeWords[refusal]() };
}

/** The last look at the list before it is frozen: what the act does, and that it cannot be taken back. */
export function FreezeListPage({
  edition,
  projects,
  now,
  problems,
}: Omit<Props, 'freeze'> & { problems: Problems }) {
  const at = { edition: edition.slug };
  const cost = projects.reduce((sum, project) => sum + project.cost, 0);
  const outside = projects.flatMap((project) => {
    const warning = costWarning(project, edition);
    return warning === null ? [] : [{ project, warning }];
  });
  const tooDear = projects.filter((project) => project.cost > edition.envelope);
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader title={m.projects_freeze_title()} breadcrumb={officeCrumbs(edition)} />
      <div class="prose">
        <p>{m.projects_freeze_words({ count: projects.length, amount: formatMoney(cost) })}</p>
        <ul>
          <li>{m.projects_freeze_numbers()}</li>
          <li>{m.projects_freeze_final()}</li>
          <li>{m.projects_freeze_public()}</li>
        </ul>
      </div>
      {isOpen(edition, 'collection', now) && (
        <Notice tone="warning">{m.projects_freeze_collection_open()}</Notice>
      )}
      {tooDear.length > 0 && (
        <Notice tone="warning" title={m.projects_freeze_too_dear({ count: tooDear.length })}>
          <ul>
            {tooDear.map((project) => (
              <li key={project.id}>
                <a href={urls.adminProject({ ...at, project: project.id })}>
                  <bdi>{project.title}</bdi>
                </a>{' '}
                <Money cents={project.cost} />
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {outside.length > 0 ? (
        <Notice tone="danger" title={m.setup_cost_freeze_title({ count: outside.length })}>
          <ul>
            {outside.map(({ project, warning }) => (
              <li key={project.id}>
                <a href={urls.adminProject({ ...at, project: project.id })}>
                  <bdi>{project.title}</bdi>
                </a>{' '}
                <Money cents={project.cost} />. {warning}
              </li>
            ))}
          </ul>
        </Notice>
      ) : (
        <Form action={urls.adminFreezeList(at)}>
          <SubmitButton size="large" icon="lock">
            {m.projects_freeze_submit()}
          </SubmitButton>
        </Form>
      )}
      <p>
        <a href={urls.adminProjects(at)}>{m.projects_freeze_cancel()}</a>
      </p>
    </Column>
  );
}
