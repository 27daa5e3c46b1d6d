import * as m from '../../../paraglide/messages.js';
import { dayInParis } from '../../../platform/clock/paris.ts';
import { readNow } from '../../../platform/database/database.ts';
import { found } from '../../../platform/http/refused.ts';
import { get, holdsRight, post, type Route } from '../../../platform/http/route.ts';
import { page, type SignedInVisit, seeOther, type Visitor } from '../../../platform/http/visit.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { listNicknames } from '../../identity/index.ts';
import { listDepartments } from '../../organisations/index.ts';
import { listEditions } from '../../spaces/index.ts';
import type { Assignment } from './assignment.ts';
import { findAssignment } from './opinion.store.ts';
import { QUEUE_WORDS, QueuePage, ReturnPage } from './queue.page.tsx';
import { countTasks, listTasks, takeTask } from './queue.store.ts';
import { QUEUE_STATES, type QueueScope } from './queue.ts';
import { returnOpinion } from './return.store.ts';
import { tellOfficeOfReturn } from './tasks.mails.ts';
import { returnWords } from './words.page.tsx';

type TaskVisit = SignedInVisit<'opinion'>;

/** What a department's agents do; an officer may look over their shoulder. */
export const queueRoutes: readonly Route[] = [
  get(urls.tasks, 'agent', async (visit) => {
    const { db, organisation, visitor, url } = visit;
    const own = listScopes(visitor);
    const isOfficer = holdsRight('officer', visitor);
    // an officer's second factor is asked for before they see what others work on
    if (own.length === 0 && !isOfficer)
      return seeOther(visit, urls.verification({ vers: url.pathname + url.search }));
    const all = await listDepartments(db, organisation.id, { closed: true });
    const service = url.searchParams.get('service');
    const scopes = service === null || service === '' ? own : narrow(own, service, isOfficer);
    const departments = all.filter(({ id }) => scopes.some((one) => one.departmentId === id));
    if (service) found(departments[0], 'department');
    const state = QUEUE_STATES.find((one) => QUEUE_WORDS[one].key === url.searchParams.get('voir'));
    const after = url.searchParams.get('apres') ?? '';
    const [now, counts, { tasks, next }, editions] = await Promise.all([
      readNow(db),
      countTasks(db, organisation.id, scopes),
      listTasks(db, organisation.id, scopes, state ?? 'asked', isUuid(after) ? after : null),
      listEditions(db, organisation.id, 'all'),
    ]);
    const agents = [...new Set(tasks.flatMap(({ agentId }) => agentId ?? []))];
    const key = QUEUE_WORDS[state ?? 'asked'].key;
    return page({
      title: m.assign_queue_title(),
      section: 'tasks',
      body: (
        <QueuePage
          departments={departments}
          service={service || null}
          state={state ?? 'asked'}
          counts={counts}
          tasks={tasks}
          editions={new Map(editions.map((edition) => [edition.id, edition]))}
          nicknames={await listNicknames(db, organisation.id, agents)}
          today={dayInParis(now)}
          reader={visitor.id}
          choices={isOfficer ? all : []}
          nextHref={
            next === null
              ? undefined
              : urls.tasks({
                  ...(service && { service }),
                  ...(key && { voir: key }),
                  apres: next,
                })
          }
        />
      ),
    });
  }),

  post(urls.taskTake, 'agent', async (visit) => {
    const { db, organisation, visitor } = visit;
    const opinion = await loadTask(visit);
    const takes = (await visit.form()).text('prendre') !== 'non';
    await takeTask(db, organisation.id, opinion.id, takes ? visitor.id : null);
    return seeOther(visit, urls.tasks(), takes ? 'assign-taken' : 'assign-let-go');
  }),

  get(urls.taskReturn, 'agent', async (visit) => {
    const opinion = await loadTask(visit);
    if (opinion.state !== 'asked') return seeOther(visit, urls.tasks(), 'assign-gone');
    return returnPage(visit, { comment: '', service: '' });
  }),

  post(urls.taskReturn, 'agent', async (visit) => {
    const { db, config, organisation, visitor } = visit;
    const opinion = await loadTask(visit);
    const form = await visit.form();
    const typed = { comment: form.text('commentaire'), service: form.text('service') };
    const departments = await listDepartments(db, organisation.id);
    const suggested = departments.find(({ id }) => id === typed.service)?.id ?? null;
    const version = form.text('version');
    const done = await db.transaction().execute(async (tx) => {
      const returned = await returnOpinion(
        tx,
        { organisationId: organisation.id, by: visitor.id },
        opinion.id,
        {
          comment: typed.comment,
          suggestedDepartmentId: suggested === opinion.departmentId ? null : suggested,
          version: /^\d{1,9}$/.test(version) ? Number(version) : -1,
        },
      );
      if (returned.ok) await tellOfficeOfReturn(tx, config, organisation.id, opinion.id);
      return returned;
    });
    if (done.ok) return seeOther(visit, urls.tasks(), 'assign-returned');
    const { field, words } = returnWords[done.refusal];
    return returnPage(visit, typed, { [field]: words() }, field === 'form' ? 409 : 422);
  }),
];

/** The departments whose agent somebody is now, each in one edition or in all. */
function listScopes({ held }: Visitor): QueueScope[] {
  const scopes = held.flatMap(({ role, departmentId, editionId }) =>
    role === 'agent' && departmentId !== null ? [{ departmentId, editionId }] : [],
  );
  const everywhere = scopes.filter(({ editionId }) => editionId === null);
  // who is agent in every edition is not once more in one of them
  const once = new Map(
    scopes.map((one) => {
      const scope = everywhere.find(({ departmentId }) => departmentId === one.departmentId) ?? one;
      return [`${scope.departmentId} ${scope.editionId}`, scope];
    }),
  );
  return [...once.values()];
}

/** One department's queue: one's own, or any for an officer. */
function narrow(own: readonly QueueScope[], service: string, isOfficer: boolean): QueueScope[] {
  const mine = own.filter(({ departmentId }) => departmentId === service);
  return isOfficer && isUuid(service) ? [{ departmentId: service, editionId: null }] : mine;
}

/** Whether somebody may see and treat what a department is asked: its agents, and officers. */
function maySeeTask(
  visitor: Visitor,
  opinion: Pick<Assignment, 'departmentId' | 'editionId'>,
): boolean {
  if (holdsRight('officer', visitor)) return true;
  return listScopes(visitor).some(
    ({ departmentId, editionId }) =>
      departmentId === opinion.departmentId &&
      (editionId === null || editionId === opinion.editionId),
  );
}

async function loadTask({ db, organisation, params, visitor }: TaskVisit) {
  const opinion = await findAssignment(db, organisation.id, params.opinion);
  const isOpen = opinion && opinion.state !== 'withdrawn' && maySeeTask(visitor, opinion);
  return found(isOpen ? opinion : null, 'opinion');
}

async function returnPage(
  visit: TaskVisit,
  typed: { comment: string; service: string },
  problems: Problems = {},
  status: 409 | 422 = 422,
) {
  // as it stands now: the next try is made from it
  const opinion = await loadTask(visit);
  const departments = await listDepartments(visit.db, visit.organisation.id, { closed: true });
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.assign_return_title(),
    section: 'tasks',
    ...(faulty && { status, faulty }),
    body: (
      <ReturnPage opinion={opinion} departments={departments} typed={typed} problems={problems} />
    ),
  });
}
