import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { inMovements } from '../../groups/index.routes.ts';
import { actOf } from '../load.routes.ts';
import { refuseChecker } from '../request.ts';
import {
  answerRequest,
  checkRequestByPeer,
  type StepRefusal,
  sendRequest,
  takeRequestBack,
} from '../request-sending.store.ts';
import { swearRequest } from '../request-writing.store.ts';
import { EndingPage } from './ending.page.tsx';
import { showStep } from './frame.routes.ts';
import { atOf, loadTreasurers, loadWritable, type OwnRequest, readVersion } from './load.routes.ts';
import { readSheet } from './sheet.routes.ts';
import { requestProblems } from './words.page.ts';

/** Fifth step: sworn and sent by one treasurer, checked or sent back by another (part 2.1). */
export const endingRoutes: readonly Route[] = inMovements([
  get(urls.requestEnding, 'signed-in', async (visit) => {
    const loaded = await loadWritable(visit);
    if (!loaded) return seeOther(visit, urls.spendingHistory({ request: visit.params.request }));
    return endingPage(visit, loaded, {});
  }),

  post(urls.requestEnding, 'signed-in', async (visit) => {
    const loaded = await loadTreasurers(visit);
    const form = await visit.form();
    const at = { id: loaded.request.id, version: readVersion(form) };
    const sworn = { charter: form.has('charte'), honour: form.has('honneur') };
    const saved = await swearRequest(visit.db, actOf(visit), at, sworn);
    // `own-check` and all else that a sworn statement may be refused for
    if (!saved.ok) return refusePage(visit, loaded, saved.refusal);
    const address = urls.requestEnding(atOf(saved.request));
    if (form.text('geste') !== 'envoyer') return seeOther(visit, address, 'request-saved');
    const sent = await sendRequest(visit.db, actOf(visit), saved.request);
    if (sent.ok) return seeOther(visit, urls.spendingHistory(atOf(sent.request)), 'request-sent');
    const now = { ...loaded, request: saved.request };
    const problems: Problems = {};
    const missing = sent.missing ?? [];
    if (missing.includes('charter')) problems.charte = requestProblems.incomplete();
    if (missing.includes('honour')) problems.honneur = requestProblems.incomplete();
    if (Object.keys(problems).length > 0) return endingPage(visit, now, problems);
    return refusePage(visit, now, sent.refusal);
  }),

  post(urls.requestCheck, 'signed-in', async (visit) => {
    const loaded = await loadTreasurers(visit);
    const form = await visit.form();
    const words = form.text('message');
    const at = { id: loaded.request.id, version: readVersion(form) };
    const deed = form.text('geste');
    const checked =
      deed === 'confirmer'
        ? await checkRequestByPeer(visit.db, actOf(visit), at)
        : deed === 'renvoyer' && words === ''
          ? ({ ok: false, refusal: 'words-missing' } as const)
          : await takeRequestBack(visit.db, actOf(visit), at, words);
    if (!checked.ok) return refusePage(visit, loaded, checked.refusal, words);
    const notice = deed === 'confirmer' ? 'request-checked' : 'request-back';
    return seeOther(visit, urls.spendingHistory(atOf(checked.request)), notice);
  }),

  post(urls.requestAnswer, 'signed-in', async (visit) => {
    const loaded = await loadTreasurers(visit);
    const form = await visit.form();
    const words = form.text('message');
    const at = { id: loaded.request.id, version: readVersion(form) };
    const answered = await answerRequest(visit.db, actOf(visit), at, words);
    if (!answered.ok) return refusePage(visit, loaded, answered.refusal, words);
    const address = urls.spendingHistory(atOf(answered.request));
    return seeOther(visit, address, 'request-checked');
  }),
]);

type AnyRefusal = keyof typeof requestProblems;

/** Words of the message stand beside it, all others above. */
function refusePage(
  visit: SignedInVisit,
  loaded: OwnRequest,
  refusal: AnyRefusal | StepRefusal,
  words = '',
): Promise<Answer> {
  const isOfWords = refusal === 'words-missing' || refusal === 'text-too-long';
  const conflict = refusal === 'changed-meanwhile' || refusal === 'not-now';
  const problems = { [isOfWords ? 'message' : 'form']: requestProblems[refusal]() };
  return endingPage(visit, loaded, problems, words, conflict);
}

async function endingPage(
  visit: SignedInVisit,
  loaded: OwnRequest,
  problems: Problems,
  words = '',
  conflict = false,
): Promise<Answer> {
  const { request } = loaded;
  const sheet = await readSheet(visit, loaded, { acts: [], side: 'group', seesBank: true });
  const checks = refuseChecker(request, visit.visitor.id) === null;
  return showStep(
    visit,
    loaded,
    problems,
    (frame) => <EndingPage {...frame} sheet={sheet} checks={checks} words={words} />,
    conflict,
  );
}
