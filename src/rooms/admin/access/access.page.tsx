import * as m from '../../../paraglide/messages.js';
import { isRoleWithFactor, type Role } from '../../../platform/http/roles.ts';
import { Filters } from '../../../ui/filters.tsx';
import { ButtonLink } from '../../../ui/form.tsx';
import { Section } from '../../../ui/layout.tsx';
import { EmptyState, List, Pagination } from '../../../ui/list.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Table } from '../../../ui/table.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { urls } from '../../../urls.ts';
import { roleWords } from '../../identity/index.page.ts';
import type { GrantedRole, Protected } from '../../identity/index.ts';
import { lastDayOf } from './role-fields.page.tsx';

/** Titles of editions and names of services, by id, closed ones too. */
export interface Places {
  editions: ReadonlyMap<string, string>;
  departments: ReadonlyMap<string, string>;
}

interface Props {
  grants: readonly GrantedRole[];
  places: Places;
  /** Services that may be filtered by. */
  departments: readonly { id: string; name: string }[];
  /** That the organisation may give. */
  roles: readonly Role[];
  asked: { role: Role | undefined; department: string | undefined; words: string };
  waiting: number;
  /** Accounts without a role that have a second factor; empty when the list is searched. */
  withoutRole: readonly Protected[];
  /** Who looks: they change their own factors on their account. */
  ownId: string;
  nextHref: string | undefined;
}

/** Who may do what, one line for each role held: for what, until when, and whether it opens anything. */
export function AccessPage(props: Props) {
  const { grants, asked } = props;
  const isSearched = asked.role !== undefined || Boolean(asked.department) || asked.words !== '';
  return (
    <>
      <PageHeader
        title={m.access_title()}
        lead={m.access_lead()}
        breadcrumb={[{ label: m.admin_title(), href: urls.admin() }]}
        actions={
          <>
            <ButtonLink icon="plus" href={urls.adminGrantRole()}>
              {m.access_give()}
            </ButtonLink>
            <ButtonLink kind="secondary" icon="mail" href={urls.adminInvitations()}>
              {m.access_invitations_count({ count: props.waiting })}
            </ButtonLink>
          </>
        }
      />
      <AccessFilters roles={props.roles} asked={asked} departments={props.departments} />
      {grants.length === 0 ? (
        <EmptyState
          icon="user"
          title={isSearched ? m.access_none_found() : m.access_empty_title()}
          actions={<a href={urls.adminAccess()}>{m.access_everybody()}</a>}
        >
          <p>{m.access_empty()}</p>
        </EmptyState>
      ) : (
        <Table
          caption={m.access_title()}
          captionHidden
          columns={[
            { key: 'person', label: m.access_person() },
            { key: 'role', label: m.access_role() },
            { key: 'until', label: m.access_until() },
            { key: 'factor', label: m.access_factor() },
            { key: 'action', label: m.access_action() },
          ]}
          rows={grants.map((grant) => rowOf(grant, props))}
        />
      )}
      <Pagination nextHref={props.nextHref} />
      {props.withoutRole.length > 0 && <WithoutRole people={props.withoutRole} />}
    </>
  );
}

function AccessFilters({
  roles,
  asked,
  departments,
}: Pick<Props, 'roles' | 'asked' | 'departments'>) {
  const keep = { role: asked.role, service: asked.department, q: asked.words };
  const department = departments.find(({ id }) => id === asked.department);
  return (
    <Filters
      action={urls.adminAccess()}
      search={{ name: 'q', label: m.access_search(), value: asked.words }}
      selects={[
        {
          name: 'role',
          label: m.access_role(),
          options: roles.map((role) => ({ value: role, label: roleWords[role].name() })),
          value: asked.role,
          empty: m.access_any_role(),
        },
        {
          name: 'service',
          label: m.access_department(),
          options: departments.map(({ id, name }) => ({ value: id, label: name })),
          value: asked.department,
          empty: m.access_any_department(),
        },
      ]}
      active={[
        ...(asked.role
          ? [
              {
                label: roleWords[asked.role].name(),
                withoutHref: urls.adminAccess({ ...keep, role: undefined }),
              },
            ]
          : []),
        ...(department
          ? [
              {
                label: department.name,
                withoutHref: urls.adminAccess({ ...keep, service: undefined }),
              },
            ]
          : []),
        ...(asked.words
          ? [
              {
                label: `« ${asked.words} »`,
                withoutHref: urls.adminAccess({ ...keep, q: undefined }),
              },
            ]
          : []),
      ]}
      clearHref={urls.adminAccess()}
    />
  );
}

