import * as m from '../../paraglide/messages.js';
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
import { urls } from '../../urls.ts';
import { costWarning } from './cost-words.page.ts';
import { districtWords } from './district-words.page.ts';
import { officeCrumbs, projectCrumbs } from './office-crumbs.page.ts';
import {
  HIGHEST_COST,
  LONGEST,
  type Project,
  type ProjectField,
  type ProjectRefusal,
} from './project.ts';
import { type FieldsProps, ProjectFields, type TypedProject } from './project-fields.page.tsx';

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
  'unknown-district': m.projects_problem_unknown_district,
  'not-a-point': m.territory_place_refused_not_a_point,
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
      .map((field) => {
        if (field === 'files') return [field, m.decide_files_changed()];
        const shown = field === 'district' ? districtWords(saved) : saved[field];
        return [
          field,
          shown === ''
            ? m.projects_conflict_field_empty()
            : m.projects_conflict_field({ saved: shown }),
        ];
      }),
  );
}

/** A project in the making, out of ideas or from nothing. */
export function NewProjectPage({ edition, typed, problems, files, ground }: FieldsProps) {
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
        <ProjectFields {...{ edition, typed, problems, files, ground }} />
        <SubmitButton size="large">{m.projects_new_submit()}</SubmitButton>
      </Form>
    </Column>
  );
}

interface EditProps extends FieldsProps {
  project: Project;
  mark: string;
  conflict: boolean;
}

export function EditProjectPage(props: EditProps) {
  const { edition, project, typed, problems, files, ground, mark, conflict } = props;
  const at = { edition: edition.slug, project: project.id };
  return (
    <Column>
      <ErrorSummary
        problems={problems}
        labels={fieldLabels()}
        {...(conflict && { title: m.projects_conflict_title() })}
      />
      {conflict && <Notice tone="warning">{m.projects_conflict_words()}</Notice>}
      <PageHeader title={m.projects_edit_title()} breadcrumb={projectCrumbs(edition)} />
      <Form action={urls.adminProject(at)}>
        <Hidden name="mark" value={mark} />
        <ProjectFields
          {...{ edition, typed, problems, files, ground }}
          warning={costWarning(project, edition)}
        />
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
