import * as m from '../../paraglide/messages.js';
import { get, mayEverywhere, type Route } from '../../platform/http/route.ts';
import { page } from '../../platform/http/visit.ts';
import { urls } from '../../urls.ts';
import { inMovements } from '../groups/index.routes.ts';
import { listPublicNicknames } from '../identity/index.ts';
import { readFundMoney } from '../ledger/index.ts';
import { listDocuments } from './document.store.ts';
import { FundPage } from './fund.page.tsx';
import { listFundLinks, listFunds } from './fund.store.ts';
import { seesFund } from './fund.ts';
import { FundsPage } from './funds.page.tsx';
import { isOffice, loadSeenFund } from './load.routes.ts';
import { listThresholdChanges } from './threshold.store.ts';

/** Funds as everybody sees them: their money, their rules, and how their threshold changed (R1, R18, R30). */
export const fundsRoutes: readonly Route[] = inMovements([
  get(urls.funds, 'anyone', async (visit) => {
    const { db, organisation } = visit;
    const reader = { isOffice: isOffice(visit) };
    const funds = (await listFunds(db, organisation.id)).filter((fund) => seesFund(fund, reader));
    const ids = funds.map(({ id }) => id);
    return page({
      title: m.funds_title(),
      section: 'funds',
      description: m.funds_lead(),
      body: <FundsPage funds={funds} money={await readFundMoney(db, organisation.id, ids)} />,
    });
  }),

  get(urls.fund, 'anyone', async (visit) => {
    const fund = await loadSeenFund(visit);
    const { db, organisation, visitor } = visit;
    const [money, links, documents, changes] = await Promise.all([
      readFundMoney(db, organisation.id, [fund.id]),
      listFundLinks(db, organisation.id, fund.id),
      listDocuments(db, organisation.id, fund.id),
      listThresholdChanges(db, organisation.id, fund.id),
    ]);
    const authors = changes.map(({ changedBy }) => changedBy);
    return page({
      title: fund.name,
      section: 'funds',
      ...(fund.summary && { description: fund.summary }),
      body: (
        <FundPage
          fund={fund}
          money={money.get(fund.id)!}
          links={links}
          documents={documents}
          changes={changes}
          nicknames={await listPublicNicknames(db, organisation.id, authors)}
          may={{
            settle: visitor !== null && mayEverywhere('officer', visitor),
            endow: visitor !== null && mayEverywhere('finance', visitor),
          }}
        />
      ),
    });
  }),
]);
