import * as m from '../../paraglide/messages.js';
import { WORK_NAME } from '../../platform/http/open-form.ts';
import { Checkboxes, Radios } from '../../ui/choices.tsx';
import { TextArea } from '../../ui/field.tsx';
import {
  ErrorSummary,
  Fieldset,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../ui/form.tsx';
import { formatDateTime } from '../../ui/format.ts';
import { Actions, Column } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { TrapField } from '../../ui/trap.tsx';
import { WorkField } from '../../ui/work-field.tsx';
import type { TypedAnswers } from './answer.ts';
import type { Place } from './place/place.ts';
import { addressesOf } from './place/place-address.page.ts';
import { BackToPlace, type Framed, PlaceFrame } from './place/place-frame.page.tsx';
import { keyInRow, keysOf, LENGTHS, type Question, say } from './question.ts';
import type { Survey } from './survey.ts';

type Locale = 'fr' | 'en';

/** Names of the fields of a question in the form: of a table one on each line. */
export const namesOf = (question: Pick<Question, 'id' | 'kind' | 'rows'>): string[] =>
  question.kind === 'matrix'
    ? (question.rows ?? []).map((_, row) => `${fieldOf(question)}-${row + 1}`)
    : [fieldOf(question)];

/** Name of the field of a question in the form. */
export const fieldOf = ({ id }: Pick<Question, 'id'>): string => `question-${id}`;

interface Props {
  framed: Framed;
  survey: Survey;
  locale: Locale;
  typed: TypedAnswers;
  problems: Problems;
  /** null: nothing can be sent (any more); what was typed is shown. */
  token: string | null;
  /** What the browser works on meanwhile, where scripts run; null: this page is not the last. */
  challenge: string | null;
  isSignedIn: boolean;
  step: Step;
}

/** The part of a questionnaire that is asked on one page, where what comes after depends on it. */
export interface Step {
  /** Place of its page, from 0; null: all that answers led to is shown at once. */
  page: number | null;
  /** Those of the page that are shown. */
  questions: readonly Question[];
  /** Ids of all that answers lead to, in order: what counts as the first, the second… */
  shown: readonly string[];
  isFirst: boolean;
  isLast: boolean;
}

/** What its page is called: of a component, by its own name. */
export const surveyTitle = ({ heading }: Place): string => heading ?? m.survey_title();

/** Everybody answers here, without an account and without a script. */
export function SurveyPage({ framed, survey, locale, token, challenge, step, ...form }: Props) {
  return (
    <PlaceFrame {...framed}>
      <Column>
        <ErrorSummary problems={form.problems} />
        <PageHeader
          title={surveyTitle(framed.place)}
          {...(step.isFirst &&
            survey.introduction.fr !== '' && { lead: say(survey.introduction, locale) })}
        />
        <p>
          {survey.closesAt && m.survey_until({ until: formatDateTime(survey.closesAt) })}{' '}
          {form.isSignedIn ? m.survey_anonymous_account() : m.survey_anonymous()}
        </p>
        <Form action={addressesOf(framed.place).survey()}>
          <SurveyQuestions
            questions={step.questions}
            shown={step.shown}
            locale={locale}
            {...form}
          />
          <Kept survey={survey} step={step} typed={form.typed} />
          {token !== null && (
            <>
              <Hidden name="jeton" value={token} />
              <Hidden name="version" value={survey.version} />
              <TrapField label={m.survey_trap()} />
              {challenge && <WorkField name={WORK_NAME} challenge={challenge} />}
              {step.isLast ? (
                <p class="hint">{m.survey_honest()}</p>
              ) : (
                <p class="hint">{m.survey_step_hint()}</p>
              )}
              <Actions>
                <SubmitButton size="large">
                  {step.isLast ? m.survey_send() : m.survey_step_next()}
                </SubmitButton>
                {!step.isFirst && (
                  <SubmitButton kind="quiet" name="aller" value="retour">
                    {m.survey_step_back()}
                  </SubmitButton>
                )}
              </Actions>
            </>
          )}
        </Form>
      </Column>
    </PlaceFrame>
  );
}

/** What was answered on other pages goes on with the form. */
function Kept({ survey, step, typed }: Pick<Props, 'survey' | 'step' | 'typed'>) {
  if (step.page === null) return null;
  const here = new Set(step.questions.map(({ id }) => id));
  return (
    <>
      <Hidden name="page" value={step.page} />
      {survey.questions
        .filter(({ id }) => !here.has(id))
        .flatMap((question) => {
          const { choices = [], text = '' } = typed.get(question.id) ?? {};
          return [...choices, text]
            .filter((value) => value !== '')
            .map((value) => (
              <Hidden key={`${question.id} ${value}`} name={fieldOf(question)} value={value} />
            ));
        })}
    </>
  );
}

/** As residents meet them; the office looks at the same before it opens. */
export function SurveyQuestions({
  questions,
  shown,
  locale,
  typed,
  problems,
  about,
}: Pick<Props, 'locale' | 'typed' | 'problems'> & {
  questions: readonly Question[];
  /** Ids in the order in which they are counted. */
  shown: readonly string[];
  /** What is said of some of them, by id. */
  about?: ReadonlyMap<string, string>;
}) {
  return (
    <>
      {questions.map((question) => {
        const hint = about?.get(question.id);
        const basics = {
          name: fieldOf(question),
          label: `${shown.indexOf(question.id) + 1}. ${say(question.words, locale)}`,
          problems,
          required: question.required,
        };
        const { choices = [], text = '' } = typed.get(question.id) ?? {};
        const options = question.choices.map((words, place) => ({
          value: String(place + 1),
          label: say(words, locale),
        }));
        switch (question.kind) {
          case 'text':
            return (
              <TextArea
                key={question.id}
                {...basics}
                hint={hint ?? m.survey_text_hint()}
                value={text}
                rows={5}
                limit={LENGTHS.text}
              />
            );
          case 'several':
            return (
              <Checkboxes
                key={question.id}
                {...basics}
                hint={hint ?? m.survey_several_hint()}
                options={options}
                values={[...choices]}
              />
            );
          case 'scale':
            return (
              <Radios
                key={question.id}
                {...basics}
                hint={hint ?? sayEnds(question, locale)}
                options={keysOf(question).map((key) => ({ value: key, label: key }))}
                value={choices[0]}
                look="row"
              />
            );
          case 'matrix':
            return (
              <Fieldset key={question.id} legend={basics.label} hint={hint} id={basics.name}>
                {(question.rows ?? []).map((row, place) => (
                  <Radios
                    key={place}
                    name={namesOf(question)[place]!}
                    label={say(row, locale)}
                    problems={problems}
                    required={question.required}
                    look="row"
                    options={question.choices.map((words, column) => ({
                      value: keyInRow(place, String(column + 1)),
                      label: say(words, locale),
                    }))}
                    value={choices.find((key) => key.startsWith(`${place + 1}.`))}
                  />
                ))}
              </Fieldset>
            );
          default:
            return (
              <Radios
                key={question.id}
                {...basics}
                hint={hint}
                options={options}
                value={choices[0]}
              />
            );
        }
      })}
    </>
  );
}

/** What 1 and 5 mean, where the office said it. */
function sayEnds({ choices: [low, high] }: Question, locale: Locale): string | undefined {
  if (!low || !high) return undefined;
  return m.survey_ends({ low: say(low, locale), high: say(high, locale) });
}

/** Why nothing can be answered now. */
export type ShutReason = 'draft' | 'planned' | 'closed' | 'answered-already';

/** Nothing to answer now: it opens later, it is over, or this account answered. */
export function SurveyShutPage(props: { framed: Framed; why: ShutReason; opensAt: Date | null }) {
  const { framed, why, opensAt } = props;
  const words: Record<ShutReason, () => string> = {
    draft: m.survey_shut_draft,
    planned: () => m.survey_shut_planned({ date: opensAt ? formatDateTime(opensAt) : '' }),
    closed: m.survey_shut_closed,
    'answered-already': m.survey_shut_answered,
  };
  return (
    <PlaceFrame {...framed}>
      <Column>
        <PageHeader title={surveyTitle(framed.place)} />
        <Notice>
          <p>{words[why]()}</p>
        </Notice>
        <BackToPlace place={framed.place} />
      </Column>
    </PlaceFrame>
  );
}

/** The same whether it was counted now or by a form sent before. */
export function SurveyThanksPage({ framed }: { framed: Framed }) {
  return (
    <PlaceFrame {...framed}>
      <Column>
        <PageHeader
          title={m.survey_thanks_title()}
          lead={framed.place.kind === 'edition' ? m.survey_thanks_lead() : m.survey_thanks_space()}
        />
        <BackToPlace place={framed.place} />
      </Column>
    </PlaceFrame>
  );
}
