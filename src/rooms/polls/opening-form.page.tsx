import * as m from '../../paraglide/messages.js';
import { Radios } from '../../ui/choices.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Field, NumberField } from '../../ui/field.tsx';
import { Form, Hidden, type Problems, SubmitButton } from '../../ui/form.tsx';
import { formatDateTime } from '../../ui/format.ts';
import { ConfirmPage } from '../../ui/next-step.tsx';
import { DescriptionList } from '../../ui/table.tsx';
import { urls } from '../../urls.ts';
import type { GreedyRule } from '../tally/index.ts';
import { type OpeningRefusal, type PollTerms, TITLE_LENGTH } from './poll.ts';
import { ruleWords, sayRanking, sayTieBreak } from './result-words.page.ts';
import { TIE_BREAK_LISTS } from './tie-break-lists.ts';

/** Values as typed, by name of field. */
export type Typed = Record<string, string>;

/** Beside which field each refusal stands. */
export const openingProblems: Record<OpeningRefusal, [field: string, words: () => string]> = {
  'title-missing': ['title', m.polls_problem_title_missing],
  'title-too-long': ['title', () => m.polls_problem_title_long({ max: TITLE_LENGTH })],
  'choices-out-of-range': ['minimum', m.polls_problem_choices],
  'rule-unknown': ['rule', m.polls_problem_rule],
  'tie-break-missing': ['ties', m.polls_problem_ties],
  'closes-before-opening': ['closes', m.polls_problem_order],
  'closes-in-the-past': ['closes', m.polls_problem_past],
  'list-not-frozen': ['form', m.polls_problem_list],
  'poll-already-opened': ['form', m.polls_problem_opened],
};

const RULES: readonly GreedyRule[] = ['greedy', 'greedy-noskip', 'greedy-per-cost'];

interface Props {
  edition: string;
  typed: Typed;
  problems: Problems;
}

export function OpeningForm({ edition, typed, problems }: Props) {
  const date = (name: string) => ({
    day: typed[`${name}-day`] ?? '',
    month: typed[`${name}-month`] ?? '',
    year: typed[`${name}-year`] ?? '',
    time: typed[`${name}-time`] ?? '',
  });
  return (
    <Form action={urls.adminPollOpen({ edition })}>
      <Field
        name="title"
        label={m.polls_field_title()}
        value={typed.title}
        problems={problems}
        required
      />
      <DateField
        name="opens"
        label={m.polls_field_opens()}
        hint={m.polls_field_paris()}
        value={date('opens')}
        problems={problems}
        withTime
        required
      />
      <DateField
        name="closes"
        label={m.polls_field_closes()}
        hint={m.polls_field_paris()}
        value={date('closes')}
        problems={problems}
        withTime
        required
      />
      <NumberField
        name="minimum"
        label={m.polls_field_minimum()}
        value={typed.minimum}
        problems={problems}
      />
      <NumberField
        name="maximum"
        label={m.polls_field_maximum()}
        value={typed.maximum}
        problems={problems}
      />
      <Radios
        name="rule"
        label={m.polls_field_rule()}
        value={typed.rule}
        problems={problems}
        options={RULES.map((rule) => ({
          value: rule,
          label: ruleWords[rule].name(),
          hint: ruleWords[rule].method(sayRanking('approval')),
        }))}
      />
      <Radios
        name="ties"
        label={m.polls_field_ties()}
        value={typed.ties}
        problems={problems}
        options={TIE_BREAK_LISTS.map((list) => ({
          value: list.join('+'),
          label: sayTieBreak(list),
        }))}
      />
      <SubmitButton size="large">{m.polls_office_open_button()}</SubmitButton>
    </Form>
  );
}

/** Once more before the terms are signed: they cannot be changed afterwards. */
export function OpeningConfirmation({
  edition,
  typed,
  terms,
}: {
  edition: string;
  typed: Typed;
  terms: PollTerms;
}) {
  return (
    <ConfirmPage
      question={m.polls_office_open_question()}
      form={
        <Form action={urls.adminPollOpen({ edition })}>
          {Object.entries(typed).map(([name, value]) => (
            <Hidden key={name} name={name} value={value} />
          ))}
          <Hidden name="confirmation" value="oui" />
          <SubmitButton size="large">{m.polls_office_open_confirm()}</SubmitButton>
        </Form>
      }
      cancelHref={urls.adminPoll({ edition })}
      cancelLabel={m.polls_office_cancel()}
    >
      <p>{m.polls_office_open_warning()}</p>
      <DescriptionList
        items={[
          { term: m.polls_field_title(), detail: terms.title },
          { term: m.polls_field_opens(), detail: formatDateTime(terms.opensAt) },
          { term: m.polls_field_closes(), detail: formatDateTime(terms.closesAt) },
          {
            term: m.polls_office_terms_choices(),
            detail: m.polls_office_terms_choices_words({
              least: terms.minimumChoices,
              most: terms.maximumChoices,
            }),
          },
          { term: m.polls_field_rule(), detail: ruleWords[terms.rule].name() },
          { term: m.polls_field_ties(), detail: sayTieBreak(terms.tieBreak) },
        ]}
      />
    </ConfirmPage>
  );
}
