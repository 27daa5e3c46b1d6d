import { randomUUID } from 'node:crypto';
import * as m from '../../paraglide/messages.js';
import { readNow } from '../../platform/database/database.ts';
import { badRequest, found } from '../../platform/http/refused.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../platform/http/visit.ts';
import { isUuid } from '../../platform/text/uuid.ts';
import type { Problems } from '../../ui/form.tsx';
import { urls } from '../../urls.ts';
import { listPublicNicknames } from '../identity/index.ts';
import { dayInParis, readNumber } from '../spaces/index.ts';
import { tellOfDossier } from './dossier.mails.ts';
import { checkWords, LENGTHS, type Task, type WrittenTask } from './dossier.ts';
import { hrefOf, partsOf, wordsProblem } from './dossier-words.page.ts';
import { actOf, loadOwnDossier, type SeenDossier } from './load.routes.ts';
import { listMembers } from './member.store.ts';
import {
  addTask,
  changeTask,
  findTask,
  listTasks,
  markTask,
  moveTask,
  removeTask,
  type TaskRefusal,
} from './task.store.ts';
import { isTaskGesture, TaskPage, TasksPage, type TypedTask } from './tasks.page.tsx';

/** What is to be done in a dossier, by whom and until when. */
export const taskRoutes: readonly Route[] = [
  get(urls.dossierTasks, 'signed-in', async (visit) =>
    showTasks(visit, await loadOwnDossier(visit), NOTHING, {}),
  ),

  post(urls.dossierTasks, 'signed-in', async (visit) => {
    const seen = await loadOwnDossier(visit);
    const form = await visit.form();
    const typed = readTyped(form);
    const madeFrom = isUuid(form.text('formulaire')) ? form.text('formulaire') : randomUUID();
    const read = readTask(typed);
    if (!read.ok) return showTasks(visit, seen, typed, read.problems, madeFrom);
    const done = await visit.db.transaction().execute(async (tx) => {
      const added = await addTask(tx, actOf(visit), seen.dossier.id, read.written, madeFrom);
      if (added.ok) await tellAssignee(tx, visit, seen, null, added.task);
      return added;
    });
    if (done.ok) return backToTasks(visit, seen, 'dossier-task-added');
    return refuseTask(visit, seen, done.refusal, (problems) =>
      showTasks(visit, seen, typed, problems, madeFrom),
    );
  }),

  get(urls.dossierTask, 'signed-in', async (visit) => {
    const seen = await loadOwnDossier(visit);
    const task = await loadTask(visit, seen);
    return showTask(visit, seen, task, typedOf(task), {});
  }),

  post(urls.dossierTask, 'signed-in', async (visit) => {
    const seen = await loadOwnDossier(visit);
    const task = await loadTask(visit, seen);
    const form = await visit.form();
    const typed = readTyped(form);
    const version = readNumber(form.text('version')) ?? 0;
    const read = readTask(typed);
    if (!read.ok) return showTask(visit, seen, { ...task, version }, typed, read.problems);
    const by = { id: task.id, version };
    const done = await visit.db.transaction().execute(async (tx) => {
      const changed = await changeTask(tx, actOf(visit), seen.dossier.id, by, read.written);
      if (changed.ok) await tellAssignee(tx, visit, seen, task, changed.task);
      return changed;
    });
    if (done.ok) return backToTasks(visit, seen, 'dossier-task-changed');
    return refuseTask(visit, seen, done.refusal, (problems) =>
      showTask(visit, seen, task, typed, problems),
    );
  }),

  post(urls.dossierTaskAct, 'signed-in', async (visit) => {
    const seen = await loadOwnDossier(visit);
    const { db, params } = visit;
    const id = found(isUuid(params.task) ? params.task : null, 'task');
    const form = await visit.form();
    const gesture = form.text('geste');
    if (!isTaskGesture(gesture)) throw badRequest('gesture');
    const act = actOf(visit);
    const of = seen.dossier.id;
    const run = {
      fait: () => markTask(db, act, of, id, true),
      'a-faire': () => markTask(db, act, of, id, false),
      monter: () => moveTask(db, act, of, id, 'up'),
      descendre: () => moveTask(db, act, of, id, 'down'),
      retirer: () => removeTask(db, act, of, id),
    };
    const done = await run[gesture]();
    const next = form.text('retour') === 'taches' ? urls.dossierTasks(partsOf(seen)) : hrefOf(seen);
    const notice = gesture === 'retirer' ? 'dossier-task-removed' : undefined;
    return seeOther(visit, next, done.ok ? notice : noticeOf(done.refusal));
  }),
];

const NOTHING: TypedTask = { words: '', assignee: '', dueOn: '' };

