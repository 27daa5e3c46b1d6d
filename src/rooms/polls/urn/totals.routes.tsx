import * as m from '../../../paraglide/messages.js';
import { notFound } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { listNicknames } from '../../identity/index.ts';
import { batchRefusalWords } from './keyed-words.page.ts';
import { cellWords, TotalsPage, totalsTitle } from './totals.page.tsx';
import { confirmTotals, importTotals, listTotals, removeTotals } from './totals.store.ts';
import { type CellProblem, readText, readTotals, type TypedTotals, takesTotals } from './totals.ts';
import { loadPointPaper, urnActOf } from './urn.routes.tsx';

type TotalsVisit = SignedInVisit<'edition' | 'point'>;

/** Bytes: a line of 300 mentions and numbers for each of 2 000 options. */
const FILE_LIMIT = 1024 * 1024;

/** Totals of a point that was counted by hand (R54): brought by one person, confirmed by another. */
export const totalsRoutes: readonly Route[] = [
  get(urls.adminUrnTotals, 'officer', (visit) => totalsPage(visit, {})),

  post(
    urls.adminUrnTotals,
    'officer',
    async (visit) => {
      const { poll, point } = await loadTotals(visit);
      const form = await visit.form();
      const typed: TypedTotals = {
        valid: form.text('valid'),
        blank: form.text('blank'),
        void: form.text('void'),
        envelopes: Object.fromEntries(
          poll.settings.envelopes.map(({ key }) => [key, form.text(`envelope-${key}`)]),
        ),
      };
      const [file] = form.files('file');
      const text = file ? readText(new Uint8Array(await file.arrayBuffer())) : '';
      const read = readTotals(poll, typed, text);
      if (!read.ok) return totalsPage(visit, { typed, cells: read.problems });
      const act = urnActOf(visit, poll.id);
      const kept = await importTotals(visit.db, act, point.pointId, read.totals);
      if (!kept.ok)
        return totalsPage(visit, {
          typed,
          problems: { form: batchRefusalWords[kept.refusal]() },
        });
      return back(visit, 'totals-imported');
    },
    { bodyLimit: FILE_LIMIT },
  ),

  post(urls.adminUrnConfirmTotals, 'officer', async (visit) => {
    const { poll, point } = await loadTotals(visit);
    const mark = (await visit.form()).text('mark');
    const act = urnActOf(visit, poll.id);
    const seen = { pointId: point.pointId, mark };
    const confirmed = await confirmTotals(visit.db, visit.config, act, poll, seen);
    if (confirmed.ok) return back(visit, 'totals-confirmed');
    return totalsPage(visit, { problems: { form: batchRefusalWords[confirmed.refusal]() } });
  }),

  post(urls.adminUrnRemoveTotals, 'officer', async (visit) => {
    const { poll, point } = await loadTotals(visit);
    const removed = await removeTotals(visit.db, urnActOf(visit, poll.id), point.pointId);
    if (removed.ok) return back(visit, 'totals-removed');
    return totalsPage(visit, { problems: { form: batchRefusalWords[removed.refusal]() } });
  }),
];

const nothingTyped: TypedTotals = { valid: '', blank: '0', void: '0', envelopes: {} };

function back(visit: TotalsVisit, notice: string) {
  const { edition, point } = visit.params;
  return seeOther(visit, urls.adminUrnTotals({ edition, point }), notice);
}

/** Refused in words on the page of the paper, and not there, where the rule looks into each ballot. */
async function loadTotals(visit: TotalsVisit) {
  const loaded = await loadPointPaper(visit);
  if (!takesTotals(loaded.poll)) throw notFound('totals');
  return loaded;
}

interface Shown {
  typed?: TypedTotals;
  cells?: readonly CellProblem[];
  problems?: Problems;
}

async function totalsPage(visit: TotalsVisit, { typed, cells = [], problems = {} }: Shown) {
  const { edition, poll, point, open } = await loadTotals(visit);
  const key = { organisationId: visit.organisation.id, pollId: poll.id };
  const all = await listTotals(visit.db, key);
  const kept = all.find(({ pointId }) => pointId === point.pointId) ?? null;
  const people = [kept?.importedBy, kept?.confirmedBy].filter((id) => id != null);
  const names = await listNicknames(visit.db, key.organisationId, people);
  const shown = { ...problems, ...sayCells(cells) };
  const faulty = Object.keys(shown).length > 0;
  return page({
    title: totalsTitle(point),
    section: 'admin',
    ...(faulty && { status: 422, faulty }),
    body: (
      <TotalsPage
        {...{ edition, poll, point, open, cells }}
        typed={typed ?? nothingTyped}
        problems={shown}
        kept={kept && { totals: kept.totals, mark: kept.mark, signed: kept.confirmedBy !== null }}
        names={{
          importer: names.get(kept?.importedBy ?? '') ?? '—',
          confirmer: names.get(kept?.confirmedBy ?? '') ?? null,
        }}
        own={kept?.importedBy === visit.visitor.id}
      />
    ),
  });
}

/** Beside each field; of the file, how many cells are told in the table. */
function sayCells(cells: readonly CellProblem[]): Problems {
  const fields = cells
    .filter(({ line, column }) => line === 0 && column !== 'file')
    .map((cell) => [cell.column, cellWords[cell.refusal]({ found: cell.found })] as const);
  const inFile = cells.length - fields.length;
  return {
    ...Object.fromEntries(fields),
    ...(inFile > 0 && { file: m.urn_totals_file_problem({ count: inFile }) }),
  };
}
