import * as m from '../../../paraglide/messages.js';
import { Checkbox } from '../../../ui/choices.tsx';
import { Field, TextArea } from '../../../ui/field.tsx';
import {
  ErrorSummary,
  Fieldset,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../../ui/form.tsx';
import { Column } from '../../../ui/layout.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import { BOUNDS, CRITERIA, type Criterion } from '../certification.ts';
import { LENGTHS } from '../group.ts';
import { criterionNames } from '../group-words.page.ts';

/** Names of the form's fields. */
export const FIELDS: Record<Criterion, string> = {
  leads: 'animation',
  age: 'anciennete',
  members: 'membres',
  actions: 'actions',
  elsewhere: 'ailleurs',
};

export interface TypedCriteria {
  asked: Record<Criterion, boolean>;
  numbers: Record<Criterion, string>;
  charter: string;
  version: number;
}

const hints: Record<Criterion, () => string> = {
  leads: m.groups_criterion_hint_leads,
  age: m.groups_criterion_hint_age,
  members: m.groups_criterion_hint_members,
  actions: m.groups_criterion_hint_actions,
  elsewhere: m.groups_criterion_hint_elsewhere,
};

/** Whether there is a choice of number: one that is only asked or not has none. */
export const isNumbered = (criterion: Criterion): boolean =>
  BOUNDS[criterion][0] < BOUNDS[criterion][1];

/** Names are written for the middle of a sentence. */
const startSentence = ([first = '', ...rest]: string): string =>
  first.toUpperCase() + rest.join('');

/** What the movement asks of a group before it is certified. */
export function CriteriaPage({ typed, problems }: { typed: TypedCriteria; problems: Problems }) {
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.groups_criteria_title()}
        lead={m.groups_criteria_lead()}
        breadcrumb={[
          { label: m.site_nav_admin(), href: urls.admin() },
          { label: m.groups_office_title(), href: urls.adminGroups() },
        ]}
      />
      <Form action={urls.adminGroupCriteria()}>
        <Hidden name="version" value={typed.version} />
        {CRITERIA.map((criterion) => (
          <Fieldset key={criterion} legend={startSentence(criterionNames[criterion]())}>
            <Checkbox
              name={`${FIELDS[criterion]}-demande`}
              label={m.groups_criterion_asked({ criterion: criterionNames[criterion]() })}
              checked={typed.asked[criterion]}
              {...(!isNumbered(criterion) && { hint: hints[criterion]() })}
            />
            {isNumbered(criterion) && (
              <Field
                name={FIELDS[criterion]}
                label={m.groups_criterion_number({ criterion: criterionNames[criterion]() })}
                hint={`${hints[criterion]()} ${m.groups_criterion_bounds({
                  least: BOUNDS[criterion][0],
                  most: BOUNDS[criterion][1],
                })}`}
                value={typed.numbers[criterion]}
                inputMode="numeric"
                width="short"
                problems={problems}
              />
            )}
          </Fieldset>
        ))}
        <TextArea
          name="charte"
          label={m.groups_charter()}
          hint={m.groups_charter_hint()}
          value={typed.charter}
          limit={LENGTHS.charter}
          rows={10}
          problems={problems}
          required
        />
        <SubmitButton size="large">{m.groups_save()}</SubmitButton>
      </Form>
    </Column>
  );
}
