import * as m from '../../../paraglide/messages.js';
import { Checkbox } from '../../../ui/choices.tsx';
import { Field } from '../../../ui/field.tsx';
import {
  ButtonForm,
  ErrorSummary,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../../ui/form.tsx';
import { Actions, Column, Section } from '../../../ui/layout.tsx';
import { EmptyState } from '../../../ui/list.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Table } from '../../../ui/table.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { urls } from '../../../urls.ts';
import { PERSON_FIELDS } from '../../identity/index.page.ts';
import type { GrantedRole, Invitation } from '../../identity/index.ts';
import type { Department } from '../../organisations/index.ts';
import { lastDayOf, ROLE_FIELDS } from '../access/role-fields.page.tsx';

export const DEPARTMENT_FIELDS = { name: 'intitule', email: 'adresse' } as const;

export interface TypedDepartment {
  name: string;
  email: string;
}

const breadcrumb = () => [
  { label: m.admin_title(), href: urls.admin() },
  { label: m.access_departments_title(), href: urls.adminDepartments() },
];

export function NewDepartmentPage({
  typed,
  problems,
}: {
  typed: TypedDepartment;
  problems: Problems;
}) {
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.access_department_add()}
        lead={m.access_department_add_lead()}
        breadcrumb={breadcrumb()}
      />
      <Form action={urls.adminNewDepartment()}>
        <DepartmentFields typed={typed} problems={problems} />
        <SubmitButton size="large">{m.access_department_add_submit()}</SubmitButton>
      </Form>
    </Column>
  );
}

function DepartmentFields({ typed, problems }: { typed: TypedDepartment; problems: Problems }) {
  return (
    <>
      <Field
        name={DEPARTMENT_FIELDS.name}
        label={m.access_department_name()}
        value={typed.name}
        autocomplete="off"
        problems={problems}
        required
      />
      <Field
        name={DEPARTMENT_FIELDS.email}
        type="email"
        label={m.access_department_email()}
        hint={m.access_department_email_hint()}
        value={typed.email}
        autocomplete="off"
        problems={problems}
      />
    </>
  );
}

interface Props {
  department: Department;
  agents: readonly GrantedRole[];
  /** Agents who have been asked to make an account. */
  waiting: readonly Invitation[];
  typed: TypedDepartment;
  /** What was typed to add an agent. */
  agent: { email: string; name: string; referent: string };
  mark: string;
  problems: Problems;
  conflict: boolean;
}

/** One service: its name, and who works in it. */
export function DepartmentPage(props: Props) {
  const { department, typed, mark, problems, conflict } = props;
  const at = { department: department.id };
  const isOpen = department.closedAt === null;
  const lacksReferent = isOpen && !props.agents.some(({ isReferent }) => isReferent);
  return (
    <Column>
      <ErrorSummary problems={problems} {...(conflict && { title: m.access_conflict() })} />
      <PageHeader
        title={department.name}
        breadcrumb={breadcrumb()}
        {...(!isOpen && {
          meta: <StateBadge icon="lock">{m.access_department_is_closed()}</StateBadge>,
        })}
      />
      {lacksReferent && (
        <Notice tone="warning" title={m.access_referent_none()}>
          {m.access_referent_none_words()}
        </Notice>
      )}
      <Agents {...props} />
      {isOpen && <AddAgent {...props} />}
      <Section title={m.access_department_change()}>
        <Form action={urls.adminDepartment(at)}>
          <Hidden name="mark" value={mark} />
          <DepartmentFields typed={typed} problems={problems} />
          <SubmitButton>{m.access_save()}</SubmitButton>
        </Form>
      </Section>
      {isOpen ? (
        <Section title={m.access_department_close()} lead={m.access_department_close_lead()}>
          <ButtonForm kind="danger" action={urls.adminCloseDepartment(at)}>
            {m.access_department_close()}
          </ButtonForm>
        </Section>
      ) : (
        <Section title={m.access_department_reopen()} lead={m.access_department_reopen_lead()}>
          <ButtonForm kind="secondary" action={urls.adminReopenDepartment(at)}>
            {m.access_department_reopen()}
          </ButtonForm>
        </Section>
      )}
    </Column>
  );
}

function Agents({ department, agents, waiting }: Props) {
  const at = { department: department.id };
  if (agents.length === 0 && waiting.length === 0)
    return (
      <EmptyState icon="user" title={m.access_agents_empty_title()}>
        <p>{m.access_agents_empty()}</p>
      </EmptyState>
    );
  return (
    <Section title={m.access_agents()}>
      <Table
        caption={m.access_agents()}
        captionHidden
        columns={[
          { key: 'person', label: m.access_person() },
          { key: 'state', label: m.access_agent_place() },
          { key: 'action', label: m.access_action() },
        ]}
        rows={[
          ...agents.map((agent) => ({
            person: <PersonLines name={agent.name} email={agent.email} />,
            state: (
              <div>
                {agent.isReferent ? (
                  <StateBadge tone="success">{m.access_referent()}</StateBadge>
                ) : (
                  m.access_agent()
                )}
                {agent.endsAt && (
                  <>
                    <br />
                    <span class="hint">{m.access_until_day({ day: lastDayOf(agent.endsAt) })}</span>
                  </>
                )}
              </div>
            ),
            action: (
              <Actions>
                <ButtonForm
                  kind="secondary"
                  size="small"
                  action={urls.adminReferent({ ...at, grant: agent.id })}
                  values={{ [ROLE_FIELDS.referent]: agent.isReferent ? 'non' : 'oui' }}
                  about={agent.name}
                >
                  {agent.isReferent ? m.access_referent_stop() : m.access_referent_make()}
                </ButtonForm>
                <ButtonForm
                  kind="quiet"
                  size="small"
                  action={urls.adminRemoveAgent({ ...at, grant: agent.id })}
                  about={agent.name}
                >
                  {m.access_agent_remove()}
                </ButtonForm>
              </Actions>
            ),
          })),
          ...waiting.map((one) => ({
            person: <PersonLines name={one.name} email={one.email} />,
            state: (
              <StateBadge tone={one.isOver ? 'warning' : 'neutral'}>
                {one.isOver ? m.access_invitation_over() : m.access_invitation_waits()}
              </StateBadge>
            ),
            action: '–',
          })),
        ]}
      />
    </Section>
  );
}

function PersonLines({ name, email }: { name: string; email: string }) {
  return (
    <>
      <bdi>{name || email}</bdi>
      {name && (
        <>
          <br />
          <span class="hint">
            <bdi>{email}</bdi>
          </span>
        </>
      )}
    </>
  );
}

function AddAgent({ department, agent, problems }: Props) {
  return (
    <Section title={m.access_agent_add()} lead={m.access_agent_add_lead()}>
      <Form action={urls.adminAddAgent({ department: department.id })}>
        <Field
          name={PERSON_FIELDS.email}
          type="email"
          label={m.access_email()}
          value={agent.email}
          autocomplete="off"
          problems={problems}
          required
        />
        <Field
          name={PERSON_FIELDS.name}
          label={m.access_name()}
          hint={m.access_name_hint()}
          value={agent.name}
          autocomplete="off"
          problems={problems}
        />
        <Checkbox
          name={ROLE_FIELDS.referent}
          label={m.access_referent_label()}
          hint={m.access_referent_hint()}
          checked={agent.referent === 'oui'}
          problems={problems}
        />
        <SubmitButton>{m.access_agent_add_submit()}</SubmitButton>
      </Form>
    </Section>
  );
}
