import { Readable } from 'node:stream';
import * as m from '../../../paraglide/messages.js';
import { found } from '../../../platform/http/refused.ts';
import { get, type Route } from '../../../platform/http/route.ts';
import type { SignedInVisit } from '../../../platform/http/visit.ts';
import { withLocale } from '../../../platform/locale/locale.ts';
import { CSV_MARK, writeCsvLine } from '../../../platform/text/csv.ts';
import { writeXlsx, XLSX_TYPE } from '../../../platform/text/xlsx.ts';
import { listTexts, readCounts } from '../answer.store.ts';
import { officeFigures } from '../figures.ts';
import type { Place } from '../place/place.ts';
import { FAMILIES } from '../place/place-address.page.ts';
import { loadSurvey, type OfficeSurvey } from '../place/place-load.routes.ts';
import { say } from '../question.ts';
import { mayReadAnswers, type Survey } from '../survey.ts';
import { sayChoice } from '../survey-results.page.tsx';
import { kindWords } from '../survey-words.page.ts';
import { SURVEY_COLUMNS, type SurveyLine } from './columns.page.ts';

/** Every number and every text as files of the office, once the questionnaire is over (W8). */
export const exportRoutes: readonly Route[] = FAMILIES.flatMap((family) => [
  get(family.csv, family.right, async (visit) => {
    const loaded = await loadClosed(visit);
    return send(visit, loaded, 'csv', 'text/csv; charset=utf-8', writeCsv(visit, loaded.survey));
  }),

  get(family.xlsx, family.right, async (visit) => {
    const loaded = await loadClosed(visit);
    const file = writeXlsx([
      { name: withLocale(visit.locale, m.survey_sheet), rows: writeRows(visit, loaded.survey) },
      { name: withLocale(visit.locale, m.imports_sheet_columns), rows: writeDictionary(visit) },
    ]);
    return send(visit, loaded, 'xlsx', XLSX_TYPE, file);
  }),
]);

async function loadClosed(visit: SignedInVisit): Promise<OfficeSurvey> {
  const loaded = await loadSurvey(visit);
  return found(mayReadAnswers(loaded.survey, loaded.now) ? loaded : null, 'survey');
}

const writeDictionary = ({ locale }: SignedInVisit): string[][] =>
  withLocale(locale, () => [
    [m.imports_dictionary_column(), m.imports_dictionary_meaning()],
    ...SURVEY_COLUMNS.map(({ name, meaning }) => [name(), meaning()]),
  ]);

/** Headings, then the answers of each question, then its texts; each piece within the reader's language. */
async function* writeRows(
  visit: SignedInVisit,
  survey: Survey,
): AsyncGenerator<(string | number)[]> {
  const { db, organisation, locale } = visit;
  const cells = (line: SurveyLine) => SURVEY_COLUMNS.map(({ key }) => line[key]);
  yield withLocale(locale, () => SURVEY_COLUMNS.map(({ name }) => name()));
  const counts = await readCounts(db, organisation.id, survey.id);
  const { questions } = officeFigures(survey.questions, counts, survey.answers);
  for (const [at, question] of questions.entries()) {
    const shared = {
      number: at + 1,
      question: say(question.words, locale),
      kind: withLocale(locale, () => kindWords[question.kind].name()),
      answered: question.answered ?? 0,
    };
    yield* withLocale(locale, () =>
      question.choices.map((choice) =>
        cells({
          ...shared,
          answer: sayChoice(question.kind, choice, locale),
          people: choice.people ?? 0,
        }),
      ),
    );
    for await (const body of readTexts(visit, survey, question.id))
      yield cells({ ...shared, answer: body, people: 1 });
  }
}

/** Texts read at once. */
const BATCH = 500;

async function* readTexts(
  { db, organisation }: SignedInVisit,
  survey: Survey,
  questionId: string,
): AsyncGenerator<string> {
  for (let after = 0; ; ) {
    const page = { after, limit: BATCH };
    const texts = await listTexts(db, organisation.id, survey.id, questionId, page);
    yield* texts.map(({ body }) => body);
    const last = texts.at(-1);
    if (!last || texts.length < BATCH) return;
    after = last.place;
  }
}

async function* writeCsv(visit: SignedInVisit, survey: Survey): AsyncGenerator<Uint8Array> {
  yield Buffer.from(CSV_MARK);
  for await (const row of writeRows(visit, survey)) yield Buffer.from(writeCsvLine(row));
}

const slugOf = (place: Place): string =>
  place.kind === 'edition' ? place.edition.slug : place.component.slug;

function send(
  { locale, request }: SignedInVisit,
  { place }: OfficeSurvey,
  extension: string,
  type: string,
  bytes: AsyncIterable<Uint8Array>,
): Response {
  const name = withLocale(locale, m.survey_file_name);
  const body = request.method === 'HEAD' ? null : Readable.toWeb(Readable.from(bytes));
  return new Response(body as unknown as BodyInit, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}-${slugOf(place)}.${extension}"`,
      'cache-control': 'private, no-store',
    },
  });
}
