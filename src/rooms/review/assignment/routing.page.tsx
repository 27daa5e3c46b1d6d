import * as m from '../../../paraglide/messages.js';
import { Checkbox } from '../../../ui/choices.tsx';
import { Field, Select } from '../../../ui/field.tsx';
import {
  ButtonLink,
  ErrorSummary,
  Fieldset,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../../ui/form.tsx';
import { Column, Section } from '../../../ui/layout.tsx';
import { EmptyState } from '../../../ui/list.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import type { Agent } from '../../identity/index.ts';
import type { Department } from '../../organisations/index.ts';
import type { Edition } from '../../spaces/index.ts';
import { type AddedDepartment, DepartmentPeople } from './departments.page.tsx';
import { listSilent, listUnrouted } from './service-gaps.ts';
import { departmentOptions, sayDay, studyCrumbs } from './words.page.tsx';

/** The form as it was typed: by id of category, the id of a department or ''. */
export interface TypedRouting {
  departments: ReadonlyMap<string, string>;
  automatic: boolean;
  delay: string;
}

export interface ServicesProps {
  edition: Edition;
  /** Open ones, and closed ones that a category still goes to. */
  departments: readonly Department[];
  agents: readonly Agent[];
  /** Addresses of those who have not answered yet, by id of department. */
  invited: ReadonlyMap<string, readonly string[]>;
  /** One more department, as it was typed. */
  added: AddedDepartment;
  typed: TypedRouting;
  problems: Problems;
  mark: string;
  conflict: boolean;
  /** Ideas that nobody studies. */
  unassigned: number;
  /** The day that a department would be given today, `YYYY-MM-DD`. */
  usualDay: string;
}

export const fieldOf = (category: { slug: string }) => `service-${category.slug}`;

/** Who studies what in an edition: the department of each category, and who is written to (R36). */
export function ServicesPage(props: ServicesProps) {
  const { edition, departments, typed, problems, conflict, unassigned } = props;
  const at = { edition: edition.slug };
  const open = departments.filter(({ closedAt }) => closedAt === null);
  return (
    <>
      <PageHeader
        title={m.assign_services_title()}
        lead={m.assign_services_lead()}
        breadcrumb={studyCrumbs(edition, { list: false })}
        actions={
          <ButtonLink kind="secondary" href={urls.adminStudy(at)}>
            {m.assign_list_title()}
          </ButtonLink>
        }
      />
      <Column>
        <ErrorSummary problems={problems} {...(conflict && { title: m.assign_conflict_title() })} />
        {open.length === 0 ? (
          <EmptyState icon="citizens" title={m.assign_services_none_title()}>
            <p>{m.assign_services_none()}</p>
          </EmptyState>
        ) : (
          <>
            <RoutingWarnings {...props} />
            <RoutingForm {...props} />
          </>
        )}
        {unassigned > 0 && typed.departments.size > 0 && (
          <Section
            title={m.assign_unassigned_title({ count: unassigned })}
            lead={m.assign_unassigned_lead()}
          >
            <p>
              <ButtonLink
                kind="secondary"
                href={urls.adminAssign(at, {
                  choix: 'liste',
                  etat: 'sans-service',
                  confier: 'categorie',
                })}
              >
                {m.assign_unassigned_route()}
              </ButtonLink>
            </p>
          </Section>
        )}
      </Column>
      <DepartmentPeople {...props} />
    </>
  );
}

/** What would leave an idea without anybody: said before it happens. */
export function RoutingWarnings({ edition, departments, agents, invited, typed }: ServicesProps) {
  const services = {
    categories: edition.categories,
    departments: departments.filter(({ closedAt }) => closedAt === null),
    staffed: new Set([...agents.map(({ departmentId }) => departmentId), ...invited.keys()]),
    routing: typed,
  };
  const without = listUnrouted(services);
  const silent = listSilent(services);
  return (
    <>
      {without.length > 0 && (
        <Notice tone="warning" title={m.assign_without_title({ count: without.length })}>
          <p>{without.map(({ name }) => name).join(' · ')}</p>
          <p>{m.assign_without_words()}</p>
        </Notice>
      )}
      {silent.length > 0 && (
        <Notice tone="warning" title={m.assign_silent_title({ count: silent.length })}>
          <p>{silent.map(({ name }) => name).join(' · ')}</p>
          <p>{m.assign_silent_words()}</p>
        </Notice>
      )}
    </>
  );
}

function RoutingForm(props: ServicesProps) {
  return (
    <Form action={urls.adminServices({ edition: props.edition.slug })}>
      <Hidden name="mark" value={props.mark} />
      <RoutingFields {...props} />
      <p>
        <SubmitButton>{m.assign_routing_save()}</SubmitButton>
      </p>
    </Form>
  );
}

/** The department of each category, and how ideas come to it. */
export function RoutingFields({ edition, departments, typed, problems, usualDay }: ServicesProps) {
  return (
    <>
      <Fieldset legend={m.assign_routing_legend()} hint={m.assign_routing_hint()} id="repartition">
        {edition.categories.map((category) => (
          <Select
            key={category.id}
            name={fieldOf(category)}
            label={category.name}
            options={[
              ...departmentOptions(departments),
              ...departments
                .filter(
                  ({ id, closedAt }) =>
                    closedAt !== null && id === typed.departments.get(category.id),
                )
                .map(({ id, name }) => ({ value: id, label: m.assign_closed_name({ name }) })),
            ]}
            value={typed.departments.get(category.id)}
            empty={m.assign_routing_nobody()}
            width="medium"
            problems={problems}
          />
        ))}
      </Fieldset>
      <Checkbox
        name="automatique"
        label={m.assign_automatic()}
        hint={m.assign_automatic_hint()}
        checked={typed.automatic}
        problems={problems}
      />
      <Field
        name="delai"
        label={m.assign_delay()}
        hint={m.assign_delay_hint({ date: sayDay(usualDay) })}
        value={typed.delay}
        inputMode="numeric"
        width="short"
        suffix={m.assign_days_unit()}
        problems={problems}
      />
    </>
  );
}
