import * as m from '../../../paraglide/messages.js';
import { ButtonLink, Hidden, SubmitButton } from '../../../ui/form.tsx';
import { formatNumber } from '../../../ui/format.ts';
import { Actions } from '../../../ui/layout.tsx';
import { EmptyState, Pagination } from '../../../ui/list.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import { OpenReturns } from './open-returns.page.tsx';
import { Counters, StudyFilters } from './study-filters.page.tsx';
import { isFiltered, writeStudyFilter } from './study-list.ts';
import { IdeasTable, type StudyListProps } from './study-table.page.tsx';
import { studyCrumbs } from './words.page.tsx';

/** Every idea of an edition under study: who has it, until when; chosen and given to departments by the hundred. */
export function StudyListPage(props: StudyListProps) {
  const { edition, filter, ideas, underWay, counts } = props;
  const at = { edition: edition.slug };
  return (
    <>
      <PageHeader
        title={m.assign_list_title()}
        lead={m.assign_list_lead({ count: counts.ideas })}
        breadcrumb={studyCrumbs(edition, { list: false })}
        {...(props.mayAct && {
          actions: (
            <ButtonLink kind="secondary" icon="settings" href={urls.adminServices(at)}>
              {m.assign_services_title()}
            </ButtonLink>
          ),
        })}
      />
      {props.isOver && <Notice title={m.assign_over()} />}
      {underWay && (
        <Notice
          title={m.assign_run_under_way_title()}
          actions={
            <ButtonLink
              kind="secondary"
              href={urls.adminAssignmentRun({ ...at, run: underWay.id })}
            >
              {m.assign_run_follow()}
            </ButtonLink>
          }
        />
      )}
      <WithClosedDepartments {...props} />
      {props.mayAct && props.returns.length > 0 && (
        <OpenReturns
          edition={edition}
          returns={props.returns}
          all={counts.returned}
          departments={props.departments}
          usualDay={props.usualDay}
        />
      )}
      <Counters {...props} />
      <StudyFilters {...props} />
      {ideas.length === 0 ? (
        <EmptyState icon="idea" title={m.assign_list_empty_title()}>
          <p>
            {isFiltered(filter) ? (
              <a href={urls.adminStudy(at)}>{m.assign_list_all()}</a>
            ) : (
              m.assign_list_empty()
            )}
          </p>
        </EmptyState>
      ) : (
        <ChosenForm {...props} />
      )}
      <Pagination nextHref={props.nextHref} />
    </>
  );
}

/** An idea that waits for a department that was closed waits for nobody. */
function WithClosedDepartments({ edition, departments, asked }: StudyListProps) {
  const closed = departments.filter(({ id, closedAt }) => closedAt !== null && asked.has(id));
  if (closed.length === 0) return null;
  return (
    <Notice tone="warning" title={m.assign_closed_title()}>
      <ul>
        {closed.map(({ id, name }) => (
          <li key={id}>
            <a href={urls.adminStudy({ edition: edition.slug }, { service: id })}>
              <bdi>{name}</bdi> · {m.assign_count_ideas({ count: asked.get(id) ?? 0 })}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** The list itself, as a form: ideas are ticked, or the whole list is taken. */
function ChosenForm(props: StudyListProps) {
  const { edition, filter, ideas, matching, mayAct } = props;
  const at = { edition: edition.slug };
  const table = <IdeasTable {...props} />;
  if (!mayAct) return table;
  return (
    <form class="stack" method="get" action={urls.adminAssign(at)}>
      {Object.entries(writeStudyFilter(filter, edition.categories)).map(([name, value]) => (
        <Hidden key={name} name={name} value={value} />
      ))}
      <p class="page-summary">
        {m.assign_list_summary({
          shown: formatNumber(ideas.length),
          count: matching,
          total: formatNumber(matching),
        })}
      </p>
      {table}
      <Actions>
        <SubmitButton name="choix" value="cochees">
          {m.assign_give_chosen()}
        </SubmitButton>
        <SubmitButton name="choix" value="liste" kind="secondary">
          {m.assign_give_list({ count: matching, total: formatNumber(matching) })}
        </SubmitButton>
        <SubmitButton
          name="choix"
          value="cochees"
          kind="quiet"
          icon="calendar"
          formAction={urls.adminDueDays(at)}
        >
          {m.assign_due_chosen()}
        </SubmitButton>
        <SubmitButton
          name="choix"
          value="liste"
          kind="quiet"
          icon="calendar"
          formAction={urls.adminDueDays(at)}
        >
          {m.assign_due_list()}
        </SubmitButton>
      </Actions>
    </form>
  );
}
