import * as m from '../../paraglide/messages.js';
import { dayInParis } from '../../platform/clock/paris.ts';
import { readNow } from '../../platform/database/database.ts';
import { notFound } from '../../platform/http/refused.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import {
  type Answer,
  page,
  type SignedInVisit,
  seeOther,
  type Visit,
} from '../../platform/http/visit.ts';
import type { Problems } from '../../ui/form.tsx';
import { urls } from '../../urls.ts';
import { COMMENTS_SCRIPT } from '../comments/index.page.ts';
import { loadComments } from '../comments/index.routes.ts';
import { listShownComments, placeTally } from '../comments/index.ts';
import { listPublicNicknames } from '../identity/index.ts';
import { showHidden } from '../moderation/index.routes.ts';
import { asContribution } from './contribution.routes.ts';
import { LessonFormPage, type TypedLesson } from './lesson.page.tsx';
import { findLessonOf, writeLesson } from './lesson.store.ts';
import { loadAnyRequest, loadRequest, type PlacedRequest } from './placed.routes.ts';
import { tellAnswerer } from './request.mails.ts';
import { HeldRequest, RequestPage } from './request.page.tsx';
import { checkLesson, type HelpRequest, mayTeach } from './request.ts';
import { lessonProblems, requestSegment } from './request-words.page.ts';
import { actOnRequest, type RequestAct } from './request-writing.store.ts';

/** One request, and what its asker does with it (R152). */
export const requestRoutes: readonly Route[] = [
  get(urls.helpRequest, 'anyone', async (visit) => {
    const placed = await loadAnyRequest(visit);
    const { request, space } = placed;
    if (request.heldAt)
      return page({
        title: request.title,
        section: 'participation',
        body: <HeldRequest request={request} />,
      });
    if (request.hiddenAt)
      return showHidden(visit, {
        kind: 'request',
        id: request.id,
        authorId: request.askedBy,
        spaceId: space.id,
        address: urls.helpRequest({ request: request.number }),
      });
    return showRequest(visit, placed);
  }),

  post(urls.acceptAnswer, 'signed-in', async (visit) => {
    const { request } = await loadOwn(visit);
    const { db, organisation } = visit;
    const commentId = (await visit.form()).text('commentaire');
    if (commentId === '') return act(visit, request, { kind: 'unanswered' }, 'help-unanswered');
    const comment = (await listShownComments(db, organisation.id, [commentId])).get(commentId);
    if (comment?.targetKind !== 'request' || comment.targetId !== request.id)
      throw notFound('comment');
    return act(visit, request, { kind: 'answered', commentId }, 'help-answered', comment);
  }),

  post(urls.closeRequest, 'signed-in', async (visit) =>
    act(visit, (await loadOwn(visit)).request, { kind: 'closed' }, 'help-closed'),
  ),

  post(urls.reopenRequest, 'signed-in', async (visit) =>
    act(visit, (await loadOwn(visit)).request, { kind: 'reopened' }, 'help-reopened'),
  ),

  post(urls.shareRequest, 'signed-in', async (visit) => {
    const { request, space, component } = await loadOwn(visit);
    const { db, organisation, visitor } = visit;
    await db.transaction().execute(async (tx) => {
      const acting = { organisationId: organisation.id, by: visitor.id };
      if (!(await actOnRequest(tx, acting, request.id, { kind: 'shared' }))) return;
      // what was said in confidence is of the space from now on, and counted there
      const target = { kind: 'request' as const, id: request.id };
      await placeTally(tx, organisation.id, {
        ...target,
        spaceId: space.id,
        componentId: component.id,
      });
    });
    return seeOther(visit, hrefOf(request), 'help-shared');
  }),

  get(urls.writeLesson, 'signed-in', async (visit) => {
    const placed = await loadToTeach(visit);
    const { db, organisation } = visit;
    const { request } = placed;
    const accepted = request.acceptedComment ?? '';
    const answer = (await listShownComments(db, organisation.id, [accepted])).get(accepted);
    return showLessonForm(placed, { question: request.title, reponse: answer?.body ?? '' });
  }),

  post(urls.writeLesson, 'signed-in', async (visit) => {
    const placed = await loadToTeach(visit);
    const { request, space, component } = placed;
    const form = await visit.form();
    const typed = {
      question: form.text('question').replaceAll(/\s+/g, ' '),
      reponse: form.text('reponse'),
    };
    const refusals = checkLesson(typed.question, typed.reponse);
    if (refusals.question || refusals.answer)
      return showLessonForm(placed, typed, {
        ...(refusals.question && { question: lessonProblems[refusals.question]() }),
        ...(refusals.answer && { reponse: lessonProblems[refusals.answer]() }),
      });
    const { db, organisation, visitor } = visit;
    const lesson = { question: typed.question, answer: typed.reponse, lang: visit.locale };
    await writeLesson(db, { organisationId: organisation.id, by: visitor.id }, request, lesson);
    const at = { space: space.slug, component: component.slug };
    return seeOther(visit, urls.lessons(at), 'help-taught');
  }),
];

