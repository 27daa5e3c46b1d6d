import * as m from '../../../paraglide/messages.js';
import { readDay, readTime, toInstant } from '../../../platform/clock/paris.ts';
import { found } from '../../../platform/http/refused.ts';
import { get, mayIn, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import { pdfAnswer } from '../../../platform/pdf/pdf-answer.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { findOfficeEdition, type OfficeVisit } from '../../spaces/index.routes.ts';
import type { Edition } from '../../spaces/index.ts';
import { actOf, readAsked, readChosenNumbers } from './asking.routes.ts';
import { BatchPage } from './batch.page.tsx';
import { type BatchRefusal, cancelBatch, publishDecisions } from './batch.store.ts';
import { listBatches } from './batch-list.store.ts';
import { listEveryDecidedIdea, listIdeasByNumber } from './decision.store.ts';
import { listPaperNotices, markPaperTold } from './notice.store.ts';
import { printLetters } from './paper-letters.pdf.ts';
import { previewBatch, writePaperLetters } from './preview.routes.ts';
import { PublishPage, type TypedPublication } from './publish.page.tsx';

/** Decisions leave in batches: looked at, published, told. */
export const publishRoutes: readonly Route[] = [
  get(urls.adminPublishDecisions, 'officer', async (visit) => {
    const edition = await findOfficeEdition(visit);
    const { searchParams } = visit.url;
    const read = (name: string) => searchParams.get(name) ?? '';
    return publishPage(visit, edition, read, searchParams.getAll('idee'), {
      quand: '',
      day: '',
      month: '',
      year: '',
      time: '',
    });
  }),

  post(urls.adminPublishDecisions, 'officer', async (visit) => {
    const { db } = visit;
    const edition = await findOfficeEdition(visit);
    const form = await visit.form();
    const typed = {
      quand: form.text('quand'),
      day: form.text('minute-day'),
      month: form.text('minute-month'),
      year: form.text('minute-year'),
      time: form.text('minute-time'),
    };
    const refuse = (problems: Problems, status: 409 | 422 = 422) =>
      publishPage(visit, edition, form.text, form.all('idee'), typed, { problems, status });
    const isLater = typed.quand === 'plus-tard';
    if (!isLater && typed.quand !== 'maintenant') return refuse({ quand: m.decide_problem_when() });
    // « now » beside a time that was typed: which of the two is not for us to guess
    if (!isLater && (typed.day || typed.month || typed.year || typed.time))
      return refuse({ quand: m.decide_problem_both() });
    const at = isLater ? readMinute(typed) : null;
    if (isLater && at === null) return refuse({ minute: m.decide_problem_minute() });
    const ideas = await readChosen(visit, edition, form.text, form.all('idee'));
    if (form.text('vues') !== String(ideas.length)) {
      return refuse({ form: m.decide_problem_batch_changed({ count: ideas.length }) }, 409);
    }
    const ids = ideas.map(({ ideaId }) => ideaId);
    const done = await publishDecisions(db, actOf(visit), edition.id, ids, at);
    if (!done.ok) {
      if (done.refusal === 'in-the-past') return refuse({ minute: m.decide_problem_past() });
      const back = urls.adminDecisions({ edition: edition.slug }, { etat: 'publiees' });
      return seeOther(visit, back, refusalNotices[done.refusal]);
    }
    return seeOther(
      visit,
      urls.adminDecisionBatch({ edition: edition.slug, publication: done.batchId }),
      isLater ? 'decide-planned' : 'decide-published',
    );
  }),

  get(urls.adminDecisionBatch, 'reader', async (visit) => {
    const edition = await findOfficeEdition(visit, 'reader');
    const batch = await loadBatch(visit, edition);
    const papers = await listPaperNotices(visit.db, visit.organisation.id, batch.id);
    return page({
      title: m.decide_batch_number({ number: batch.number }),
      section: 'admin',
      body: (
        <BatchPage
          edition={edition}
          batch={batch}
          papers={papers}
          mayAct={mayIn('officer', visit.visitor, edition.id)}
        />
      ),
    });
  }),

  post(urls.adminCancelDecisionBatch, 'officer', async (visit) => {
    const edition = await findOfficeEdition(visit);
    const batch = await loadBatch(visit, edition);
    const cancelled = await cancelBatch(visit.db, actOf(visit), batch.id);
    return seeOther(
      visit,
      urls.adminDecisionBatch({ edition: edition.slug, publication: batch.id }),
      cancelled ? 'decide-cancelled' : 'decide-too-late',
    );
  }),

  get(urls.adminDecisionPapers, 'officer', async (visit) => {
    const { organisation, config } = visit;
    const edition = await findOfficeEdition(visit);
    const batch = await loadBatch(visit, edition);
    const letters = await writePaperLetters(visit, edition, batch.id);
    found(letters[0], 'letters');
    const file = await printLetters(
      {
        root: config.root,
        organisation,
        locale: organisation.defaultLocale,
        publishedAt: batch.publishedAt!,
      },
      letters,
    );
    return pdfAnswer(file, m.decide_papers_file());
  }),

  post(urls.adminDecisionPapersTold, 'officer', async (visit) => {
    const edition = await findOfficeEdition(visit);
    const batch = await loadBatch(visit, edition);
    await markPaperTold(visit.db, actOf(visit), batch.id);
    const address = urls.adminDecisionBatch({ edition: edition.slug, publication: batch.id });
    return seeOther(visit, address, 'decide-told');
  }),
];

const refusalNotices: Record<Exclude<BatchRefusal, 'in-the-past'>, string> = {
  'list-frozen': 'decide-frozen',
  'nothing-to-publish': 'decide-nothing-to-publish',
};

async function loadBatch(visit: SignedInVisit<'edition' | 'publication'>, edition: Edition) {
  const { db, organisation, params } = visit;
  const id = found(isUuid(params.publication) ? params.publication : null, 'batch');
  const [batch] = await listBatches(db, organisation.id, edition.id, id);
  return found(batch, 'batch');
}

function readMinute({ day, month, year, time }: TypedPublication): Date | null {
  const typed = { day: readDay({ day, month, year }), time: readTime(time) };
  return typed.day && typed.time ? toInstant({ day: typed.day, time: typed.time }) : null;
}

async function readChosen(
  visit: OfficeVisit,
  edition: Edition,
  read: (name: string) => string,
  chosen: readonly string[],
) {
  const { db, organisation } = visit;
  const { filter } = readAsked(edition, read);
  const ideas =
    read('tous') === 'oui'
      ? await listEveryDecidedIdea(db, organisation.id, edition.id, {
          ...filter,
          state: 'to-publish',
        })
      : await listIdeasByNumber(
          db,
          organisation.id,
          edition.id,
          readChosenNumbers(chosen).map(({ number }) => number),
        );
  // those of a batch that waits for its minute leave with it
  return ideas.filter(({ state, decision }) => state === 'to-publish' && !decision!.batchId);
}

async function publishPage(
  visit: OfficeVisit,
  edition: Edition,
  read: (name: string) => string,
  chosen: readonly string[],
  typed: TypedPublication,
  { problems = {}, status = 422 }: { problems?: Problems; status?: 409 | 422 } = {},
): Promise<Answer> {
  const { asked } = readAsked(edition, read);
  const ideas = await readChosen(visit, edition, read, chosen);
  if (ideas.length === 0)
    return seeOther(
      visit,
      urls.adminDecisions({ edition: edition.slug }, { ...asked }),
      'decide-none-chosen',
    );
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.decide_publish_title({ count: ideas.length }),
    section: 'admin',
    ...(faulty && { status, faulty }),
    body: (
      <PublishPage
        edition={edition}
        preview={await previewBatch(visit, edition, ideas)}
        numbers={read('tous') === 'oui' ? [] : ideas.map(({ number }) => number)}
        asked={asked}
        typed={typed}
        problems={problems}
      />
    ),
  });
}
