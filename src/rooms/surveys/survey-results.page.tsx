import * as m from '../../paraglide/messages.js';
import { BarChart, Stat, Stats } from '../../ui/charts.tsx';
import { formatNumber, formatPercent } from '../../ui/format.ts';
import { Section } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { type ChoiceFigures, meanOf, type QuestionFigures, type SurveyFigures } from './figures.ts';
import { type Framed, PlaceFrame } from './place/place-frame.page.tsx';
import { type QuestionKind, say } from './question.ts';

type Locale = 'fr' | 'en';

interface Props {
  framed: Framed;
  figures: SurveyFigures;
  locale: Locale;
}

/** What everybody may read of what was answered: no small number, no text. */
export function SurveyResultsPage({ framed, figures, locale }: Props) {
  return (
    <PlaceFrame {...framed}>
      <PageHeader
        title={m.survey_results_title()}
        lead={framed.place.heading ?? m.survey_results_lead()}
      />
      {figures.answers === null ? (
        <Notice>
          <p>{m.survey_results_few()}</p>
        </Notice>
      ) : (
        <>
          <Stats>
            <Stat
              value={formatNumber(figures.answers)}
              label={m.survey_answers({ count: figures.answers })}
            />
          </Stats>
          <p>{m.survey_results_not_a_vote()}</p>
          <p class="hint">{m.survey_results_small()}</p>
          {figures.questions.map((question, at) => (
            <QuestionResult key={question.id} question={question} at={at} locale={locale} />
          ))}
        </>
      )}
    </PlaceFrame>
  );
}

/** One question: its chart with its table; of a text how many wrote. */
export function QuestionResult(props: { question: QuestionFigures; at: number; locale: Locale }) {
  const { question, at, locale } = props;
  const { answered, choices, kind } = question;
  const mean = meanOf(question);
  const said = answered === null ? m.survey_answered_few() : m.survey_answered({ count: answered });
  return (
    <Section title={`${at + 1}. ${say(question.words, locale)}`}>
      <p>
        {said}
        {mean !== null && ` ${m.survey_mean({ mean: formatNumber(mean) })}`}
        {kind === 'several' && ` ${m.survey_several_note()}`}
        {kind === 'text' && ` ${m.survey_text_note()}`}
        {question.isBranch && ` ${m.survey_branch_note()}`}
      </p>
      {answered !== 0 &&
        splitRows(choices).map((cells, place) => (
          <BarChart
            key={place}
            id={`question-${at + 1}${cells[0]!.row ? `-${place + 1}` : ''}`}
            title={cells[0]!.row ? say(cells[0]!.row, locale) : m.survey_chart_title()}
            description={m.survey_chart_words({ question: say(question.words, locale) })}
            labelHead={m.survey_chart_answer()}
            valueHead={m.survey_chart_people()}
            bars={cells.map(({ row: _, ...choice }) => ({
              label: sayChoice(kind, choice, locale),
              value: choice.people ?? 0,
              ...(choice.people === null
                ? { unknown: m.survey_hidden() }
                : { valueWords: sayPeople(choice.people, answered) }),
            }))}
          />
        ))}
    </Section>
  );
}

/** One chart for each line of a table; of any other question one. */
function splitRows(choices: readonly ChoiceFigures[]): ChoiceFigures[][] {
  const rows = [...new Set(choices.map(({ row }) => row))];
  return rows.map((row) => choices.filter((one) => one.row === row));
}

/** Of a scale, the mark and what it means; of a table, the line first. */
export function sayChoice(
  kind: QuestionKind,
  { key, words, row }: Pick<ChoiceFigures, 'key' | 'words' | 'row'>,
  locale: Locale,
): string {
  if (!words) return key;
  const said = say(words, locale);
  if (row) return m.survey_in_row({ row: say(row, locale), answer: said });
  return kind === 'scale' ? m.survey_mark({ mark: key, words: said }) : said;
}

function sayPeople(people: number, answered: number | null): string {
  return answered
    ? m.survey_share({
        people: formatNumber(people),
        share: formatPercent(Math.round((people / answered) * 100) / 100),
      })
    : formatNumber(people);
}
