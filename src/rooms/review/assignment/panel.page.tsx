import * as m from '../../../paraglide/messages.js';
import { Form, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { Section } from '../../../ui/layout.tsx';
import { List } from '../../../ui/list.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { urls } from '../../../urls.ts';
import type { Department } from '../../organisations/index.ts';
import type { Edition } from '../../spaces/index.ts';
import { AskFields, type TypedAsk } from './ask-fields.page.tsx';
import type { Assignment } from './assignment.ts';
import { DueBadge, nameOf, opinionLooks, sayDay } from './words.page.tsx';

/** What the panel shows, as `loadAssignmentPanel` reads it. */
export interface AssignmentPanelProps {
  edition: Edition;
  idea: { id: string; number: number };
  assignments: readonly Assignment[];
  departments: readonly Department[];
  today: string;
  typed: TypedAsk;
  problems: Problems;
  /** Whether the reader may ask; others see who was. */
  mayAct: boolean;
}

/** On the file of an idea: which departments were asked, and one more to ask. */
export function AssignmentPanel(props: AssignmentPanelProps) {
  const { edition, idea, assignments, departments, today, typed, problems, mayAct } = props;
  const at = { edition: edition.slug };
  const free = departments.filter(
    ({ id }) => !assignments.some((one) => one.departmentId === id && one.state !== 'returned'),
  );
  return (
    <Section title={m.assign_panel_title()} id="services">
      {assignments.length === 0 ? (
        <p>{m.assign_panel_empty()}</p>
      ) : (
        <List label={m.assign_panel_title()}>
          {assignments.map(({ id, departmentId, state, dueOn }) => (
            <p key={id} class="office-step">
              {mayAct ? (
                <a href={urls.adminOpinion({ ...at, opinion: id })}>
                  <bdi>{nameOf(departments, departmentId)}</bdi>
                </a>
              ) : (
                <bdi>{nameOf(departments, departmentId)}</bdi>
              )}{' '}
              {state === 'asked' ? (
                <>
                  <DueBadge dueOn={dueOn} today={today} />{' '}
                  <span class="hint">{m.assign_until({ date: sayDay(dueOn) })}</span>
                </>
              ) : (
                <StateBadge tone={opinionLooks[state].tone}>
                  {opinionLooks[state].words()}
                </StateBadge>
              )}
            </p>
          ))}
        </List>
      )}
      {mayAct && free.some(({ closedAt }) => closedAt === null) && (
        <Form action={urls.adminAskIdea({ ...at, idea: idea.number })} label={m.assign_ask_title()}>
          <AskFields departments={free} typed={typed} problems={problems} prefix="avis-" />
          <p>
            <SubmitButton kind="secondary">{m.assign_panel_ask()}</SubmitButton>
          </p>
        </Form>
      )}
    </Section>
  );
}
