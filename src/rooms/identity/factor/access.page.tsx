import * as m from '../../../paraglide/messages.js';
import { ROLES } from '../../../platform/http/roles.ts';
import { Radios } from '../../../ui/choices.tsx';
import { Field } from '../../../ui/field.tsx';
import {
  ButtonForm,
  ButtonLink,
  ErrorSummary,
  Form,
  type Problems,
  SubmitButton,
} from '../../../ui/form.tsx';
import { Section } from '../../../ui/layout.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Table } from '../../../ui/table.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { urls } from '../../../urls.ts';
import { roleWords } from '../role-words.page.ts';
import type { Holder } from './factor.store.ts';

interface Props {
  holders: readonly Holder[];
  /** Who looks: they change their own factors on their account. */
  ownId: string;
  typed: { email: string; role: string };
  problems: Problems;
}

/** Who has a role, and whether it opens anything. */
export function AccessPage({ holders, ownId, typed, problems }: Props) {
  return (
    <>
      <ErrorSummary problems={problems} />
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
          roles:
            holder.roles.map((role) => roleWords[role].name()).join(', ') ||
            m.factor_access_no_role(),
          state: holder.hasFactor ? (
            <StateBadge tone="success">{m.factor_state_on()}</StateBadge>
          ) : (
            <StateBadge tone="warning">{m.factor_state_off()}</StateBadge>
          ),
          action: (
            <div class="actions">
              {actionOn(holder, ownId)}
              {holder.roles.map((role) => (
                <ButtonForm
                  key={role}
                  kind="quiet"
                  action={urls.adminRevokeRole({ person: holder.personId })}
                  values={{ role }}
                >
                  {m.factor_roles_take({ role: roleWords[role].name() })}
                </ButtonForm>
              ))}
            </div>
          ),
        }))}
      />
      <GiveRole typed={typed} problems={problems} />
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

/** An agent is given a department, on its page. */
const OFFERED = ROLES.filter((role) => role !== 'agent');

export const ROLE_FIELDS = { email: 'courriel', role: 'role' } as const;

function GiveRole({ typed, problems }: Pick<Props, 'typed' | 'problems'>) {
  return (
    <Section title={m.factor_roles_give()} lead={m.factor_roles_lead()}>
      <Form action={urls.adminGrantRole()}>
        <Field
          name={ROLE_FIELDS.email}
          type="email"
          label={m.factor_roles_email()}
          value={typed.email}
          autocomplete="off"
          problems={problems}
          required
        />
        <Radios
          name={ROLE_FIELDS.role}
          label={m.factor_roles_role()}
          value={typed.role}
          problems={problems}
          options={OFFERED.map((role) => ({
            value: role,
            label: roleWords[role].name(),
            hint: roleWords[role].hint(),
          }))}
          required
        />
        <SubmitButton>{m.factor_roles_give_button()}</SubmitButton>
      </Form>
    </Section>
  );
}
