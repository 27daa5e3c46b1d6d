import type { VNode } from 'preact';
import { readNow } from '../../../platform/database/database.ts';
import type { Form } from '../../../platform/http/form.ts';
import { found } from '../../../platform/http/refused.ts';
import { get, mayIn, mayProveRight, post, type Route } from '../../../platform/http/route.ts';
import {
  type Page,
  page,
  type SignedInVisit,
  seeOther,
  type Visitor,
} from '../../../platform/http/visit.ts';
import { urls } from '../../../urls.ts';
import { findIdea } from '../../ideas/index.ts';
import { listNicknames } from '../../identity/index.ts';
import { listDepartments } from '../../organisations/index.ts';
import { findEditionById } from '../../spaces/index.ts';
import { taskParts } from '../panels.routes.ts';
import { findOpinion, listOpinionsOf } from './opinion.store.ts';
import {
  isFeasibility,
  isVerdict,
  type Opinion,
  type OpinionContent,
  refuseAct,
} from './opinion.ts';
import { writeOpinion } from './opinion-writing.store.ts';
import type { TaskAt } from './sheet-panel.routes.ts';
import { readStanding } from './standing.store.ts';
import { TaskPage, type TypedOpinion, taskConflictWords } from './task.page.tsx';
import { readFigures, readTypedFigures, typeFigures } from './typed-figures.routes.ts';
import { closedWords, type SheetRefusal, sayRefusals } from './words.page.ts';

/** What a department is asked about one idea, on one screen. */
export const taskRoutes: readonly Route[] = [
  get(urls.task, 'agent', async (visit) => {
    const at = await loadTask(visit);
    if (at instanceof Response) return at;
    return showTask(at, { changing: visit.url.searchParams.has('modifier') });
  }),

  post(urls.task, 'agent', async (visit) => {
    const at = await loadTask(visit);
    if (at instanceof Response) return at;
    const { opinion } = at;
    const form = await visit.form();
    const typed = readTyped(form);
    const version = Number(form.text('version')) || 0;
    const { content, problems } = readOpinion(typed);
    if (Object.keys(problems).length > 0)
      return showTask(at, { typed, version, problems: sayRefusals(problems) });
    const saved = await writeOpinion(
      visit.db,
      { organisationId: visit.organisation.id, by: visit.visitor.id },
      opinion.id,
      { act: form.text('act') === 'save' ? 'save' : 'give', content, version },
    );
    if (saved.ok)
      return seeOther(
        visit,
        urls.task({ opinion: opinion.id }),
        saved.opinion.state === 'given' ? 'opinion-given' : 'opinion-saved',
      );
    if (saved.refusal === 'changed-meanwhile')
      return showTask(
        { ...at, opinion: saved.opinion },
        {
          typed,
          version: saved.opinion.version,
          problems: taskConflictWords(
            { ...typed, ...typeFigures(content) },
            typeOpinion(saved.opinion),
          ),
          conflict: true,
        },
      );
    if (saved.refusal === 'not-filled')
      return showTask(at, { typed, version, problems: sayRefusals(saved.problems) });
    const words = saved.refusal === 'not-found' ? 'not-asked' : saved.refusal;
    return showTask(at, { typed, version, problems: { form: closedWords[words]() } });
  }),
];

/** The task that an address names, for the agents of its department and for officers; 404 for all others. */
async function loadTask(visit: SignedInVisit<'opinion'>): Promise<TaskAt | Response> {
  const { db, organisation, params, visitor } = visit;
  const opinion = found(await findOpinion(db, organisation.id, params.opinion), 'opinion');
  if (!isOfDepartment(visitor, opinion) && !mayIn('officer', visitor, opinion.editionId)) {
    // an officer who came by the mailed link proves who they are first, as for the rest of the office
    found(mayProveRight('officer', visitor) || null, 'opinion');
    return seeOther(visit, urls.verification({ vers: visit.url.pathname }));
  }
  const edition = found(await findEditionById(db, organisation.id, opinion.editionId), 'edition');
  const [idea, standing, departments, now] = await Promise.all([
    findIdea(db, organisation.id, opinion.ideaId),
    readStanding(db, organisation.id, edition, opinion.ideaId),
    listDepartments(db, organisation.id, { closed: true }),
    readNow(db),
  ]);
  return {
    visit,
    edition,
    idea: found(idea, 'idea'),
    opinion,
    department: found(
      departments.find(({ id }) => id === opinion.departmentId),
      'department',
    ),
    departments: new Map(departments.map((department) => [department.id, department])),
    standing,
    now,
  };
}

