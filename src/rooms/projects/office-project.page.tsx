import * as m from '../../paraglide/messages.js';
import { Field, Select, TextArea } from '../../ui/field.tsx';
import {
  ButtonForm,
  ErrorSummary,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../ui/form.tsx';
import { formatMoney, formatNumber } from '../../ui/format.ts';
import { Column, Section } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { DescriptionList } from '../../ui/table.tsx';
import { Money, Prose } from '../../ui/text.tsx';
import { urls } from '../../urls.ts';
import { findCategory, numberedSegment } from '../spaces/index.page.ts';
import type { Edition } from '../spaces/index.ts';
import { officeCrumbs } from './office-crumbs.page.ts';
import {
  HIGHEST_COST,
  LONGEST,
  type Project,
  type ProjectField,
  type ProjectRefusal,
} from './project.ts';

/** Values as they were typed. */
export interface TypedProject {
  title: string;
  summary: string;
  categoryId: string;
  cost: string;
  place: string;
  /** Numbers of the ideas it comes from: « 12, 45 ». */
  ideas: string;
}

type FormRefusal =
  | ProjectRefusal
  | 'no-amount'
  | 'not-an-amount'
  | 'negative-amount'
  | 'amount-too-large'
  | 'not-numbers'
  | 'too-many-ideas'
  | 'idea-unknown'
  | 'idea-taken'
  | 'list-frozen';

export type ProjectProblems = Partial<Record<ProjectField | 'form', FormRefusal>>;

const words: Record<FormRefusal, (field: string) => string> = {
  missing: m.projects_problem_missing,
  'too-long': (field) =>
    m.projects_problem_too_long({ max: formatNumber(LONGEST[field as keyof typeof LONGEST]) }),
  'unknown-category': m.projects_problem_missing,
  'no-cost': m.projects_problem_no_cost,
  'cost-too-large': () => m.projects_problem_too_large({ max: formatMoney(HIGHEST_COST) }),
  'no-amount': m.projects_problem_no_cost,
  'not-an-amount': m.projects_problem_not_an_amount,
  'negative-amount': m.projects_problem_negative,
  'amount-too-large': () => m.projects_problem_too_large({ max: formatMoney(HIGHEST_COST) }),
  'not-numbers': m.projects_problem_not_numbers,
  'too-many-ideas': m.projects_problem_too_many_ideas,
  'idea-unknown': m.projects_problem_idea_unknown,
  'idea-taken': m.projects_problem_idea_taken,
  'list-frozen': m.projects_refused_frozen,
};

export function projectWords(problems: ProjectProblems): Problems {
  return Object.fromEntries(
    Object.entries(problems).map(([field, refusal]) => [field, words[refusal](field)]),
  );
}

/** What the summary adds to words that several fields share: « Titre : remplissez ce champ. » */
function fieldLabels(): Record<string, string> {
  return {
    title: m.projects_form_title(),
    summary: m.projects_form_summary(),
    categoryId: m.projects_category(),
    place: m.projects_place(),
  };
}

/** What somebody else saved while the form was open, beside each field that differs. */
export function projectConflictWords(typed: TypedProject, saved: TypedProject): Problems {
  return Object.fromEntries(
    (Object.keys(saved) as (keyof TypedProject)[])
      .filter((field) => typed[field] !== saved[field])
      .map((field) => [
        field,
        saved[field] === ''
          ? m.projects_conflict_field_empty()
          : m.projects_conflict_field({ saved: saved[field] }),
      ]),
  );
}

interface FormProps {
  edition: Edition;
  typed: TypedProject;
  problems: Problems;
}

/** A project in the making, out of ideas or from nothing. */
export function NewProjectPage({ edition, typed, problems }: FormProps) {
  const at = { edition: edition.slug };
  return (
    <Column>
      <ErrorSummary problems={problems} labels={fieldLabels()} />
      <PageHeader
        title={m.projects_new_title()}
        lead={typed.ideas === '' ? m.projects_new_lead() : m.projects_new_lead_ideas()}
        breadcrumb={officeCrumbs(edition)}
      />
      <Form action={urls.adminNewProject(at)}>
        <ProjectFields edition={edition} typed={typed} problems={problems} />
        <SubmitButton size="large">{m.projects_new_submit()}</SubmitButton>
      </Form>
    </Column>
  );
}

interface EditProps extends FormProps {
  project: Project;
  mark: string;
  conflict: boolean;
}

export function EditProjectPage({ edition, project, typed, problems, mark, conflict }: EditProps) {
  const at = { edition: edition.slug, project: project.id };
  return (
    <Column>
      <ErrorSummary
        problems={problems}
        labels={fieldLabels()}
        {...(conflict && { title: m.projects_conflict_title() })}
      />
      {conflict && <Notice tone="warning">{m.projects_conflict_words()}</Notice>}
      <PageHeader title={m.projects_edit_title()} breadcrumb={crumbs(edition)} />
      <Form action={urls.adminProject(at)}>
        <Hidden name="mark" value={mark} />
        <ProjectFields edition={edition} typed={typed} problems={problems} />
        <SubmitButton size="large">{m.projects_edit_submit()}</SubmitButton>
      </Form>
      <Section title={m.projects_remove_title()}>
        <p>{m.projects_remove_words()}</p>
        <ButtonForm action={urls.adminRemoveProject(at)} kind="danger" icon="delete">
          {m.projects_remove_submit()}
        </ButtonForm>
      </Section>
    </Column>
  );
}

/** A project of a frozen list: nothing of it can change. */
export function FrozenProjectPage(props: {
  edition: Edition;
  project: Project;
  holder: string | null;
  ideas: readonly { number: number; title: string }[];
}) {
  const { edition, project, holder, ideas } = props;
  const at = { edition: edition.slug };
  return (
    <Column>
      <PageHeader
        title={project.title}
        kicker={m.projects_number({ number: project.number ?? 0 })}
        breadcrumb={crumbs(edition)}
      />
      <Notice tone="info">{m.projects_refused_frozen()}</Notice>
      <DescriptionList
        items={[
          { term: m.projects_cost(), detail: <Money cents={project.cost} /> },
          {
            term: m.projects_category(),
            detail: findCategory(edition, project.categoryId)?.name ?? '–',
          },
          {
            term: m.projects_place(),
            detail: project.place === '' ? '–' : <bdi>{project.place}</bdi>,
          },
          { term: m.projects_holder(), detail: holder === null ? '–' : <bdi>{holder}</bdi> },
          ...ideas.map((idea) => ({
            term: m.projects_from_idea(),
            detail: (
              <a href={urls.idea({ ...at, idea: numberedSegment(idea.number, idea.title) })}>
                {m.projects_mark({ number: idea.number })} <bdi>{idea.title}</bdi>
              </a>
            ),
          })),
        ]}
      />
      <Prose text={project.summary} />
    </Column>
  );
}

function ProjectFields({ edition, typed, problems }: FormProps) {
  return (
    <>
      <Field
        name="ideas"
        label={m.projects_form_ideas()}
        hint={m.projects_form_ideas_hint()}
        value={typed.ideas}
        problems={problems}
        width="medium"
      />
      <Field
        name="title"
        label={m.projects_form_title()}
        value={typed.title}
        problems={problems}
        required
      />
      <TextArea
        name="summary"
        label={m.projects_form_summary()}
        hint={m.projects_form_summary_hint()}
        value={typed.summary}
        problems={problems}
        rows={8}
        limit={LONGEST.summary}
        required
      />
      <Select
        name="categoryId"
        label={m.projects_category()}
        options={edition.categories.map(({ id, name }) => ({ value: id, label: name }))}
        value={typed.categoryId}
        empty
        problems={problems}
        required
        width="medium"
      />
      <Field
        name="cost"
        label={m.projects_form_cost()}
        hint={m.projects_form_cost_hint({ amount: formatMoney(edition.envelope) })}
        value={typed.cost}
        problems={problems}
        inputMode="decimal"
        width="medium"
        suffix="€"
        required
      />
      <Field
        name="place"
        label={m.projects_place()}
        hint={m.projects_form_place_hint()}
        value={typed.place}
        problems={problems}
      />
    </>
  );
}

function crumbs(edition: Edition) {
  return [
    ...officeCrumbs(edition),
    { label: m.projects_office_title(), href: urls.adminProjects({ edition: edition.slug }) },
  ];
}
