import * as m from '../../paraglide/messages.js';
import { Checkboxes, Radios } from '../../ui/choices.tsx';
import { TextArea } from '../../ui/field.tsx';
import {
  ButtonLink,
  ErrorSummary,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../ui/form.tsx';
import { formatDateTime } from '../../ui/format.ts';
import { Column } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { TrapField } from '../../ui/trap.tsx';
import { urls } from '../../urls.ts';
import { EditionFrame } from '../spaces/index.page.ts';
import type { Edition } from '../spaces/index.ts';
import type { TypedAnswers } from './answer.ts';
import { keysOf, LENGTHS, type Question, say } from './question.ts';
import type { Survey } from './survey.ts';

type Locale = 'fr' | 'en';

/** Name of the field of a question in the form. */
export const fieldOf = ({ id }: Pick<Question, 'id'>): string => `question-${id}`;

interface Props {
  edition: Edition;
  now: Date;
  survey: Survey;
  locale: Locale;
  typed: TypedAnswers;
  problems: Problems;
  /** null: nothing can be sent (any more); what was typed is shown. */
  token: string | null;
  isSignedIn: boolean;
}

/** Everybody answers here, without an account and without a script. */
export function SurveyPage({ edition, now, survey, locale, token, ...form }: Props) {
  return (
    <EditionFrame edition={edition} now={now} current="survey">
      <Column>
        <ErrorSummary problems={form.problems} />
        <PageHeader
          title={m.survey_title()}
          {...(survey.introduction.fr !== '' && { lead: say(survey.introduction, locale) })}
        />
        <p>
          {survey.closesAt && m.survey_until({ until: formatDateTime(survey.closesAt) })}{' '}
          {form.isSignedIn ? m.survey_anonymous_account() : m.survey_anonymous()}
        </p>
        <Form action={urls.survey({ edition: edition.slug })}>
          <SurveyQuestions survey={survey} locale={locale} {...form} />
          {token !== null && (
            <>
              <Hidden name="jeton" value={token} />
              <Hidden name="version" value={survey.version} />
              <TrapField label={m.survey_trap()} />
              <p class="hint">{m.survey_honest()}</p>
              <SubmitButton size="large">{m.survey_send()}</SubmitButton>
            </>
          )}
        </Form>
      </Column>
    </EditionFrame>
  );
}

/** As residents meet them; the office looks at the same before it opens. */
export function SurveyQuestions({
  survey,
  locale,
  typed,
  problems,
}: Pick<Props, 'survey' | 'locale' | 'typed' | 'problems'>) {
  return (
    <>
      {survey.questions.map((question, at) => {
        const basics = {
          name: fieldOf(question),
          label: `${at + 1}. ${say(question.words, locale)}`,
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
                hint={m.survey_text_hint()}
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
                hint={m.survey_several_hint()}
                options={options}
                values={[...choices]}
              />
            );
          case 'scale':
            return (
              <Radios
                key={question.id}
                {...basics}
                hint={sayEnds(question, locale)}
                options={keysOf(question).map((key) => ({ value: key, label: key }))}
                value={choices[0]}
                look="row"
              />
            );
          default:
            return <Radios key={question.id} {...basics} options={options} value={choices[0]} />;
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

/** Nothing to answer now: it opens later, it is over, or this account answered. */
export function SurveyShutPage(props: {
  edition: Edition;
  now: Date;
  why: 'planned' | 'closed' | 'answered-already';
  opensAt: Date | null;
}) {
  const { edition, now, why, opensAt } = props;
  const words = {
    planned: () => m.survey_shut_planned({ date: opensAt ? formatDateTime(opensAt) : '' }),
    closed: m.survey_shut_closed,
    'answered-already': m.survey_shut_answered,
  };
  return (
    <EditionFrame edition={edition} now={now} current="survey">
      <Column>
        <PageHeader title={m.survey_title()} />
        <Notice>
          <p>{words[why]()}</p>
        </Notice>
        <BackToEdition edition={edition} />
      </Column>
    </EditionFrame>
  );
}

/** The same whether it was counted now or by a form sent before. */
export function SurveyThanksPage({ edition, now }: { edition: Edition; now: Date }) {
  return (
    <EditionFrame edition={edition} now={now} current="survey">
      <Column>
        <PageHeader title={m.survey_thanks_title()} lead={m.survey_thanks_lead()} />
        <BackToEdition edition={edition} />
      </Column>
    </EditionFrame>
  );
}

function BackToEdition({ edition }: { edition: Edition }) {
  return (
    <p>
      <ButtonLink kind="secondary" href={urls.edition({ edition: edition.slug })}>
        {m.survey_back()}
      </ButtonLink>
    </p>
  );
}
