import * as m from '../../../paraglide/messages.js';
import { ButtonLink } from '../../../ui/form.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Table } from '../../../ui/table.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { urls } from '../../../urls.ts';
import type { Holder } from './factor.store.ts';

interface Props {
  holders: readonly Holder[];
  /** Who looks: they change their own factors on their account. */
  ownId: string;
}

/** Who has a role, and whether it opens anything. */
export function AccessPage({ holders, ownId }: Props) {
  return (
    <>
      <PageHeader
        title={m.factor_access_title()}
        lead={m.factor_access_lead()}
        breadcrumb={[{ label: m.admin_title(), href: urls.admin() }]}
      />
      <Table
        caption={m.factor_access_title()}
        captionHidden
        columns={[
          { key: 'person', label: m.factor_access_person() },
          { key: 'roles', label: m.factor_access_roles() },
          { key: 'state', label: m.factor_access_state() },
          { key: 'action', label: m.factor_access_action() },
        ]}
        rows={holders.map((holder) => ({
          person: (
            <>
              <bdi>{holder.nickname}</bdi>
              <br />
              <span class="hint">
                <bdi>{holder.name}</bdi>
              </span>
            </>
          ),
          roles: holder.roles.map(roleWords).join(', ') || m.factor_access_no_role(),
          state: holder.hasFactor ? (
            <StateBadge tone="success">{m.factor_state_on()}</StateBadge>
          ) : (
            <StateBadge tone="warning">{m.factor_state_off()}</StateBadge>
          ),
          action: actionOn(holder, ownId),
        }))}
      />
    </>
  );
}

function actionOn({ personId, nickname, hasFactor }: Holder, ownId: string) {
  if (personId === ownId) return <a href={urls.accountFactors()}>{m.factor_access_yours()}</a>;
  if (!hasFactor) return '–';
  return (
    <ButtonLink
      kind="secondary"
      size="small"
      href={urls.adminResetFactors({ person: personId })}
      about={m.factor_access_reset_about({ nickname })}
    >
      {m.factor_access_reset()}
    </ButtonLink>
  );
}

function roleWords(role: Holder['roles'][number]): string {
  return role === 'administrator' ? m.factor_role_administrator() : m.factor_role_officer();
}
