import * as m from '../../../paraglide/messages.js';
import { ButtonLink } from '../../../ui/form.tsx';
import { formatDate } from '../../../ui/format.ts';
import { Actions, Stack } from '../../../ui/layout.tsx';
import { EmptyState, Pagination } from '../../../ui/list.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Table } from '../../../ui/table.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { urls } from '../../../urls.ts';
import { nameCounty } from '../counties.ts';
import { DirectoryFilters } from '../directory.page.tsx';
import { type DirectoryFilter, STANDINGS, writeFilter } from '../directory.ts';
import type { Group } from '../group.ts';
import { kindWords, standingOf, standingTones, standingWords } from '../group-words.page.ts';

interface Props {
  filter: DirectoryFilter;
  groups: readonly Group[];
  next: string | null;
  counts: { all: number; certified: number; requested: number; warned: number };
}

/** Every group as the office sees it; requests that wait come first to the eye. */
export function OfficeGroupsPage({ filter, groups, next, counts }: Props) {
  return (
    <Stack>
      <PageHeader
        title={m.groups_office_title()}
        lead={m.groups_lead({ count: counts.all, certified: counts.certified })}
        breadcrumb={[{ label: m.site_nav_admin(), href: urls.admin() }]}
        actions={
          <>
            <ButtonLink icon="plus" href={urls.adminGroupImport()}>
              {m.groups_import_title()}
            </ButtonLink>
            <ButtonLink kind="secondary" icon="rules" href={urls.adminGroupCriteria()}>
              {m.groups_criteria_title()}
            </ButtonLink>
            <ButtonLink kind="quiet" icon="eye" href={urls.groups()}>
              {m.groups_public_page()}
            </ButtonLink>
          </>
        }
      />
      {counts.requested > 0 && (
        <Notice
          tone="info"
          title={m.groups_office_requests({ count: counts.requested })}
          actions={
            <ButtonLink href={urls.adminGroups(writeFilter({ certified: 'requested' }))}>
              {m.groups_office_see_requests()}
            </ButtonLink>
          }
        />
      )}
      <DirectoryFilters filter={filter} to={urls.adminGroups} standings={STANDINGS} />
      {groups.length === 0 ? (
        <EmptyState icon="citizens" title={m.groups_none_found()}>
          <p>{m.groups_none_found_words()}</p>
        </EmptyState>
      ) : (
        <Table
          caption={m.groups_title()}
          captionHidden
          columns={[
            { key: 'name', label: m.groups_name() },
            { key: 'place', label: m.groups_place(), sentences: true },
            { key: 'members', label: m.groups_members(), numeric: true },
            { key: 'standing', label: m.groups_certification() },
            { key: 'since', label: m.groups_founded() },
          ]}
          rows={groups.map((group) => {
            const standing = standingOf(group);
            return {
              name: (
                <>
                  <a href={urls.adminGroup({ group: group.slug })}>
                    <bdi>{group.name}</bdi>
                  </a>
                  <br />
                  <span class="hint">{kindWords[group.kind]()}</span>
                </>
              ),
              place: <bdi>{group.place || nameCounty(group.county) || '–'}</bdi>,
              members: group.members,
              standing: (
                <StateBadge tone={standingTones[standing]}>{standingWords[standing]()}</StateBadge>
              ),
              since: formatDate(group.foundedAt, 'short'),
            };
          })}
        />
      )}
      {groups.length > 0 && (
        <Actions>
          {(['csv', 'xlsx'] as const).map((kind) => (
            <ButtonLink
              key={kind}
              kind="secondary"
              icon="download"
              href={urls.adminGroupExport(
                { file: `groupes.${kind}` },
                writeFilter({ ...filter, after: null }),
              )}
              download
            >
              {kind === 'csv' ? m.groups_export_csv() : m.groups_export_xlsx()}
            </ButtonLink>
          ))}
        </Actions>
      )}
      <Pagination
        nextHref={next ? urls.adminGroups(writeFilter({ ...filter, after: next })) : undefined}
      />
    </Stack>
  );
}
