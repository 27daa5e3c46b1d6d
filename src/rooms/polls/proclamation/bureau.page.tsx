import * as m from '../../../paraglide/messages.js';
import { Field } from '../../../ui/field.tsx';
import { ErrorSummary, Fieldset, Form, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { Column } from '../../../ui/layout.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';
import { type BureauRefusal, SIGNATORY_LENGTH, type Signatory } from './bureau.ts';

/** Under which field of its line each refusal stands. */
export const bureauProblems: Record<
  BureauRefusal,
  [field: 'name' | 'function', words: () => string]
> = {
  'president-missing': ['name', m.proclamation_problem_president],
  'function-missing': ['function', m.proclamation_problem_function],
  'name-too-long': ['name', () => m.proclamation_problem_long({ max: SIGNATORY_LENGTH })],
  'function-too-long': ['function', () => m.proclamation_problem_long({ max: SIGNATORY_LENGTH })],
};

interface Props {
  edition: Edition;
  /** Every line, as typed. */
  lines: readonly Signatory[];
  problems: Problems;
}

/** Who signs the minutes: the president, then the assessors; a line without a name is left out. */
export function BureauPage({ edition, lines, problems }: Props) {
  const at = { edition: edition.slug };
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.proclamation_bureau_title()}
        lead={m.proclamation_bureau_lead()}
        breadcrumb={[
          { label: m.site_nav_admin(), href: urls.admin() },
          { label: edition.title, href: urls.adminEdition(at) },
          { label: m.polls_office_title(), href: urls.adminPoll(at) },
        ]}
      />
      <Form action={urls.adminPollBureau(at)}>
        {lines.map((line, place) => (
          <Fieldset
            key={place}
            legend={
              place === 0
                ? m.proclamation_president()
                : m.proclamation_signatory({ number: place + 1 })
            }
          >
            <Field
              name={`name-${place}`}
              label={m.proclamation_name()}
              value={line.name}
              problems={problems}
              autocomplete="off"
              spellcheck={false}
            />
            <Field
              name={`function-${place}`}
              label={m.proclamation_function()}
              value={line.function}
              problems={problems}
              autocomplete="off"
            />
          </Fieldset>
        ))}
        <SubmitButton size="large">{m.proclamation_bureau_button()}</SubmitButton>
      </Form>
      <p>
        <a href={urls.adminPoll(at)}>{m.polls_office_cancel()}</a>
      </p>
    </Column>
  );
}
