import * as m from '../../../paraglide/messages.js';
import { Field } from '../../../ui/field.tsx';
import { Fieldset, Form, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { Section } from '../../../ui/layout.tsx';
import { LongList } from '../../../ui/long-list.tsx';
import { Table } from '../../../ui/table.tsx';
import { urls } from '../../../urls.ts';
import type { Agent } from '../../identity/index.ts';
import type { Department } from '../../organisations/index.ts';
import type { Edition } from '../../spaces/index.ts';
import { nameOf } from './words.page.tsx';

/** Fields of a department that is declared from here. */
export const ADDED_FIELDS = { name: 'nouveau-service', email: 'referent' } as const;

export interface AddedDepartment {
  name: string;
  email: string;
}

interface Props {
  edition: Edition;
  departments: readonly Department[];
  agents: readonly Agent[];
  /** Addresses of those who have not answered yet, by id of department. */
  invited: ReadonlyMap<string, readonly string[]>;
  added: AddedDepartment;
  problems: Problems;
}

/** Departments, who of each is written to, and one more. */
export function DepartmentPeople(props: Props) {
  const { departments, agents, invited } = props;
  return (
    <Section
      title={m.assign_people_title()}
      lead={m.assign_people_lead()}
      action={<a href={urls.adminDepartments()}>{m.assign_people_manage()}</a>}
    >
      {departments.length > 0 && (
        <LongList
          items={departments}
          wrap={(some) => (
            <Table
              caption={m.assign_people_title()}
              captionHidden
              columns={[
                { key: 'name', label: m.assign_department() },
                { key: 'people', label: m.assign_people_written() },
              ]}
              rows={some.map((department) => ({
                name: (
                  <a href={urls.adminDepartment({ department: department.id })}>
                    <bdi>{nameOf(departments, department.id)}</bdi>
                  </a>
                ),
                people: (
                  <Written
                    department={department}
                    agents={agents}
                    invited={invited.get(department.id) ?? []}
                  />
                ),
              }))}
            />
          )}
        />
      )}
      <AddDepartment {...props} />
    </Section>
  );
}

/** A department and its referent, without leaving what one is doing. */
function AddDepartment({ edition, added, problems }: Props) {
  return (
    <Form
      action={urls.adminAddService({ edition: edition.slug })}
      label={m.assign_add_title()}
      id="ajouter"
    >
      <Fieldset legend={m.assign_add_title()}>
        <Field
          name={ADDED_FIELDS.name}
          label={m.assign_add_name()}
          value={added.name}
          width="medium"
          problems={problems}
        />
        <Field
          name={ADDED_FIELDS.email}
          type="email"
          label={m.assign_add_referent()}
          hint={m.assign_add_referent_hint()}
          value={added.email}
          width="medium"
          problems={problems}
        />
      </Fieldset>
      <p>
        <SubmitButton kind="secondary">{m.assign_add_submit()}</SubmitButton>
      </p>
    </Form>
  );
}

function Written({
  department,
  agents,
  invited,
}: {
  department: Department;
  agents: readonly Agent[];
  invited: readonly string[];
}) {
  const own = agents.filter(({ departmentId }) => departmentId === department.id);
  const referents = own.filter(({ isReferent }) => isReferent);
  const written = referents.length > 0 ? referents : own;
  if (department.closedAt !== null) return <>{m.assign_people_closed()}</>;
  if (written.length === 0 && invited.length > 0)
    return (
      <span>
        <bdi>{invited.join(', ')}</bdi> <span class="hint">{m.assign_people_invited()}</span>
      </span>
    );
  if (written.length === 0) return <>{department.email || m.assign_people_nobody()}</>;
  return (
    <span>
      <bdi>{written.map(({ name, nickname }) => name || nickname).join(', ')}</bdi>{' '}
      <span class="hint">
        {referents.length > 0
          ? m.assign_people_referents({ count: referents.length })
          : m.assign_people_all_agents()}
      </span>
    </span>
  );
}
