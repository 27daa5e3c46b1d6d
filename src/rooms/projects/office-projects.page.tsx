import * as m from '../../paraglide/messages.js';
import {
  ButtonForm,
  ButtonLink,
  ErrorSummary,
  Form,
  type Problems,
  SubmitButton,
} from '../../ui/form.tsx';
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
import type { FreezeObstacle, FreezeRefusal, ListFreeze, Project } from './project.ts';
import { ListSummary } from './projects.page.tsx';

interface Props {
  edition: Edition;
  projects: readonly Project[];
  freeze: ListFreeze | null;
  /** Kept ideas that are in no project yet. */
  keptWithoutProject: number;
  now: Date;
}

/** The list in the making, then the frozen list. */
export function OfficeProjectsPage({ edition, projects, freeze, keptWithoutProject }: Props) {
  const at = { edition: edition.slug };
  const cost = projects.reduce((sum, project) => sum + project.cost, 0);
  const withoutCost = projects.filter((project) => project.cost === 0);
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
          {m.projects_frozen_words({ date: formatDateTime(freeze.frozenAt) })}{' '}
          {m.decide_list_version({ version: freeze.version })}
        </Notice>
      )}
      {!freeze && keptWithoutProject > 0 && (
        <NextStep
          title={m.decide_make_title({ count: keptWithoutProject })}
          actions={
            <ButtonForm action={urls.adminMakeProjects(at)}>
              {m.decide_make_submit({ count: keptWithoutProject })}
            </ButtonForm>
          }
        >
          <p>{m.decide_make_words()}</p>
        </NextStep>
      )}
      {!freeze && withoutCost.length > 0 && (
        <Notice tone="warning" title={m.decide_without_cost({ count: withoutCost.length })}>
          <ul>
            {withoutCost.map((project) => (
              <li key={project.id}>
                <a href={urls.adminProject({ ...at, project: project.id })}>
                  <bdi>{project.title}</bdi>
                </a>
              </li>
            ))}
          </ul>
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

const freezeWords: Record<FreezeRefusal, (count: { count: number }) => string> = {
  'list-frozen': m.projects_refused_frozen,
  'no-project': m.projects_freeze_no_project,
  'cost-outside-limits': m.setup_cost_freeze_refused,
  undecided: m.decide_freeze_undecided,
  'kept-without-project': m.decide_freeze_without_project,
  'refused-in-project': m.decide_freeze_refused_source,
  'cost-missing': m.decide_freeze_without_cost,
};

export function freezeProblems(refusal: FreezeRefusal, count = 0): Problems {
  return { form: freezeWords[refusal]({ count }) };
}

/** The last look at the list before it is frozen: what the act does, and that it cannot be taken back. */
export function FreezeListPage({
  edition,
  projects,
  now,
  problems,
  obstacles,
  toPublish,
}: Omit<Props, 'freeze' | 'keptWithoutProject'> & {
  problems: Problems;
  obstacles: readonly FreezeObstacle[];
  /** Decisions that the freeze publishes. */
  toPublish: number;
}) {
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
          {toPublish > 0 && <li>{m.decide_freeze_publishes({ count: toPublish })}</li>}
        </ul>
      </div>
      {Object.keys(problems).length === 0 &&
        obstacles.map(({ refusal, count }) => (
          <Notice key={refusal} tone="warning">
            <p>{freezeWords[refusal]({ count })}</p>
            <p>
              <a href={refusal === 'undecided' ? urls.adminDecisions(at) : urls.adminProjects(at)}>
                {refusal === 'undecided' ? m.decide_freeze_see() : m.projects_office_title()}
              </a>
            </p>
          </Notice>
        ))}
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
