import { sql } from 'kysely';
import { findByWords } from '../../platform/search/by-words.ts';
import type { Searchable } from '../../platform/search/searchable.ts';
import { urls } from '../../urls.ts';
import { listFunds } from '../funds/index.ts';
import { actionSegment } from './action-address.ts';

interface FoundHere {
  number: number;
  title: string;
  text: string;
  fundId: string;
}

/** Published actions of the funds that everybody reads, and no others (R13). */
export const searchedActions: Searchable = {
  kind: 'action',
  ofEditions: false,
  async find(db, asked) {
    const { organisationId } = asked;
    const funds = new Map(
      (await listFunds(db, organisationId))
        .filter(({ visibleTo, openedAt }) => visibleTo === 'public' && openedAt !== null)
        .map((fund) => [fund.id, fund]),
    );
    if (funds.size === 0) return [];
    const found = await findByWords<FoundHere>(db, asked, {
      from: sql`fund_action s`,
      here: sql`s.organisation_id = ${organisationId} and s.state in ('published', 'fundable')
        and s.fund_id = any(${[...funds.keys()]}::uuid[])`,
      columns: sql`s.number, s.title, s.summary || ' ' || s.description as text, s.fund_id as "fundId"`,
      order: sql`s.published_at desc, s.id`,
    });
    return found.map(({ fundId, stems, ...action }) => ({
      title: action.title,
      text: action.text,
      stems,
      number: null,
      lang: null,
      editionId: null,
      href: urls.fundAction({ fund: funds.get(fundId)!.slug, action: actionSegment(action) }),
    }));
  },
};
