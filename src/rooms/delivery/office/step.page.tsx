import * as m from '../../../paraglide/messages.js';
import { DateField } from '../../../ui/date-field.tsx';
import { Field, TextArea } from '../../../ui/field.tsx';
import { ErrorSummary, Form, Hidden, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { Column } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import { LONGEST_STEP } from '../advance.ts';
import type { Stage } from '../realisation.ts';
import { sayDay, stageWords } from '../stage.page.tsx';
import { sayTheirs } from './words.page.ts';

export interface TypedDay {
  day: string;
  month: string;
  year: string;
}

export interface TypedStep {
  title: string;
  description: string;
  planned: TypedDay;
  done: TypedDay;
}

interface Props {
  at: { edition: string; project: number };
  project: string;
  stage: Stage;
  typed: TypedStep;
  /** Of what the form was made from. */
  mark: string;
  problems: Problems;
  conflict: boolean;
  breadcrumb: { label: string; href: string }[];
}

/** One step of a realisation: when it is planned, when it was done, what is told of it. */
export function StepPage(props: Props) {
  const { at, project, stage, typed, mark, problems, conflict, breadcrumb } = props;
  return (
    <Column>
      <ErrorSummary
        problems={problems}
        labels={{
          title: m.deliver_step_title(),
          description: m.deliver_step_description(),
          planned: m.deliver_step_planned(),
          done: m.deliver_step_done(),
        }}
        {...(conflict && { title: m.deliver_conflict_title() })}
      />
      {conflict && <Notice tone="warning">{m.deliver_conflict_words()}</Notice>}
      <PageHeader
        title={m.deliver_step_page({ stage: stageWords[stage]() })}
        kicker={<bdi>{project}</bdi>}
        breadcrumb={breadcrumb}
      />
      <Form action={urls.adminDeliveryStep({ ...at, stage })}>
        <Hidden name="mark" value={mark} />
        <DateField
          name="planned"
          label={m.deliver_step_planned()}
          hint={m.deliver_step_day_hint()}
          value={typed.planned}
          problems={problems}
        />
        <DateField
          name="done"
          label={m.deliver_step_done()}
          hint={m.deliver_step_done_hint()}
          value={typed.done}
          problems={problems}
        />
        <Field
          name="title"
          label={m.deliver_step_title()}
          hint={m.deliver_step_title_hint()}
          value={typed.title}
          problems={problems}
          autocomplete="off"
        />
        <TextArea
          name="description"
          label={m.deliver_step_description()}
          hint={m.deliver_step_description_hint()}
          value={typed.description}
          limit={LONGEST_STEP.description}
          problems={problems}
        />
        <SubmitButton size="large">{m.deliver_step_save()}</SubmitButton>
      </Form>
    </Column>
  );
}

/** What somebody else saved while the form was open, beside each field that differs. */
export function stepConflictWords(
  mine: TypedStep,
  theirs: TypedStep,
  saved: {
    plannedOn: string | null;
    plannedIsMonth: boolean;
    doneOn: string | null;
    doneIsMonth: boolean;
  },
): Problems {
  const words: Problems = {};
  const differs = (one: TypedDay, other: TypedDay) =>
    (['day', 'month', 'year'] as const).some((part) => Number(one[part]) !== Number(other[part]));
  if (differs(mine.planned, theirs.planned))
    words.planned = sayTheirs(
      saved.plannedOn === null ? '' : sayDay(saved.plannedOn, saved.plannedIsMonth),
    );
  if (differs(mine.done, theirs.done))
    words.done = sayTheirs(saved.doneOn === null ? '' : sayDay(saved.doneOn, saved.doneIsMonth));
  for (const field of ['title', 'description'] as const)
    if (mine[field] !== theirs[field]) words[field] = sayTheirs(theirs[field]);
  return words;
}
