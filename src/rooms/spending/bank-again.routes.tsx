import * as m from '../../paraglide/messages.js';
import { lastFour } from '../../platform/bank/iban.ts';
import { sealBank } from '../../platform/bank/sealed-details.ts';
import { readAccount } from '../../platform/bank/typed-account.ts';
import { found, Refused } from '../../platform/http/refused.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../platform/http/visit.ts';
import type { TypedAccount } from '../../ui/bank-fields.tsx';
import { sayBankProblems } from '../../ui/bank-words.ts';
import type { Problems } from '../../ui/form.tsx';
import { urls } from '../../urls.ts';
import { inMovements } from '../groups/index.routes.ts';
import { findGroupById, findMembership, groupRightOf } from '../groups/index.ts';
import { readNumber } from '../spaces/index.ts';
import { BankAgainPage, bankAgainProblems } from './bank-again.page.tsx';
import { confirmBankAgain, giveBankAgain } from './bank-again.store.ts';
import { actOf } from './load.routes.ts';
import { findSealedBank, openBankDetails } from './payment.store.ts';
import { findRequest } from './request.store.ts';
import type { Request } from './request.ts';

/** After a transfer that came back: a treasurer of the group gives the bank details again, another one confirms them. */
export const bankAgainRoutes: readonly Route[] = inMovements([
  get(urls.spendingBankAgain, 'signed-in', async (visit) =>
    againPage(visit, await loadRequest(visit)),
  ),

  post(urls.spendingBankAgain, 'signed-in', async (visit) => {
    const request = await loadRequest(visit);
    const { db, config, organisation } = visit;
    const form = await visit.form();
    const typed = {
      holder: form.text('titulaire'),
      iban: form.text('iban'),
      bic: form.text('bic'),
    };
    const read = readAccount(typed, config.ibanCountries);
    if (!read.ok)
      return againPage(visit, request, sayBankProblems(read.refusals, config.ibanCountries), typed);
    const owner = { organisationId: organisation.id, kind: 'request', id: request.id } as const;
    const given = await giveBankAgain(db, actOf(visit), readAt(request, form.text('version')), {
      sealed: sealBank(config.keysFolder, owner, read.details),
      last4: lastFour(read.details.iban),
    });
    if (given.ok) return seeOther(visit, urls.spendingBankAgain(at(request)), 'bank-given-again');
    const now = await loadRequest(visit);
    return againPage(visit, now, { form: bankAgainProblems[given.refusal]() }, typed, 409);
  }),

  post(urls.spendingBankConfirm, 'signed-in', async (visit) => {
    const request = await loadRequest(visit);
    const version = (await visit.form()).text('version');
    const done = await confirmBankAgain(visit.db, actOf(visit), readAt(request, version));
    if (done.ok) return seeOther(visit, urls.spendingBankAgain(at(request)), 'bank-confirmed');
    const now = await loadRequest(visit);
    return againPage(visit, now, { form: bankAgainProblems[done.refusal]() }, null, 409);
  }),
]);

const at = ({ number }: Request) => ({ request: String(number) });

const readAt = ({ id }: Request, version: string) => ({
  id,
  version: Number(/^\d{1,9}$/.exec(version)?.[0] ?? 0),
});

/** For treasurers of its group alone. */
async function loadRequest(visit: SignedInVisit<'request'>): Promise<Request> {
  const { db, organisation, visitor, params } = visit;
  const number = found(readNumber(params.request), 'request');
  const request = found(await findRequest(db, organisation.id, number), 'request');
  const own = await findMembership(db, organisation.id, request.groupId, visitor.id);
  if (!groupRightOf(own).handlesMoney) throw new Refused(403, 'role');
  return request;
}

async function againPage(
  visit: SignedInVisit,
  request: Request,
  problems: Problems = {},
  typed: TypedAccount | null = null,
  status: 409 | 422 = 422,
): Promise<Answer> {
  const { db, config, organisation, visitor } = visit;
  const group = found(await findGroupById(db, organisation.id, request.groupId), 'group');
  const bankSealed =
    request.bankGivenBy === null ? null : await findSealedBank(db, organisation.id, request.id);
  const given = openBankDetails(config, {
    organisationId: organisation.id,
    id: request.id,
    bankSealed,
  });
  return page({
    title: m.spending_again_title(),
    section: 'groups',
    ...(Object.keys(problems).length > 0 && { status, faulty: true }),
    body: (
      <BankAgainPage
        group={group}
        request={request}
        holder={given?.holder ?? null}
        visitorId={visitor.id}
        typed={typed}
        problems={problems}
      />
    ),
  });
}
