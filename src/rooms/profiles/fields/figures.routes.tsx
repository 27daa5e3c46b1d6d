import * as m from '../../../paraglide/messages.js';
import { get, type Route } from '../../../platform/http/route.ts';
import { page, type SignedInVisit } from '../../../platform/http/visit.ts';
import { CSV_MARK, writeCsvLine } from '../../../platform/text/csv.ts';
import { urls } from '../../../urls.ts';
import { findCountedOn, listFields } from './field.store.ts';
import { sayQuestion } from './field-words.page.tsx';
import { listFigures } from './figure.store.ts';
import { type FieldFigures, FiguresPage, sayFigures } from './figures.page.tsx';

/** What people told of themselves, by five and more (R95): each answer alone, never two of them together. */
export const figuresRoutes: readonly Route[] = [
  get(urls.profileFigures, 'administrator', async (visit) =>
    page({
      title: m.profiles_figures_title(),
      section: 'admin',
      body: (
        <FiguresPage
          figures={await loadFigures(visit)}
          countedOn={await findCountedOn(visit.db, visit.organisation.id)}
          locale={visit.locale}
        />
      ),
    }),
  ),

  get(urls.profileFiguresCsv, 'administrator', async (visit) => {
    const { organisation, locale } = visit;
    const lines = [
      writeCsvLine([
        m.profiles_figures_question(),
        m.profiles_figures_answer(),
        m.profiles_figures_people(),
      ]),
      ...(await loadFigures(visit)).flatMap((one) =>
        sayFigures(one, locale).map(({ label, people }) =>
          writeCsvLine([
            sayQuestion(one.field, locale),
            label,
            people === 0 ? m.profiles_figures_few() : people,
          ]),
        ),
      ),
    ];
    return new Response(CSV_MARK + lines.join(''), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${m.profiles_figures_file()}-${organisation.slug}.csv"`,
        'cache-control': 'private, no-store',
      },
    });
  }),
];

async function loadFigures({ db, organisation }: SignedInVisit): Promise<FieldFigures[]> {
  const [fields, figures] = await Promise.all([
    listFields(db, organisation.id),
    listFigures(db, organisation.id),
  ]);
  return fields.map((field) => ({
    field,
    people: new Map(
      figures
        .filter(({ fieldId }) => fieldId === field.id)
        .map(({ choice, people }) => [choice, people]),
    ),
  }));
}
