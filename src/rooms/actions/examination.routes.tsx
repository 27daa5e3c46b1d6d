import * as m from '../../paraglide/messages.js';
import { findFile } from '../../platform/files/index.ts';
import type { Form } from '../../platform/http/form.ts';
import { found, Refused } from '../../platform/http/refused.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../platform/http/visit.ts';
import type { Problems } from '../../ui/form.tsx';
import { urls } from '../../urls.ts';
import { listFunds } from '../funds/index.ts';
import { inMovements } from '../groups/index.routes.ts';
import { findMembership, listGroupsById, listGroupsOf } from '../groups/index.ts';
import { listNicknames } from '../identity/index.ts';
import { listLines } from './action.store.ts';
import {
  type Action,
  CRITERIA,
  type Criterion,
  type DecisionRefusal,
  type ReviewAct,
} from './action.ts';
import { actionSegment } from './action-address.ts';
import { criterionWords, decisionProblems } from './action-words.page.ts';
import { CRITERION_FIELDS, noteField, type TypedDecision } from './decision.page.tsx';
import { ExaminationPage } from './examination.page.tsx';
import { countToExamine, decideAction, listActs, listExaminations } from './examination.store.ts';
import { readExaminationFilter } from './examination.ts';
import { ExaminationsPage } from './examinations.page.tsx';
import { actOf, loadAnyAction, senderOf, surround } from './load.routes.ts';
import { listMessages, writeMessage } from './message.store.ts';
import { refuseMessage } from './message.ts';
import { messageProblems } from './message-words.page.ts';
import { tellGroupOf } from './proposal.mails.ts';
import { listVersions } from './version.store.ts';

type AtAction = SignedInVisit<'action'>;

/** Before the reviewers: the queue, an action, what is decided (R12). */
export const examinationRoutes: readonly Route[] = inMovements([
  get(urls.examinations, 'action-reviewer', async (visit) => {
    const { db, organisation, visitor, url } = visit;
    const filter = readExaminationFilter((name) => url.searchParams.get(name));
    const funds = await listFunds(db, organisation.id);
    const fundId = funds.find(({ slug }) => slug === filter.fund)?.id ?? null;
    const [{ actions, next }, waiting, own] = await Promise.all([
      listExaminations(db, organisation.id, { ...filter, fundId }),
      countToExamine(db, organisation.id),
      listGroupsOf(db, organisation.id, visitor.id),
    ]);
    const proposers = await listGroupsById(
      db,
      organisation.id,
      actions.map(({ groupId }) => groupId),
    );
    const groups = new Map([...proposers].map(([id, { name }]) => [id, name]));
    return page({
      title: m.propose_exam_title(),
      section: 'examinations',
      body: (
        <ExaminationsPage
          {...{ filter, actions, next, waiting, groups, funds }}
          ownGroups={new Set(own.map(({ id }) => id))}
        />
      ),
    });
  }),

  get(urls.examination, 'action-reviewer', async (visit) =>
    showExamination(visit, await loadExamined(visit)),
  ),

  post(urls.examinationMessage, 'action-reviewer', async (visit) => {
    const action = await loadExamined(visit);
    if (await isOfGroup(visit, action)) throw new Refused(403, 'own-group');
    const words = (await visit.form()).text('message');
    const refusal = refuseMessage(words);
    if (refusal) {
      const problems = { message: messageProblems[refusal]() };
      return showExamination(visit, action, { problems, status: 422, typedMessage: words });
    }
    await visit.db.transaction().execute(async (tx) => {
      await writeMessage(tx, actOf(visit), action, { side: 'review', words });
      await tellGroupOf(tx, senderOf(visit), action, 'message-of-review');
    });
    return seeOther(visit, `${addressOf(action)}#echanges`, 'action-message');
  }),

  post(urls.examinationChanges, 'action-reviewer', (visit) => decide(visit, 'changes-requested')),
  post(urls.examinationPublish, 'action-reviewer', (visit) => decide(visit, 'published')),
  post(urls.examinationRefuse, 'action-reviewer', (visit) => decide(visit, 'refused')),
  post(urls.examinationArchive, 'action-reviewer', (visit) => decide(visit, 'archived')),
  post(urls.examinationReopen, 'action-reviewer', (visit) => decide(visit, 'reopened')),
]);

const addressOf = (action: Action): string => urls.examination({ action: actionSegment(action) });

