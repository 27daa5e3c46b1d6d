import * as m from '../../../paraglide/messages.js';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { inMovements } from '../../groups/index.routes.ts';
import { readBalances } from '../balance.store.ts';
import { nameAccountHolders } from '../load.routes.ts';
import { listAccountLines } from './account-lines.store.ts';
import { checkReason } from './donation.ts';
import { readAmount } from './donation-lines.store.ts';
import { SolidarityPage, type TypedGift } from './solidarity.page.tsx';
import { giveSolidarity } from './solidarity.store.ts';
import { type GiveRefusal, readAfter } from './solidarity.ts';
import { actOf, findNamed, nameToward } from './visit.routes.ts';
import { giveProblems } from './words.page.ts';

const EMPTY: TypedGift = { toward: 'groupe', name: '', amount: '', reason: '' };
/** Any amount; what the fund holds is the bound. */
const BOUNDS = { min: 1, max: Number.MAX_SAFE_INTEGER };

/** The national solidarity fund, before whoever keeps the accounts. */
export const solidarityRoutes: readonly Route[] = inMovements([
  get(urls.solidarity, 'finance', (visit) => solidarityPage(visit, EMPTY)),

  post(urls.solidarity, 'finance', async (visit) => {
    const form = await visit.form();
    const typed: TypedGift = {
      toward: form.text('vers'),
      name: form.text('nom'),
      amount: form.text('montant'),
      reason: form.text('motif'),
    };
    const problems: Problems = {};
    const named = await findNamed(visit, nameToward(typed.toward, typed.name));
    const amount = readAmount(typed.amount, BOUNDS);
    const reason = checkReason(typed.reason);
    if (typed.toward !== 'groupe' && typed.toward !== 'fonds')
      problems.vers = m.donations_problem_toward();
    else if (!named.ok) problems.nom = giveProblems[named.refusal]();
    if (!amount.ok)
      problems.montant =
        giveProblems[
          amount.refusal === 'amount-too-small'
            ? 'amount-unreadable'
            : (amount.refusal as GiveRefusal)
        ]();
    if (reason) problems.motif = giveProblems[reason]();
    if (
      Object.keys(problems).length > 0 ||
      !named.ok ||
      !amount.ok ||
      named.destination.kind === 'solidarity'
    )
      return solidarityPage(visit, typed, problems);
    const given = await giveSolidarity(visit.db, actOf(visit), {
      to: named.destination,
      amount: amount.cents,
      reason: typed.reason,
    });
    return given.ok
      ? seeOther(visit, urls.solidarity(), 'solidarity-given')
      : solidarityPage(visit, typed, { montant: giveProblems[given.refusal]() });
  }),
]);

async function solidarityPage(
  visit: SignedInVisit,
  typed: TypedGift,
  problems: Problems = {},
): Promise<Answer> {
  const { db, organisation, url } = visit;
  const after = readAfter(url.searchParams.get('apres'));
  const [[balance = 0], { lines, next }] = await Promise.all([
    readBalances(db, organisation.id, [{ kind: 'solidarity' }]),
    listAccountLines(db, organisation.id, { kinds: ['solidarity'] }, after),
  ]);
  const isFaulty = Object.keys(problems).length > 0;
  return page({
    title: m.donations_solidarity(),
    section: 'finances',
    ...(isFaulty && { status: 422, faulty: true }),
    body: (
      <SolidarityPage
        balance={balance}
        lines={lines}
        next={next}
        names={
          await nameAccountHolders(
            visit,
            lines.map(({ other }) => other),
          )
        }
        typed={typed}
        problems={problems}
      />
    ),
  });
}