const hrefOf = (request: HelpRequest): string =>
  urls.helpRequest({ request: requestSegment(request) });

/** The request of the address, for whoever asked; to others nothing is there to be done. */
async function loadOwn(visit: SignedInVisit<'request'>): Promise<PlacedRequest> {
  const placed = await loadRequest(visit);
  if (placed.request.askedBy !== visit.visitor.id) throw notFound('help-request');
  return placed;
}

async function loadToTeach(visit: SignedInVisit<'request'>): Promise<PlacedRequest> {
  const placed = await loadRequest(visit);
  const { db, organisation } = visit;
  const isTaught = (await findLessonOf(db, organisation.id, placed.request.id)) !== null;
  if (isTaught || !mayTeach(placed.request, placed.helping)) throw notFound('help-request');
  return placed;
}

/** `answer`: the comment that helped, whose author is told. */
async function act(
  visit: SignedInVisit,
  request: HelpRequest,
  done: RequestAct,
  notice: string,
  answer?: { id: string; authorId: string },
): Promise<Response> {
  const { db, organisation, visitor } = visit;
  await db.transaction().execute(async (tx) => {
    const acting = { organisationId: organisation.id, by: visitor.id };
    if ((await actOnRequest(tx, acting, request.id, done)) && answer)
      await tellAnswerer(tx, visit, request, answer);
  });
  return seeOther(visit, hrefOf(request), notice);
}

async function showRequest(visit: Visit, placed: PlacedRequest): Promise<Answer> {
  const { db, organisation, visitor } = visit;
  const { request, space, component, helping } = placed;
  const accepted = request.acceptedComment ?? '';
  const [contribution, answers, lesson, now] = await Promise.all([
    asContribution(visit, placed),
    accepted ? listShownComments(db, organisation.id, [accepted]) : null,
    findLessonOf(db, organisation.id, request.id),
    readNow(db),
  ]);
  const answer = answers?.get(accepted) ?? null;
  const people = [request.askedBy, ...(answer ? [answer.authorId] : [])];
  const nicknames = await listPublicNicknames(db, organisation.id, people);
  const isOwn = visitor?.id === request.askedBy;
  return page({
    title: request.title,
    section: 'participation',
    scripts: [COMMENTS_SCRIPT],
    body: (
      <RequestPage
        request={request}
        space={space}
        component={component}
        today={dayInParis(now)}
        asker={nicknames.get(request.askedBy) ?? null}
        answer={answer && { ...answer, nickname: nicknames.get(answer.authorId) ?? null }}
        comments={await loadComments(visit, contribution)}
        isOwn={isOwn}
        mayTeach={lesson === null && mayTeach(request, helping)}
        isTaught={lesson !== null}
      />
    ),
  });
}

function showLessonForm(
  { request, space, component }: PlacedRequest,
  typed: TypedLesson,
  problems: Problems = {},
): Answer {
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.mutual_teach_title(),
    section: 'participation',
    ...(faulty && { status: 422 as const, faulty }),
    body: <LessonFormPage {...{ request, space, component, typed, problems }} />,
  });
}
