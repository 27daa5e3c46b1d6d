import * as m from '../../../paraglide/messages.js';
import { ButtonForm, ButtonLink } from '../../../ui/form.tsx';
import { formatDate } from '../../../ui/format.ts';
import { Actions } from '../../../ui/layout.tsx';
import { EmptyState, Pagination } from '../../../ui/list.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Table } from '../../../ui/table.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { urls } from '../../../urls.ts';
import type { Invitation } from '../../identity/index.ts';
import { type Places, RoleScope } from './access.page.tsx';
import { lastDayOf } from './role-fields.page.tsx';

interface Props {
  invitations: readonly Invitation[];
  places: Places;
  /** Days that a link is good for. */
  days: number;
  nextHref: string | undefined;
  /** Why a mail could not be sent again. */
  refused?: string | undefined;
}

/** Who was asked to make an account and has not yet. */
export function InvitationsPage({ invitations, places, days, nextHref, refused }: Props) {
  return (
    <>
      <PageHeader
        title={m.access_invitations_title()}
        lead={m.access_invitations_lead({ days })}
        breadcrumb={[
          { label: m.admin_title(), href: urls.admin() },
          { label: m.access_title(), href: urls.adminAccess() },
        ]}
        actions={
          <>
            <ButtonLink icon="plus" href={urls.adminGrantRole()}>
              {m.access_invite_one()}
            </ButtonLink>
            <ButtonLink kind="secondary" href={urls.adminInviteMany()}>
              {m.access_many_link()}
            </ButtonLink>
          </>
        }
      />
      {refused && <Notice tone="warning">{refused}</Notice>}
      {invitations.length === 0 ? (
        <EmptyState icon="mail" title={m.access_invitations_empty_title()}>
          <p>{m.access_invitations_empty()}</p>
        </EmptyState>
      ) : (
        <Table
          caption={m.access_invitations_title()}
          captionHidden
          columns={[
            { key: 'person', label: m.access_person() },
            { key: 'role', label: m.access_role() },
            { key: 'sent', label: m.access_sent() },
            { key: 'action', label: m.access_action() },
          ]}
          rows={invitations.map((invitation) => rowOf(invitation, places))}
        />
      )}
      <Pagination nextHref={nextHref} />
    </>
  );
}

function rowOf(invitation: Invitation, places: Places) {
  const at = { invitation: invitation.id };
  return {
    person: (
      <>
        <bdi>{invitation.name || invitation.email}</bdi>
        {invitation.name && (
          <>
            <br />
            <span class="hint">
              <bdi>{invitation.email}</bdi>
            </span>
          </>
        )}
      </>
    ),
    role: (
      <div>
        {invitation.roles.map((role) => (
          <div key={`${role.role} ${role.departmentId} ${role.editionId}`}>
            <RoleScope grant={role} places={places} />
            {role.endsAt && (
              <span class="hint">{m.access_until_day({ day: lastDayOf(role.endsAt) })}</span>
            )}
          </div>
        ))}
      </div>
    ),
    sent: (
      <div>
        {formatDate(invitation.sentAt, 'day')}
        {invitation.isOver && (
          <>
            <br />
            <StateBadge tone="warning">{m.access_invitation_over()}</StateBadge>
          </>
        )}
      </div>
    ),
    action: (
      <Actions>
        <ButtonForm
          kind="secondary"
          size="small"
          action={urls.adminRenewInvitation(at)}
          about={m.access_invitation_about({ email: invitation.email })}
        >
          {m.access_invitation_renew()}
        </ButtonForm>
        <ButtonForm
          kind="quiet"
          size="small"
          action={urls.adminWithdrawInvitation(at)}
          about={m.access_invitation_about({ email: invitation.email })}
        >
          {m.access_invitation_withdraw()}
        </ButtonForm>
      </Actions>
    ),
  };
}
