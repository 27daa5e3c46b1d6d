import type { VNode } from 'preact';
import * as m from '../../../paraglide/messages.js';
import { getLocale } from '../../../paraglide/runtime.js';
import { ErrorSummary, type Problems } from '../../../ui/form.tsx';
import { formatDate } from '../../../ui/format.ts';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Prose } from '../../../ui/text.tsx';
import { Workbench } from '../../../ui/workbench.tsx';
import { Attachments } from '../../ideas/index.page.ts';
import type { Idea } from '../../ideas/index.ts';
import type { Department } from '../../organisations/index.ts';
import { categoryLook } from '../../spaces/index.page.ts';
import type { Edition } from '../../spaces/index.ts';
import { FIGURES, type Figure } from './figures.ts';
import { type ClosedOpinion, isFeasibility, isVerdict, type Opinion } from './opinion.ts';
import { sayTheirs } from './study-conflict.page.ts';
import { OpinionForm } from './task-form.page.tsx';
import { OpinionRead, OtherOpinions } from './task-read.page.tsx';
import { answerWords, closedWords, figureWords, verdictWords } from './words.page.ts';

/** Values as they were typed. */
export interface TypedOpinion extends Record<Figure, string> {
  technical: string;
  legal: string;
  financial: string;
  verdict: string;
  comment: string;
}

export interface TaskProps {
  edition: Edition;
  idea: Idea;
  opinion: Opinion;
  department: Department;
  /** Given by other departments. */
  others: readonly { opinion: Opinion; department: string }[];
  /** Why it can not be given; null: it can. */
  closed: ClosedOpinion | null;
  /** The form is shown; otherwise what was said. */
  open: boolean;
  /** Nickname of who wrote on it last. */
  savedBy: string | null;
  typed: TypedOpinion;
  version: number;
  problems: Problems;
  /** Somebody saved another version meanwhile; `problems` then say what they saved. */
  conflict: boolean;
  acts: readonly VNode[];
  below: readonly VNode[];
}

/** The idea on the left, the department's opinion on the right: one screen on a laptop. */
export function TaskPage(props: TaskProps) {
  const { edition, idea, department, opinion, problems, conflict, closed, open } = props;
  const lang = idea.lang === getLocale() ? undefined : idea.lang;
  const category = categoryLook(edition, idea.categoryId)?.label;
  return (
    <>
      <ErrorSummary
        problems={problems}
        labels={taskLabels()}
        {...(conflict && { title: m.study_conflict_title() })}
      />
      {conflict && <Notice tone="warning">{m.study_conflict_words()}</Notice>}
      <Workbench
        label={m.study_part_idea()}
        subject={
          <>
            <PageHeader
              title={idea.title}
              {...(lang && { lang })}
              kicker={[
                m.study_task_kicker({ department: department.name }),
                ...(open && opinion.state === 'asked'
                  ? [
                      m.study_task_due({
                        date: formatDate(new Date(`${opinion.dueOn}T12:00:00Z`)),
                      }),
                    ]
                  : []),
              ].join(', ')}
              meta={
                <span class="hint">
                  {[
                    m.study_kicker({ number: idea.number }),
                    ...(category ? [category] : []),
                    edition.title,
                  ].join(' · ')}
                </span>
              }
            />
            <Prose text={idea.body} {...(lang && { lang })} />
            <Attachments title={idea.title} attachments={idea.attachments} />
            <OtherOpinions others={props.others} />
          </>
        }
      >
        {closed && <Notice tone="info">{closedWords[closed]()}</Notice>}
        {open ? <OpinionForm {...props} /> : <OpinionRead {...props} />}
        {props.below}
      </Workbench>
    </>
  );
}

/** What the summary calls fields whose words do not say of which they speak. */
const taskLabels = (): Record<string, string> => ({
  technical: m.study_feasible_technically(),
  legal: m.study_feasible_legally(),
  financial: m.study_feasible_financially(),
  verdict: m.study_verdict_of_department(),
  comment: m.study_comment(),
  ...Object.fromEntries(FIGURES.map((figure) => [figure, figureWords[figure]()])),
});

/** What a colleague saved while the form was open, beside each field that differs. */
export function taskConflictWords(typed: TypedOpinion, saved: TypedOpinion): Problems {
  const fields = Object.keys(saved) as (keyof TypedOpinion)[];
  return Object.fromEntries(
    fields
      .filter((field) => typed[field] !== saved[field])
      .map((field) => [field, sayTheirs(sayTyped(saved[field]))]),
  );
}

function sayTyped(value: string): string {
  if (isFeasibility(value)) return answerWords[value]();
  return isVerdict(value) ? verdictWords[value]() : value;
}
