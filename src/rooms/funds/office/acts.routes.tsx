import * as m from '../../../paraglide/messages.js';
import { openStorage } from '../../../platform/files/index.ts';
import { UPLOAD_LIMIT } from '../../../platform/http/form.ts';
import { found } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { inMovements } from '../../groups/index.routes.ts';
import { fileWords } from '../../guides/index.page.ts';
import { receiveUpload } from '../../guides/index.routes.ts';
import { listNicknames } from '../../identity/index.ts';
import { readFundMoney } from '../../ledger/index.ts';
import { listAlerts } from '../alert.store.ts';
import { addDocument, listDocuments, removeDocument } from '../document.store.ts';
import { reachedLevels } from '../endowment.ts';
import { checkOpening, type Fund, LENGTHS } from '../fund.ts';
import { openingProblems } from '../fund-words.page.ts';
import { closeFund, openFund } from '../fund-writing.store.ts';
import { actOf, loadFund } from '../load.routes.ts';
import { listThresholdChanges } from '../threshold.store.ts';
import { ClosePage } from './close.page.tsx';
import { OfficeFundPage } from './office-fund.page.tsx';

/** One fund before the office: it opens, closes, and shows where it comes from (R26, R30). */
export const actRoutes: readonly Route[] = inMovements([
  get(urls.adminFund, 'officer', async (visit) => showFund(visit, await loadFund(visit))),

  post(urls.adminFundOpen, 'officer', async (visit) => {
    const fund = await loadFund(visit);
    const done = await openFund(visit.db, actOf(visit), fund.id);
    if (done.ok) return seeOther(visit, urls.adminFund({ fund: fund.slug }), 'fund-opened');
    const words = done.refusals.map((one) => openingProblems[one]()).join(' ');
    return showFund(visit, await loadFund(visit), { form: words }, '', 409);
  }),

  get(urls.adminFundClose, 'officer', async (visit) => {
    const fund = await loadFund(visit);
    return page({
      title: m.funds_close_question({ name: fund.name }),
      section: 'admin',
      body: <ClosePage fund={fund} />,
    });
  }),

  post(urls.adminFundClose, 'officer', async (visit) => {
    const fund = await loadFund(visit);
    const done = await closeFund(visit.db, actOf(visit), fund.id);
    if (done.ok) return seeOther(visit, urls.adminFund({ fund: fund.slug }), 'fund-closed');
    const now = await loadFund(visit);
    return showFund(visit, now, { form: m.funds_close_not_open() }, '', 409);
  }),

  post(
    urls.adminFundDocuments,
    'officer',
    async (visit) => {
      const fund = await loadFund(visit);
      const received = await receiveUpload(visit);
      const title = received.form?.text('titre').replaceAll(/\s+/g, ' ') ?? '';
      const problems: Problems = {
        ...(title === '' && { titre: m.funds_problem_title() }),
        ...([...title].length > LENGTHS.title && { titre: m.funds_problem_long() }),
        ...(!received.ok && { file: received.problem }),
      };
      if (!received.ok || Object.keys(problems).length > 0)
        return showFund(visit, fund, problems, title);
      const storage = openStorage(visit.config);
      const { upload } = received;
      const added = await addDocument(visit.db, storage, actOf(visit), fund.id, { upload, title });
      return added.ok
        ? seeOther(visit, urls.adminFund({ fund: fund.slug }), 'fund-document')
        : showFund(visit, fund, { file: fileWords(added.refusal) }, title);
    },
    { bodyLimit: UPLOAD_LIMIT },
  ),

  post(urls.adminFundDocumentRemove, 'officer', async (visit) => {
    const fund = await loadFund(visit);
    const { db, config, params } = visit;
    const fileId = found(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.exec(params.file)?.[0]);
    const removed = await removeDocument(db, openStorage(config), actOf(visit), fund.id, fileId);
    found(removed || null, 'document');
    return seeOther(visit, urls.adminFund({ fund: fund.slug }), 'fund-document-removed');
  }),
]);

async function showFund(
  { db, organisation }: SignedInVisit,
  fund: Fund,
  problems: Problems = {},
  typedTitle = '',
  status: 409 | 422 = 422,
): Promise<Answer> {
  const [moneys, documents, changes] = await Promise.all([
    readFundMoney(db, organisation.id, [fund.id]),
    listDocuments(db, organisation.id, fund.id),
    listThresholdChanges(db, organisation.id, fund.id),
  ]);
  const money = moneys.get(fund.id)!;
  const told = await listAlerts(db, organisation.id, fund.id, money.endowed);
  const level = reachedLevels(money).at(-1);
  const authors = changes.map(({ changedBy }) => changedBy);
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: fund.name,
    section: 'admin',
    ...(faulty && { status, faulty }),
    body: (
      <OfficeFundPage
        fund={fund}
        money={money}
        alert={
          level === undefined
            ? null
            : { level, toldAt: told.find((one) => one.level === level)?.toldAt ?? null }
        }
        missing={checkOpening(fund, money.endowed)}
        documents={documents}
        changes={changes}
        nicknames={await listNicknames(db, organisation.id, authors)}
        typedTitle={typedTitle}
        problems={problems}
      />
    ),
  });
}