const readTyped = (form: { text(name: string): string }): TypedTask => ({
  words: form.text('tache').replaceAll(/\s+/g, ' '),
  assignee: form.text('qui'),
  dueOn: form.text('echeance'),
});

const typedOf = ({ words, assigneeId, dueOn }: WrittenTask): TypedTask => ({
  words,
  assignee: assigneeId ?? '',
  dueOn: dueOn ?? '',
});

function readTask(
  typed: TypedTask,
): { ok: true; written: WrittenTask } | { ok: false; problems: Problems } {
  const problems: Problems = {};
  const wrong = checkWords(typed.words, LENGTHS.task);
  if (wrong) problems.tache = wordsProblem(wrong, LENGTHS.task);
  if (typed.assignee !== '' && !isUuid(typed.assignee))
    problems.qui = m.dossiers_problem_assignee();
  if (typed.dueOn !== '' && !isDay(typed.dueOn)) problems.echeance = m.dossiers_problem_day();
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  return {
    ok: true,
    written: {
      words: typed.words,
      assigneeId: typed.assignee || null,
      dueOn: typed.dueOn || null,
    },
  };
}

/** `2026-12-01`, a day that is in the calendar. */
function isDay(text: string): boolean {
  if (!/^20\d\d-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Whoever is newly asked to do it is told. */
async function tellAssignee(
  tx: Parameters<typeof tellOfDossier>[0],
  visit: SignedInVisit,
  seen: SeenDossier,
  before: Task | null,
  { id, version, assigneeId, words }: Task,
): Promise<void> {
  if (!assigneeId || assigneeId === before?.assigneeId) return;
  await tellOfDossier(tx, visit, seen, {
    kind: 'assigned',
    key: `${id}:${version}`,
    personIds: [assigneeId],
    quoted: words,
  });
}

const noticeOf = (refusal: TaskRefusal): string =>
  refusal === 'closed' ? 'dossier-closed-already' : 'dossier-task-gone';

function refuseTask(
  visit: SignedInVisit,
  seen: SeenDossier,
  refusal: TaskRefusal,
  again: (problems: Problems) => Promise<Answer>,
): Promise<Answer> | Answer {
  switch (refusal) {
    case 'not-a-member':
      return again({ qui: m.dossiers_problem_assignee() });
    case 'too-many':
      return again({ form: m.dossiers_problem_tasks() });
    case 'changed-meanwhile':
      return again({ form: m.dossiers_problem_meanwhile() });
    case 'gone':
    case 'closed':
      return seeOther(visit, hrefOf(seen), noticeOf(refusal));
  }
}

const backToTasks = (visit: SignedInVisit, seen: SeenDossier, notice: string): Response =>
  seeOther(visit, urls.dossierTasks(partsOf(seen)), notice);

async function loadTask(
  { db, organisation, params }: SignedInVisit<'task'>,
  { dossier }: SeenDossier,
): Promise<Task> {
  return found(await findTask(db, organisation.id, dossier.id, params.task), 'task');
}

async function readPeople({ db, organisation }: SignedInVisit, { dossier }: SeenDossier) {
  const [members, tasks, now] = await Promise.all([
    listMembers(db, organisation.id, dossier.id),
    listTasks(db, organisation.id, dossier.id),
    readNow(db),
  ]);
  const ids = [
    ...members.map(({ personId }) => personId),
    ...tasks.flatMap(({ doneBy }) => doneBy ?? []),
  ];
  const nicknames = await listPublicNicknames(db, organisation.id, ids);
  return { members, tasks, nicknames, today: dayInParis(now) };
}

async function showTasks(
  visit: SignedInVisit,
  seen: SeenDossier,
  typed: TypedTask,
  problems: Problems,
  madeFrom: string = randomUUID(),
): Promise<Answer> {
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.dossiers_tasks(),
    section: 'participation',
    ...(faulty && { status: 422, faulty }),
    body: (
      <TasksPage
        {...seen}
        {...(await readPeople(visit, seen))}
        mayAct={seen.dossier.closedAt === null}
        typed={typed}
        problems={problems}
        madeFrom={madeFrom}
      />
    ),
  });
}

async function showTask(
  visit: SignedInVisit,
  seen: SeenDossier,
  task: Task,
  typed: TypedTask,
  problems: Problems,
): Promise<Answer> {
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.dossiers_task_change(),
    section: 'participation',
    ...(faulty && { status: 422, faulty }),
    body: (
      <TaskPage
        {...seen}
        {...(await readPeople(visit, seen))}
        task={task}
        version={task.version}
        typed={typed}
        problems={problems}
      />
    ),
  });
}