function rowOf(grant: GrantedRole, { places, ownId }: Props) {
  return {
    person: (
      <>
        <bdi>{grant.name}</bdi>
        <br />
        <span class="hint">
          <bdi>{grant.email}</bdi>
        </span>
      </>
    ),
    role: <RoleScope grant={grant} places={places} />,
    until: grant.endsAt ? lastDayOf(grant.endsAt) : m.access_without_end(),
    factor: (
      <div>
        <FactorState grant={grant} /> <FactorHelp grant={grant} ownId={ownId} />
      </div>
    ),
    action: (
      <ButtonLink
        kind="secondary"
        size="small"
        href={urls.adminGrant({ grant: grant.id })}
        about={m.access_change_about({ role: roleWords[grant.role].name(), name: grant.name })}
      >
        {m.access_change()}
      </ButtonLink>
    ),
  };
}

/** The role with what it is for: « Agent·e d’un service · Voirie · référent·e ». */
export function RoleScope({
  grant,
  places,
}: {
  grant: Pick<GrantedRole, 'role' | 'editionId' | 'departmentId' | 'isReferent'>;
  places: Places;
}) {
  const scope = [
    grant.departmentId && places.departments.get(grant.departmentId),
    // never as a role of the whole organisation
    grant.editionId && (places.editions.get(grant.editionId) ?? m.setup_fact_edition_gone()),
    grant.isReferent && m.access_referent(),
  ].filter((words) => typeof words === 'string');
  return (
    <div>
      {roleWords[grant.role].name()}
      {scope.length > 0 && (
        <>
          <br />
          <span class="hint">
            <bdi>{scope.join(' · ')}</bdi>
          </span>
        </>
      )}
    </div>
  );
}

/** Agents and ambassadors need none: that they have none is no warning. */
function FactorState({ grant }: { grant: GrantedRole }) {
  if (grant.hasFactor) return <StateBadge tone="success">{m.factor_state_on()}</StateBadge>;
  if (!isRoleWithFactor(grant.role)) return <span class="hint">{m.access_factor_unneeded()}</span>;
  return <StateBadge tone="warning">{m.factor_state_off()}</StateBadge>;
}

function FactorHelp({ grant, ownId }: { grant: GrantedRole; ownId: string }) {
  if (grant.personId === ownId)
    return <a href={urls.accountFactors()}>{m.factor_access_yours()}</a>;
  if (!grant.hasFactor) return null;
  return (
    <a
      href={urls.adminResetFactors({ person: grant.personId })}
      aria-label={`${m.factor_access_reset()} ${m.factor_access_reset_about({ nickname: grant.nickname })}`}
    >
      {m.factor_access_reset()}
    </a>
  );
}

/** They gave up their role, or never had one, and may still lose what they sign in with. */
function WithoutRole({ people }: { people: readonly Protected[] }) {
  return (
    <Section title={m.access_protected()} lead={m.access_protected_lead()}>
      <List>
        {people.map(({ personId, nickname, name }) => (
          <p key={personId}>
            <bdi>{name}</bdi> (<bdi>{nickname}</bdi>){' '}
            <a
              href={urls.adminResetFactors({ person: personId })}
              aria-label={`${m.factor_access_reset()} ${m.factor_access_reset_about({ nickname })}`}
            >
              {m.factor_access_reset()}
            </a>
          </p>
        ))}
      </List>
    </Section>
  );
}
