import * as m from '../../../paraglide/messages.js';
import { found } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { inMovements } from '../../groups/index.routes.ts';
import { findGroupById } from '../../groups/index.ts';
import { readNumber } from '../../spaces/index.ts';
import { actOf } from '../load.routes.ts';
import { findRequest, listDocuments, listRequestActs } from '../request.store.ts';
import { type Request, refuseDecider } from '../request.ts';
import { approveRequest, turnRequestDown } from '../request-decision.store.ts';
import type { Stepped } from '../request-sending.store.ts';
import { isDeskState } from './desk-filter.ts';
import { listSameDocuments } from './desk-list.store.ts';
import { DESK_DECISIONS, DeskRequestPage } from './desk-one.page.tsx';
import { readVersion } from './load.routes.ts';
import { readSheet } from './sheet.routes.ts';
import { requestProblems, titleOf } from './words.page.ts';

type Decision = (typeof DESK_DECISIONS)[number];

/** One request before the desk: decided once, by somebody who had no hand in it (W15). */
export const deskOneRoutes: readonly Route[] = inMovements([
  get(urls.financeRequest, 'finance', async (visit) =>
    deskPage(visit, await loadAtDesk(visit), { decision: '', words: '' }),
  ),

  post(urls.financeRequestDecision, 'finance', async (visit) => {
    const request = await loadAtDesk(visit);
    const form = await visit.form();
    const typed = { decision: form.text('decision'), words: form.text('message') };
    const decision = DESK_DECISIONS.find((one) => one === typed.decision);
    if (!decision)
      return deskPage(visit, request, typed, { decision: m.requests_problem_decision() });
    const at = { id: request.id, version: readVersion(form) };
    const done = await decide(visit, at, decision, typed.words);
    if (done.ok) return seeOther(visit, urls.financeRequests(), 'request-decided');
    const { refusal } = done;
    const conflict = refusal === 'changed-meanwhile' || refusal === 'not-now';
    const isOfWords = refusal === 'words-missing' || refusal === 'text-too-long';
    // the form may be gone with the state that it was for
    const field = isOfWords ? 'message' : conflict ? 'form' : 'decision';
    const problems = { [field]: requestProblems[refusal]() };
    return deskPage(visit, await loadAtDesk(visit), typed, problems, conflict);
  }),
]);

function decide(
  visit: SignedInVisit,
  at: Pick<Request, 'id' | 'version'>,
  decision: Decision,
  words: string,
): Promise<Stepped> {
  const { db } = visit;
  if (decision === 'valider') return approveRequest(db, actOf(visit), at, words);
  const step = decision === 'refuser' ? 'refuse' : 'ask-info';
  return turnRequestDown(db, actOf(visit), at, step, words);
}

/** What two treasurers have not agreed on yet is their own. */
async function loadAtDesk({ db, organisation, params }: SignedInVisit<'request'>) {
  const number = found(readNumber(params.request), 'request');
  const request = await findRequest(db, organisation.id, number);
  return found(request && isDeskState(request.state) ? request : null, 'request');
}

async function deskPage(
  visit: SignedInVisit,
  request: Request,
  typed: { decision: string; words: string },
  problems: Problems = {},
  conflict = false,
): Promise<Answer> {
  const { db, organisation, visitor } = visit;
  const group = found(await findGroupById(db, organisation.id, request.groupId), 'group');
  const documents = await listDocuments(db, organisation.id, request.id);
  const acts = await listRequestActs(db, organisation.id, request.id);
  const told = { acts, side: 'desk', seesBank: true } as const;
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: titleOf(request),
    section: 'finances',
    ...(faulty && { status: conflict ? (409 as const) : (422 as const), faulty }),
    body: (
      <DeskRequestPage
        group={group}
        sheet={await readSheet(visit, { request, group, documents }, told)}
        acts={acts}
        same={await listSameDocuments(db, organisation.id, request.id)}
        barred={refuseDecider(request, visitor.id)}
        typed={typed}
        problems={problems}
      />
    ),
  });
}
