import * as m from '../../../paraglide/messages.js';
import { Radios } from '../../../ui/choices.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { Field } from '../../../ui/field.tsx';
import { ErrorSummary, Form, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { Column } from '../../../ui/layout.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import { officeCrumbs } from '../../consultations/index.page.ts';
import { budgetWords, kindWords } from './member-bodies.page.tsx';
import { BODY_KINDS, type BodyField, type BodyRefusal, BUDGETS } from './member-body.ts';

/** Names of the fields of the form. */
export const FIELDS: Record<BodyField, string> = {
  name: 'nom',
  kind: 'nature',
  code: 'code',
  population: 'habitants',
  budget: 'budget',
  latitude: 'latitude',
  longitude: 'longitude',
  joinedOn: 'adhesion',
  leftOn: 'depart',
};

export const bodyProblems: Record<BodyRefusal, () => string> = {
  'name-missing': m.bodies_problem_name,
  'name-long': m.mandates_problem_long,
  'kind-missing': m.bodies_problem_kind,
  'code-unreadable': m.bodies_problem_code,
  'population-unreadable': m.bodies_problem_population,
  'budget-missing': m.bodies_problem_budget,
  'place-unreadable': m.bodies_problem_place,
  'joined-unreadable': m.bodies_problem_joined,
  'left-unreadable': m.mandates_problem_day,
  'left-before': m.bodies_problem_left,
  'member-already': m.bodies_problem_twice,
};

type TypedDay = { day: string; month: string; year: string };

export interface FormValues {
  texts: Partial<Record<BodyField, string>>;
  joined: TypedDay;
  left: TypedDay;
}

interface Props {
  space: { slug: string; title: string };
  /** null: a new one. */
  id: string | null;
  values: FormValues;
  problems: Problems;
}

/** A member local authority as the team writes it. */
export function MemberBodyFormPage({ space, id, values, problems }: Props) {
  const at = { space: space.slug };
  const { texts } = values;
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={id ? m.bodies_change() : m.bodies_add()}
        breadcrumb={officeCrumbs(space, [{ label: m.bodies_title(), href: urls.memberBodies(at) }])}
      />
      <Form action={id ? urls.adminMemberBody({ ...at, body: id }) : urls.adminNewMemberBody(at)}>
        <Field
          name={FIELDS.name}
          label={m.bodies_name()}
          value={texts.name}
          problems={problems}
          required
        />
        <Radios
          name={FIELDS.kind}
          label={m.bodies_kind()}
          value={texts.kind}
          options={BODY_KINDS.map((value) => ({ value, label: kindWords[value]() }))}
          problems={problems}
          required
        />
        <Field
          name={FIELDS.code}
          label={m.mandates_code()}
          hint={m.bodies_code_hint()}
          value={texts.code}
          width="short"
          problems={problems}
        />
        <Field
          name={FIELDS.population}
          label={m.bodies_population()}
          value={texts.population}
          inputMode="numeric"
          width="short"
          problems={problems}
        />
        <Radios
          name={FIELDS.budget}
          label={m.bodies_budget()}
          hint={m.bodies_budget_hint()}
          look="row"
          value={texts.budget}
          options={BUDGETS.map((value) => ({ value, label: budgetWords[value]() }))}
          problems={problems}
          required
        />
        <Field
          name={FIELDS.latitude}
          label={m.bodies_latitude()}
          hint={m.bodies_place_hint()}
          value={texts.latitude}
          inputMode="decimal"
          width="short"
          problems={problems}
        />
        <Field
          name={FIELDS.longitude}
          label={m.bodies_longitude()}
          value={texts.longitude}
          inputMode="decimal"
          width="short"
          problems={problems}
        />
        <DateField
          name={FIELDS.joinedOn}
          label={m.bodies_joined()}
          value={values.joined}
          problems={problems}
          required
        />
        <DateField
          name={FIELDS.leftOn}
          label={m.bodies_left()}
          hint={m.bodies_left_hint()}
          value={values.left}
          problems={problems}
        />
        <SubmitButton>{m.bodies_save()}</SubmitButton>
      </Form>
    </Column>
  );
}
