import * as m from '../../../paraglide/messages.js';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { seeOther } from '../../../platform/http/visit.ts';
import { ErrorSummary } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { FIGURES } from './figures.ts';
import type { SheetAt } from './sheet-panel.routes.ts';
import { loadSheet, showSheet } from './show-sheet.routes.tsx';
import { saveStudy } from './study.store.ts';
import { type ClosedStudy, type Study, type StudyRefusal, summariseSheet } from './study.ts';
import { studyConflictWords, studyLabels } from './study-conflict.page.ts';
import { criteriaOf, readStudy, readTypedStudy, typeStudy } from './study-form.routes.ts';
import { drawStudy } from './study-panel.routes.tsx';
import type { TypedStudy } from './study-part.page.tsx';
import { typeFigures } from './typed-figures.routes.ts';
import { closedWords, sayRefusals } from './words.page.ts';

/** The file of an idea, for the office. */
export const sheetRoutes: readonly Route[] = [
  get(urls.adminStudyIdea, 'reader', async (visit) => showSheet(await loadSheet(visit))),

  post(urls.adminStudyIdea, 'officer', async (visit) => {
    const at = await loadSheet(visit);
    const { edition, idea, sheet } = at;
    const form = await visit.form();
    const read = readTypedStudy(form, criteriaOf(edition));
    const typed = form.text('figures') === 'departments' ? takeOver(read, at) : read;
    const version = Number(form.text('version')) || 0;
    const { content, problems } = readStudy(typed);
    if (Object.keys(problems).length > 0)
      return again(at, { typed, problems: sayRefusals(problems), version });
    const act = { organisationId: visit.organisation.id, by: visit.visitor.id };
    const saved = await saveStudy(visit.db, act, idea.id, content, version);
    if (saved.ok) {
      const address = urls.adminStudyIdea({ edition: edition.slug, idea: idea.number });
      return seeOther(visit, address, 'study-saved');
    }
    if (saved.refusal === 'changed-meanwhile')
      return again(
        { ...at, sheet: { ...sheet, study: saved.study } },
        {
          typed,
          // figures as the house writes them: « 1000 » and « 1 000 » are no difference
          problems: studyConflictWords(
            criteriaOf(edition),
            { ...typed, ...typeFigures(content) },
            typeStudy(saved.study),
          ),
          version: saved.study.version,
          conflict: saved.study,
        },
      );
    return again(at, { typed, problems: refusalWords(saved.refusal), version });
  }),
];

function refusalWords(refusal: ClosedStudy | StudyRefusal | 'not-found'): Record<string, string> {
  if (refusal === 'not-found') return { form: m.study_not_found() };
  return refusal === 'too-long' || refusal === 'note-missing'
    ? sayRefusals({ admissibilityNote: refusal })
    : { form: closedWords[refusal]() };
}

/** What the departments say together, in the place of what was typed, where they say something. */
function takeOver(typed: TypedStudy, { sheet }: SheetAt): TypedStudy {
  const { total } = summariseSheet(sheet.study, sheet.opinions);
  const theirs = typeFigures(total);
  const known = FIGURES.filter((figure) => total[figure] !== null);
  return { ...typed, ...Object.fromEntries(known.map((figure) => [figure, theirs[figure]])) };
}

/** The same page with what was typed, and words beside it. */
async function again(
  at: SheetAt,
  form: {
    typed: TypedStudy;
    problems: Record<string, string>;
    version: number;
    conflict?: Study;
  },
) {
  const { typed, problems, version, conflict } = form;
  return showSheet(at, {
    id: 'instruction',
    body: await drawStudy(at, { typed, problems, version, conflict: conflict !== undefined }),
    summary: (
      <ErrorSummary
        problems={problems}
        labels={studyLabels(criteriaOf(at.edition))}
        {...(conflict && { title: m.study_conflict_title() })}
      />
    ),
    status: conflict ? 409 : 422,
  });
}
