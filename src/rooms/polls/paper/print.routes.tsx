import * as m from '../../../paraglide/messages.js';
import { found } from '../../../platform/http/refused.ts';
import { get, type Route } from '../../../platform/http/route.ts';
import { type Page, page, type SignedInVisit } from '../../../platform/http/visit.ts';
import { withLocale } from '../../../platform/locale/locale.ts';
import { pdfAnswer } from '../../../platform/pdf/pdf-answer.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { loadPoll } from '../ballot/voter.routes.tsx';
import { writeBallot } from './ballot-sheet.pdf.ts';
import { checkBatchCover, readAskedSheet, type SheetField } from './ballot-sheet.ts';
import { writeBatchCover } from './batch-cover.pdf.ts';
import { coverProblems, PrintPage, sheetProblems, type TypedSheet } from './print.page.tsx';

/** What an office prints of a poll once it is opened; before that nothing of it is settled. */
export const printRoutes: readonly Route[] = [
  get(urls.adminPollPrint, 'officer', (visit) => printPage(visit, {})),

  get(urls.adminPollBallotPdf, 'officer', async (visit) => {
    const { edition, ...loaded } = await loadPoll(visit);
    const poll = found(loaded.poll, 'poll');
    const asked = readAskedSheet(poll, readTyped(visit, null));
    if (!asked.ok)
      return printPage(
        visit,
        Object.fromEntries(asked.refused.map((field) => [field, sheetProblems[field]()])),
      );
    const { look, district } = asked;
    const file = await withLocale(look.lang, () =>
      writeBallot({
        root: visit.config.root,
        organisation: visit.organisation.name,
        poll,
        currency: edition.currency,
        district,
        look,
      }),
    );
    const name = [m.printed_file_ballot(), district?.key, look.format, look.large && '18pt'];
    return pdfAnswer(file, name.filter(Boolean).join('-'));
  }),

  get(urls.adminPollCoverPdf, 'officer', async (visit) => {
    const loaded = await loadPoll(visit);
    const poll = found(loaded.poll, 'poll');
    const cover = readCover(visit);
    const refused = checkBatchCover(cover);
    if (refused.length > 0)
      return printPage(
        visit,
        Object.fromEntries(refused.map((field) => [field, coverProblems[field]()])),
      );
    const file = await writeBatchCover({
      root: visit.config.root,
      organisation: visit.organisation.name,
      poll,
      cover,
    });
    return pdfAnswer(file, m.printed_file_cover());
  }),
];

async function printPage(visit: SignedInVisit<'edition'>, problems: Problems): Promise<Page> {
  const { edition, ...loaded } = await loadPoll(visit);
  const poll = found(loaded.poll, 'poll');
  const faulty = Object.keys(problems).length > 0;
  const typed = readTyped(visit, {
    format: 'A4',
    letters: 'normal',
    lang: visit.locale,
    district: '',
  });
  return page({
    title: m.printed_title(),
    section: 'admin',
    ...(faulty && { status: 422, faulty: true }),
    body: (
      <PrintPage
        edition={edition}
        poll={poll}
        typed={typed as TypedSheet}
        cover={readCover(visit)}
        problems={problems}
      />
    ),
  });
}

function readTyped(
  { url }: SignedInVisit,
  usual: TypedSheet | null,
): Record<SheetField, string | null> {
  const read = (field: SheetField) => url.searchParams.get(field) ?? usual?.[field] ?? null;
  return {
    format: read('format'),
    letters: read('letters'),
    lang: read('lang'),
    district: read('district'),
  };
}

function readCover({ url }: SignedInVisit) {
  const read = (field: string) => (url.searchParams.get(field) ?? '').trim();
  return { point: read('point'), batch: read('batch') };
}
