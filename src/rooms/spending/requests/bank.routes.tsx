import * as m from '../../../paraglide/messages.js';
import { lastFour } from '../../../platform/bank/iban.ts';
import { sealBank } from '../../../platform/bank/sealed-details.ts';
import { readAccount } from '../../../platform/bank/typed-account.ts';
import { openStorage } from '../../../platform/files/index.ts';
import { UPLOAD_LIMIT } from '../../../platform/http/form.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import { sayBankProblems } from '../../../ui/bank-words.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { inMovements } from '../../groups/index.routes.ts';
import { listMembers } from '../../groups/index.ts';
import { listNicknames } from '../../identity/index.ts';
import { actOf } from '../load.routes.ts';
import { findSealedBank } from '../payment.store.ts';
import type { Request } from '../request.ts';
import { BankPage, type TypedBank } from './bank.page.tsx';
import { problemsOf } from './details.routes.tsx';
import { showStep } from './frame.routes.ts';
import { atOf, loadTreasurers, loadWritable, type OwnRequest, readVersion } from './load.routes.ts';
import { saveBank } from './paper.store.ts';
import { findBankPaper } from './shown.routes.ts';
import { EVIDENCE_TYPES, receivePaper } from './upload.routes.ts';
import { requestProblems } from './words.page.ts';

/** Fourth step: bank details, sealed as soon as they are read. */
export const bankRoutes: readonly Route[] = inMovements([
  get(urls.requestBank, 'signed-in', async (visit) => {
    const loaded = await loadWritable(visit);
    if (!loaded) return seeOther(visit, urls.spendingHistory({ request: visit.params.request }));
    return bankPage(visit, loaded, { ...EMPTY, payee: loaded.request.payeeId ?? '' }, {});
  }),

  post(
    urls.requestBank,
    'signed-in',
    async (visit) => {
      const loaded = await loadTreasurers(visit);
      const { request } = loaded;
      const { form, paper, problem } = await receivePaper(visit, 'file');
      if (!form) return bankPage(visit, loaded, EMPTY, { file: problem! });
      const typed = {
        payee: form.text('payee'),
        holder: form.text('titulaire'),
        iban: form.text('iban'),
        bic: form.text('bic'),
      };
      const deed = form.text('geste');
      const whole = deed === 'continuer' || paper !== null;
      const { account, problems } = readTyped(visit, request, typed, whole);
      if (problem) problems.file = problem;
      else if (!paper && !request.bankDocumentId && deed === 'continuer')
        problems.file = m.requests_problem_rib();
      if (typed.payee !== '' && !isUuid(typed.payee))
        problems.payee = requestProblems['payee-unknown']();
      if (Object.keys(problems).length > 0) return bankPage(visit, loaded, typed, problems);
      const { db, organisation, config } = visit;
      const sealed = await findSealedBank(db, organisation.id, request.id);
      const at = { id: request.id, version: readVersion(form) };
      const saved = await saveBank(db, openStorage(config), actOf(visit), at, {
        payeeId: typed.payee || null,
        account,
        paper,
        kept: sealed === null ? null : { sealed, last4: request.ibanLast4 },
      });
      if (!saved.ok) {
        const conflict = saved.refusal === 'changed-meanwhile' || saved.refusal === 'not-now';
        return bankPage(visit, loaded, typed, problemsOf(saved), conflict);
      }
      const next = deed === 'continuer' ? urls.requestEnding : urls.requestBank;
      return seeOther(visit, next(atOf(saved.request)), 'request-saved');
    },
    { bodyLimit: UPLOAD_LIMIT },
  ),
]);

const EMPTY = { payee: '', holder: '', iban: '', bic: '' };

/** null: nothing was typed, which keeps what is there; a draft may also do without. */
function readTyped(
  { config, organisation }: SignedInVisit,
  request: Request,
  typed: TypedBank,
  whole: boolean,
): { account: { sealed: string; last4: string } | null; problems: Problems } {
  const isEmpty = typed.holder === '' && typed.iban === '' && typed.bic === '';
  if (isEmpty && (request.hasBank || !whole)) return { account: null, problems: {} };
  const read = readAccount(typed, config.ibanCountries);
  if (!read.ok)
    return { account: null, problems: sayBankProblems(read.refusals, config.ibanCountries) };
  const owner = { organisationId: organisation.id, kind: 'request', id: request.id } as const;
  const sealed = sealBank(config.keysFolder, owner, read.details);
  return { account: { sealed, last4: lastFour(read.details.iban) }, problems: {} };
}

async function bankPage(
  visit: SignedInVisit,
  loaded: OwnRequest,
  typed: TypedBank,
  problems: Problems,
  conflict = false,
): Promise<Answer> {
  const { db, organisation } = visit;
  const people = await listMembers(db, organisation.id, loaded.group.id);
  const names = await listNicknames(
    db,
    organisation.id,
    people.map(({ personId }) => personId),
  );
  const members = people.map(({ personId: id }) => ({ id, name: names.get(id) ?? '' }));
  const paper = await findBankPaper(db, organisation.id, loaded.request);
  return showStep(
    visit,
    loaded,
    problems,
    (frame) => (
      <BankPage
        {...frame}
        members={members}
        typed={typed}
        accept={EVIDENCE_TYPES.join(',')}
        paper={paper}
      />
    ),
    conflict,
  );
}