/** Whether somebody works now in the department that is asked, in this edition. */
const isOfDepartment = ({ held }: Visitor, opinion: Opinion): boolean =>
  held.some(
    ({ role, departmentId, editionId }) =>
      role === 'agent' &&
      departmentId === opinion.departmentId &&
      (editionId === null || editionId === opinion.editionId),
  );

interface Shown {
  /** Its form is open though the opinion was given. */
  changing?: boolean;
  /** As it came back. */
  typed?: TypedOpinion;
  version?: number;
  problems?: Record<string, string>;
  conflict?: boolean;
}

async function showTask(at: TaskAt, shown: Shown = {}): Promise<Page> {
  const { visit, edition, idea, opinion, department, departments, standing } = at;
  const { db, organisation } = visit;
  const { problems = {}, conflict = false } = shown;
  const faulty = Object.keys(problems).length > 0;
  const others = (await listOpinionsOf(db, organisation.id, [idea.id])).filter(
    ({ id, state }) => id !== opinion.id && state === 'given',
  );
  const drawn = await Promise.all(
    taskParts.map(async (part) => [part.place, await part.load(at)] as const),
  );
  const partsAt = (place: 'acts' | 'below') =>
    drawn.flatMap(([where, body]) => (where === place && body ? [body] : []));
  const authors = opinion.savedBy ? [opinion.savedBy] : [];
  const nicknames = await listNicknames(db, organisation.id, authors);
  const closed = refuseAct('give', {
    state: opinion.state,
    standing,
    departmentClosed: department.closedAt !== null,
  });
  return page({
    title: idea.title,
    section: 'desk',
    ...(faulty && { status: conflict ? 409 : 422, faulty: true }),
    body: (
      <TaskPage
        edition={edition}
        idea={idea}
        opinion={opinion}
        department={department}
        others={others.map((one) => ({
          opinion: one,
          department: departments.get(one.departmentId)?.name ?? '',
        }))}
        closed={closed}
        open={closed === null && (opinion.state === 'asked' || faulty || shown.changing === true)}
        savedBy={nicknames.get(opinion.savedBy ?? '') ?? null}
        typed={shown.typed ?? typeOpinion(opinion)}
        version={shown.version ?? opinion.version}
        problems={problems}
        conflict={conflict}
        acts={partsAt('acts') as VNode[]}
        below={partsAt('below') as VNode[]}
      />
    ),
  });
}

const typeOpinion = (opinion: OpinionContent): TypedOpinion => ({
  technical: opinion.technical ?? '',
  legal: opinion.legal ?? '',
  financial: opinion.financial ?? '',
  verdict: opinion.verdict ?? '',
  comment: opinion.comment,
  ...typeFigures(opinion),
});

const readTyped = (form: Form): TypedOpinion => ({
  technical: form.text('technical'),
  legal: form.text('legal'),
  financial: form.text('financial'),
  verdict: form.text('verdict'),
  comment: form.text('comment'),
  ...readTypedFigures(form),
});

function readOpinion(typed: TypedOpinion): {
  content: OpinionContent;
  problems: Partial<Record<string, SheetRefusal>>;
} {
  const { figures, problems } = readFigures(typed);
  const feasibility = (value: string) => (isFeasibility(value) ? value : null);
  const content = {
    technical: feasibility(typed.technical),
    legal: feasibility(typed.legal),
    financial: feasibility(typed.financial),
    verdict: isVerdict(typed.verdict) ? typed.verdict : null,
    comment: typed.comment,
    ...figures,
  };
  return { content, problems };
}
