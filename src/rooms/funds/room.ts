import * as m from '../../paraglide/messages.js';
import type { Room } from '../../platform/room.ts';
import { urls } from '../../urls.ts';
import { readFundMoney } from '../ledger/index.ts';
import { endowmentRoutes } from './endowment.routes.tsx';
import { findFundById, listFunds, listFundsCalled, seekFunds } from './fund.store.ts';
import { fundStanding } from './fund.ts';
import { fundsRoutes } from './funds.routes.tsx';
import { listFundParts } from './home.routes.tsx';
import { actRoutes } from './office/acts.routes.tsx';
import { officeRoutes } from './office/office.routes.tsx';
import { thresholdRoutes } from './office/threshold.routes.tsx';

/** Funds that certified groups of a movement share, and what each allows. */
export const fundsRoom: Room = {
  name: 'funds',
  // `/administration/fonds/nouveau` before a fund of that address
  routes: [...fundsRoutes, ...endowmentRoutes, ...officeRoutes, ...actRoutes, ...thresholdRoutes],
  homeParts: listFundParts,
  nameHolders: {
    async fund(db, organisationId, ids) {
      const funds = await listFunds(db, organisationId);
      return new Map(
        funds
          .filter(({ id }) => ids.includes(id))
          .map(({ id, slug, name }) => [id, { name, address: urls.fund({ fund: slug }) }]),
      );
    },
  },
  async findEntrySubjects(db, organisationId, { kind, id }) {
    const fund = kind === 'fund' ? await findFundById(db, organisationId, id) : null;
    if (!fund) return [];
    const href = urls.fundEndowment({ fund: fund.slug });
    return [{ label: m.funds_subject(), title: fund.name, href }];
  },
  seekHolders: { fund: seekFunds },
  async findHolders(db, organisationId, called) {
    const funds = await listFundsCalled(db, organisationId, called);
    return funds.map((fund) => ({
      kind: 'fund' as const,
      ...fund,
      address: urls.fund({ fund: fund.slug }),
    }));
  },
  async listFinanceTasks(db, organisationId) {
    const drafts = (await listFunds(db, organisationId)).filter(
      (fund) => fundStanding(fund) === 'draft',
    );
    const ids = drafts.map(({ id }) => id);
    const money = ids.length > 0 ? await readFundMoney(db, organisationId, ids) : new Map();
    const poor = drafts.filter(({ id }) => (money.get(id)?.endowed ?? 0) === 0);
    const [only] = poor;
    return [
      {
        label: m.funds_task_endow,
        count: poor.length,
        address: poor.length === 1 && only ? urls.fundEndowment({ fund: only.slug }) : urls.funds(),
      },
    ];
  },
  notices: {
    'fund-created': { tone: 'success', words: m.funds_notice_created },
    'fund-changed': { tone: 'success', words: m.funds_notice_changed },
    'fund-opened': { tone: 'success', words: m.funds_notice_opened },
    'fund-closed': { tone: 'success', words: m.funds_notice_closed },
    'fund-threshold': { tone: 'success', words: m.funds_notice_threshold },
    'fund-document': { tone: 'success', words: m.funds_notice_document },
    'fund-document-removed': { tone: 'success', words: m.funds_notice_document_removed },
    'fund-endowed': { tone: 'success', words: m.funds_notice_endowed },
    'fund-lowered': { tone: 'success', words: m.funds_notice_lowered },
  },
};