/** An action that was handed in: drafts are their group's alone. */
async function loadExamined(visit: AtAction): Promise<Action> {
  const action = await loadAnyAction(visit);
  return found(action.submittedAt ? action : null, 'action');
}

async function isOfGroup({ db, organisation, visitor }: AtAction, action: Action) {
  return (await findMembership(db, organisation.id, action.groupId, visitor.id)) !== null;
}

/** What stands beside which field. */
const fieldOf: Record<DecisionRefusal, string> = {
  'own-group': 'form',
  'changed-meanwhile': 'form',
  'decided-already': 'form',
  'words-missing': 'motif',
  'words-too-long': 'motif',
  'words-overloaded': 'motif',
  'criteria-unmet': 'form',
};
const statusOf = (refusal: DecisionRefusal): 403 | 409 | 422 =>
  refusal === 'own-group'
    ? 403
    : refusal === 'decided-already' || refusal === 'changed-meanwhile'
      ? 409
      : 422;

async function decide(visit: AtAction, act: ReviewAct): Promise<Answer> {
  const action = await loadExamined(visit);
  const { fund } = await surround(visit, action);
  const form = await visit.form();
  const typed = readDecision(form);
  // to publish, each is to be said met; otherwise those that are said not to be
  const unmet = CRITERIA.filter((one) =>
    act === 'published' ? typed.met[one] !== 'oui' : typed.met[one] === 'non',
  );
  const words = [
    typed.words,
    ...CRITERIA.filter((one) => typed.notes[one] !== '').map(
      (one) => `${criterionWords[one](fund.cap)} – ${typed.notes[one]}`,
    ),
  ]
    .filter((one) => one !== '')
    .join('\n\n');
  const version = Number(/^\d{1,6}$/.exec(form.text('version'))?.[0] ?? 0);
  const done = await visit.db.transaction().execute(async (tx) => {
    const decided = await decideAction(tx, actOf(visit), action.id, { act, words, unmet, version });
    if (decided.ok) await tellGroupOf(tx, senderOf(visit), decided.action, act, { words, unmet });
    return decided;
  });
  if (done.ok) return seeOther(visit, addressOf(action), `action-${act}`);
  const now = await loadExamined(visit);
  const [first] = unmet;
  const field =
    done.refusal === 'criteria-unmet' && first ? CRITERION_FIELDS[first] : fieldOf[done.refusal];
  return showExamination(visit, now, {
    typed,
    problems: { [field]: decisionProblems[done.refusal]() },
    status: statusOf(done.refusal),
  });
}

const each = (read: (criterion: Criterion) => string) =>
  Object.fromEntries(CRITERIA.map((one) => [one, read(one)])) as Record<Criterion, string>;

const readDecision = (form: Form): TypedDecision => ({
  words: form.text('motif'),
  met: each((one) => form.text(CRITERION_FIELDS[one])),
  notes: each((one) => form.text(noteField(one))),
});

async function showExamination(
  visit: AtAction,
  action: Action,
  shown: {
    typed?: TypedDecision;
    typedMessage?: string;
    problems?: Problems;
    status?: 403 | 409 | 422;
  } = {},
): Promise<Answer> {
  const { db, organisation, visitor } = visit;
  const at = [db, organisation.id, action.id] as const;
  const [around, lines, acts, versions, messages, own] = await Promise.all([
    surround(visit, action),
    listLines(...at),
    listActs(...at),
    listVersions(...at),
    listMessages(...at),
    isOfGroup(visit, action),
  ]);
  const people = [
    ...acts.flatMap(({ byPersonId }) => byPersonId ?? []),
    ...versions.map(({ submittedBy }) => submittedBy),
    ...messages.map(({ writtenBy }) => writtenBy),
  ];
  return page({
    title: action.title,
    section: 'examinations',
    ...(shown.status && { status: shown.status, faulty: true }),
    body: (
      <ExaminationPage
        {...around}
        {...{ action, lines, acts, versions, messages, isOfGroup: own }}
        picture={action.pictureId ? await findFile(db, organisation.id, action.pictureId) : null}
        nicknames={await listNicknames(db, organisation.id, people)}
        ownId={visitor.id}
        typed={shown.typed ?? { words: '', met: each(() => ''), notes: each(() => '') }}
        typedMessage={shown.typedMessage ?? ''}
        problems={shown.problems ?? {}}
      />
    ),
  });
}
