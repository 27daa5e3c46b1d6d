import * as m from '../../../paraglide/messages.js';
import { Filters } from '../../../ui/filters.tsx';
import { ButtonLink } from '../../../ui/form.tsx';
import { formatNumber } from '../../../ui/format.ts';
import { EmptyState, Pagination } from '../../../ui/list.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Table } from '../../../ui/table.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { urls } from '../../../urls.ts';
import type { Department } from '../../organisations/index.ts';

interface ListedDepartment extends Department {
  agents: number;
  referents: number;
}

interface Props {
  departments: readonly ListedDepartment[];
  asked: { words: string; closed: boolean };
  /** Services at work, in all and without a referent. */
  open: number;
  withoutReferent: number;
  nextHref: string | undefined;
}

/** The services that study ideas, and whom their work goes to first (R32, R36). */
export function DepartmentsPage({ departments, asked, open, withoutReferent, nextHref }: Props) {
  const isSearched = asked.words !== '' || asked.closed;
  const actions = (
    <>
      <ButtonLink icon="plus" href={urls.adminNewDepartment()}>
        {m.access_department_add()}
      </ButtonLink>
      <ButtonLink kind="secondary" href={urls.adminImportDepartments()}>
        {m.access_import_link()}
      </ButtonLink>
    </>
  );
  return (
    <>
      <PageHeader
        title={m.access_departments_title()}
        lead={m.access_departments_lead()}
        breadcrumb={[{ label: m.admin_title(), href: urls.admin() }]}
        actions={actions}
      />
      {withoutReferent > 0 && (
        <Notice tone="warning" title={m.access_no_referent_title({ count: withoutReferent })}>
          {m.access_no_referent()}
        </Notice>
      )}
      {(open > 0 || isSearched) && (
        <Filters
          action={urls.adminDepartments()}
          search={{ name: 'q', label: m.access_department_search(), value: asked.words }}
          selects={[
            {
              name: 'etat',
              label: m.access_department_state(),
              options: [{ value: 'fermes', label: m.access_departments_closed() }],
              value: asked.closed ? 'fermes' : undefined,
              empty: m.access_departments_open(),
            },
          ]}
          active={
            asked.closed
              ? [
                  {
                    label: m.access_departments_closed(),
                    withoutHref: urls.adminDepartments({ q: asked.words }),
                  },
                ]
              : []
          }
        />
      )}
      {departments.length === 0 ? (
        <EmptyState
          icon="house"
          title={isSearched ? m.access_departments_none() : m.access_departments_empty_title()}
          actions={
            isSearched ? (
              <a href={urls.adminDepartments()}>{m.access_departments_all()}</a>
            ) : (
              actions
            )
          }
        >
          <p>{m.access_departments_empty()}</p>
        </EmptyState>
      ) : (
        <Table
          caption={m.access_departments_title()}
          captionHidden
          columns={[
            { key: 'name', label: m.access_department() },
            { key: 'email', label: m.access_department_email() },
            { key: 'agents', label: m.access_agents(), numeric: true },
            { key: 'referents', label: m.access_referents() },
          ]}
          rows={departments.map((department) => ({
            name: (
              <a href={urls.adminDepartment({ department: department.id })}>
                <bdi>{department.name}</bdi>
              </a>
            ),
            email: <bdi>{department.email || '–'}</bdi>,
            agents: formatNumber(department.agents),
            referents:
              department.closedAt !== null ? (
                <StateBadge icon="lock">{m.access_department_is_closed()}</StateBadge>
              ) : department.referents > 0 ? (
                <StateBadge tone="success">
                  {m.access_referents_count({ count: department.referents })}
                </StateBadge>
              ) : (
                <StateBadge tone="warning">{m.access_referent_none()}</StateBadge>
              ),
          }))}
        />
      )}
      <Pagination nextHref={nextHref} />
    </>
  );
}
