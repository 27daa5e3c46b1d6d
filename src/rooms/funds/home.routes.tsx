import * as m from '../../paraglide/messages.js';
import type { HomePart, Visit } from '../../platform/http/visit.ts';
import { urls } from '../../urls.ts';
import { readFundMoney } from '../ledger/index.ts';
import { listOpenFunds } from './fund.store.ts';
import { FundMoneyChart } from './money.page.tsx';

/** Open funds on the home page of a movement: it has one or two. */
const SHOWN = 2;

/** What the home page of a movement says of its money: where that of each open fund is, for everybody (R1). */
export async function listFundParts({ db, organisation }: Visit): Promise<HomePart[]> {
  if (organisation.kind !== 'movement') return [];
  const open = (await listOpenFunds(db, organisation.id)).slice(0, SHOWN);
  const ids = open.map(({ id }) => id);
  const money = ids.length > 0 ? await readFundMoney(db, organisation.id, ids) : new Map();
  return open.flatMap((fund) => {
    const shown = money.get(fund.id);
    if (!shown || shown.endowed === 0) return [];
    return [
      {
        title: fund.name,
        ...(fund.summary && { lead: fund.summary }),
        action: { label: m.funds_home_see(), href: urls.fund({ fund: fund.slug }) },
        body: <FundMoneyChart money={shown} id={`argent-${fund.slug}`} brief />,
      },
    ];
  });
}
