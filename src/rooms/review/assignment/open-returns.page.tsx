import * as m from '../../../paraglide/messages.js';
import { Select } from '../../../ui/field.tsx';
import { Form, Hidden, SubmitButton } from '../../../ui/form.tsx';
import { Actions, Section } from '../../../ui/layout.tsx';
import { List } from '../../../ui/list.tsx';
import { urls } from '../../../urls.ts';
import type { Department } from '../../organisations/index.ts';
import type { Edition } from '../../spaces/index.ts';
import type { AssignedIdea, Assignment } from './assignment.ts';
import { departmentOptions, nameOf, sayDay, typeDay } from './words.page.tsx';

interface Props {
  edition: Edition;
  returns: readonly (Assignment & AssignedIdea)[];
  /** Ideas given back in all: the oldest are shown here. */
  all: number;
  departments: readonly Department[];
  usualDay: string;
}

/** What departments gave back, on top of the list: given to another in one act, their suggestion filled in. */
export function OpenReturns({ edition, returns, all, departments, usualDay }: Props) {
  const at = { edition: edition.slug };
  return (
    <Section
      title={m.assign_returns_title({ count: all })}
      lead={m.assign_returns_lead({ date: sayDay(usualDay) })}
    >
      <List>
        {returns.map((one) => (
          <article key={one.id} class="stack">
            <p>
              <a href={urls.adminOpinion({ ...at, opinion: one.id })}>
                {m.assign_number({ number: one.number })} <bdi lang={one.lang}>{one.title}</bdi>
              </a>
            </p>
            <p>
              <strong>
                <bdi>{nameOf(departments, one.departmentId)}</bdi>
              </strong>{' '}
              · <bdi>{one.returnComment}</bdi>
            </p>
            <ReassignForm at={at} one={one} departments={departments} usualDay={usualDay} />
          </article>
        ))}
      </List>
      {all > returns.length && (
        <p>
          <a href={urls.adminStudy(at, { etat: 'rendues' })}>{m.assign_returns_all()}</a>
        </p>
      )}
    </Section>
  );
}

function ReassignForm(props: {
  at: { edition: string };
  one: Assignment & AssignedIdea;
  departments: readonly Department[];
  usualDay: string;
}) {
  const { at, one, departments, usualDay } = props;
  const here = { ...at, opinion: one.id };
  const due = typeDay(usualDay);
  const about = m.assign_about_idea({ number: one.number });
  return (
    <Form action={urls.adminReassign(here)} label={about}>
      <Hidden name="echeance-day" value={due.day} />
      <Hidden name="echeance-month" value={due.month} />
      <Hidden name="echeance-year" value={due.year} />
      <Select
        name="confier"
        id={`confier-${one.id}`}
        label={m.assign_returns_to()}
        options={departmentOptions(departments.filter(({ id }) => id !== one.departmentId))}
        value={one.suggestedDepartmentId ?? undefined}
        empty
        width="medium"
      />
      <Actions>
        <SubmitButton kind="secondary" about={about}>
          {m.assign_give()}
        </SubmitButton>
        <SubmitButton kind="quiet" formAction={urls.adminCloseReturn(here)} about={about}>
          {m.assign_close_return()}
        </SubmitButton>
      </Actions>
    </Form>
  );
}
