import * as m from '../../paraglide/messages.js';
import type { Form } from '../../platform/http/form.ts';
import { found } from '../../platform/http/refused.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { type Page, page, type SignedInVisit, seeOther } from '../../platform/http/visit.ts';
import { readEuros, writeEuros } from '../../platform/money/euros.ts';
import type { Problems } from '../../ui/form.tsx';
import { MAP_SCRIPT } from '../../ui/map.tsx';
import { urls } from '../../urls.ts';
import { type Idea, listIdeaTitles, type Point, readPoint } from '../ideas/index.ts';
import { listNicknames } from '../identity/index.ts';
import { drawnGround } from '../spaces/index.page.ts';
import { shareGround } from '../spaces/index.routes.ts';
import { type Edition, findEditionForOffice } from '../spaces/index.ts';
import { FrozenProjectPage } from './frozen-project.page.tsx';
import {
  EditProjectPage,
  NewProjectPage,
  type ProjectProblems,
  projectConflictWords,
  projectWords,
} from './office-project.page.tsx';
import { findListFreeze, findProject } from './project.store.ts';
import { checkProject, type NewProject, type Project } from './project.ts';
import type { TypedProject } from './project-fields.page.tsx';
import { findIdeasByNumbers } from './project-sources.store.ts';
import {
  changeProject,
  insertProject,
  markProject,
  removeProject,
  type WriteRefusal,
} from './project-writing.store.ts';

/** One project: made, changed, removed, as long as its list is not frozen. */
export const officeProjectRoutes: readonly Route[] = [
  get(urls.adminNewProject, 'officer', async (visit) => {
    const { db, organisation, url } = visit;
    const edition = await findOfficeEdition(visit);
    if (await findListFreeze(db, organisation.id, edition.id))
      return seeOther(visit, urls.adminProjects({ edition: edition.slug }), 'list-already-frozen');
    const numbers = readIdeaNumbers(url.searchParams.getAll('idee').join(','));
    const { ideas } = await findIdeasByNumbers(
      db,
      organisation.id,
      edition.id,
      Array.isArray(numbers) ? numbers : [],
    );
    return newProjectPage(visit, edition, typeFromIdeas(ideas), {});
  }),

  post(urls.adminNewProject, 'officer', async (visit) => {
    const { db } = visit;
    const edition = await findOfficeEdition(visit);
    const typed = readTyped(await visit.form());
    const { project, problems } = await readProject(visit, edition, typed, null);
    if (Object.keys(problems).length > 0)
      return newProjectPage(visit, edition, typed, projectWords(problems));
    const written = await insertProject(db, actOf(visit), edition.id, project);
    return written.ok
      ? seeOther(visit, urls.adminProjects({ edition: edition.slug }), 'project-created')
      : newProjectPage(visit, edition, typed, projectWords(problemOf(written.refusal)));
  }),

  get(urls.adminProject, 'officer', async (visit) => {
    const { db, organisation } = visit;
    const edition = await findOfficeEdition(visit);
    const project = await findOfficeProject(visit, edition);
    if (project.number === null)
      return editPage(visit, edition, project, await typeProject(visit, project), {});
    const [nicknames, ideas] = await Promise.all([
      listNicknames(db, organisation.id, project.holderId ? [project.holderId] : []),
      listIdeaTitles(db, organisation.id, project.ideaIds),
    ]);
    return page({
      title: project.title,
      section: 'admin',
      body: (
        <FrozenProjectPage
          edition={edition}
          project={project}
          holder={nicknames.get(project.holderId ?? '') ?? null}
          ideas={ideas}
        />
      ),
    });
  }),

  post(urls.adminProject, 'officer', async (visit) => {
    const edition = await findOfficeEdition(visit);
    const before = await findOfficeProject(visit, edition);
    const form = await visit.form();
    const typed = readTyped(form);
    const mark = form.text('mark');
    const { project, problems } = await readProject(visit, edition, typed, before);
    if (Object.keys(problems).length > 0)
      return editPage(visit, edition, before, typed, projectWords(problems), { mark });
    const written = await changeProject(visit.db, actOf(visit), before.id, project, mark);
    if (written.ok)
      return seeOther(visit, urls.adminProjects({ edition: edition.slug }), 'project-changed');
    if (written.refusal !== 'changed-meanwhile')
      return editPage(visit, edition, before, typed, projectWords(problemOf(written.refusal)), {
        mark,
      });
    const saved = found(written.project, 'project');
    const mine = { ...typed, cost: writeEuros(project.cost), ideas: sortNumbers(typed.ideas) };
    const conflict = projectConflictWords(mine, await typeProject(visit, saved));
    return editPage(visit, edition, saved, typed, conflict, { conflict: true });
  }),

  post(urls.adminRemoveProject, 'officer', async (visit) => {
    const edition = await findOfficeEdition(visit);
    const project = await findOfficeProject(visit, edition);
    const removed = await removeProject(visit.db, actOf(visit), project.id);
    return seeOther(
      visit,
      urls.adminProjects({ edition: edition.slug }),
      removed.ok ? 'project-removed' : 'list-already-frozen',
    );
  }),
];

type OfficeVisit = SignedInVisit<'edition'>;

async function findOfficeEdition({ db, organisation, params }: OfficeVisit): Promise<Edition> {
  return found(await findEditionForOffice(db, organisation.id, params.edition), 'edition');
}

async function findOfficeProject(
  { db, organisation, params }: SignedInVisit<'edition' | 'project'>,
  edition: Edition,
): Promise<Project> {
  const project = await findProject(db, organisation.id, params.project);
  return found(project?.editionId === edition.id ? project : null, 'project');
}

function actOf({ organisation, visitor }: SignedInVisit) {
  return { organisationId: organisation.id, by: visitor.id };
}

function readTyped(form: Form): TypedProject {
  return {
    title: form.text('title').replaceAll(/\s+/g, ' '),
    summary: form.text('summary'),
    categoryId: form.text('categoryId'),
    cost: form.text('cost'),
    place: form.text('place').replaceAll(/\s+/g, ' '),
    district: form.text('district'),
    latitude: form.text('latitude'),
    longitude: form.text('longitude'),
    ideas: form.text('ideas'),
  };
}

/** The first idea lends its title, category and holder; the texts follow each other. */
function typeFromIdeas(ideas: readonly Idea[]): TypedProject {
  const [first] = ideas;
  const placed = ideas.find(({ place }) => place.point) ?? first;
  return {
    title: first?.title ?? '',
    summary: ideas.map((idea) => idea.body).join('\n\n'),
    categoryId: first?.categoryId ?? '',
    cost: '',
    place: placed?.place.words ?? '',
    district: '',
    ...typePoint(placed?.place.point ?? null),
    ideas: ideas.map((idea) => idea.number).join(', '),
  };
}

async function typeProject(visit: OfficeVisit, project: Project): Promise<TypedProject> {
  const ideas = await listIdeaTitles(visit.db, visit.organisation.id, project.ideaIds);
  return {
    title: project.title,
    summary: project.summary,
    categoryId: project.categoryId ?? '',
    cost: writeEuros(project.cost),
    place: project.place,
    district: project.district,
    ...typePoint(project.point),
    ideas: ideas.map((idea) => idea.number).join(', '),
  };
}

const typePoint = (point: Point | null) => ({
  latitude: point ? String(point.latitude) : '',
  longitude: point ? String(point.longitude) : '',
});

const MOST_IDEAS = 20;

/** « 12, 45 » or « n° 12 et 45 » → 12 and 45, each once. */
function readIdeaNumbers(typed: string): number[] | 'not-numbers' | 'too-many-ideas' {
  const parts = typed.split(/[^\p{L}\p{N}]+/u).filter((part) => !/^(?:|n|no|et|and)$/i.test(part));
  if (parts.some((part) => !/^[1-9]\d{0,8}$/.test(part))) return 'not-numbers';
  const numbers = [...new Set(parts.map(Number))];
  return numbers.length > MOST_IDEAS ? 'too-many-ideas' : numbers;
}

function sortNumbers(typed: string): string {
  const numbers = readIdeaNumbers(typed);
  return Array.isArray(numbers) ? numbers.sort((a, b) => a - b).join(', ') : typed;
}

async function readProject(
  { db, organisation }: OfficeVisit,
  edition: Edition,
  typed: TypedProject,
  before: Project | null,
): Promise<{ project: NewProject; problems: ProjectProblems }> {
  const cost = readEuros(typed.cost);
  const numbers = readIdeaNumbers(typed.ideas);
  const { ideas, unknown } = await findIdeasByNumbers(
    db,
    organisation.id,
    edition.id,
    Array.isArray(numbers) ? numbers : [],
  );
  const deposits = ideas.map((idea) => idea.publishedAt.getTime());
  const point = readPoint(typed);
  const project: NewProject = {
    title: typed.title,
    summary: typed.summary,
    categoryId: typed.categoryId === '' ? null : typed.categoryId,
    cost: cost.ok ? cost.cents : 0,
    place: typed.place,
    district: typed.district,
    point: point === 'not-a-point' ? null : point,
    ideaIds: ideas.map((idea) => idea.id),
    // the holder stays as long as one of the ideas is theirs
    holderId:
      ideas.find((idea) => idea.authorId === before?.holderId)?.authorId ??
      ideas[0]?.authorId ??
      null,
    depositedAt: deposits.length > 0 ? new Date(Math.min(...deposits)) : null,
  };
  const problems: ProjectProblems = checkProject(project, edition);
  if (!cost.ok) problems.cost = cost.refusal;
  if (point === 'not-a-point') problems.latitude = point;
  if (!Array.isArray(numbers)) problems.ideas = numbers;
  else if (unknown.length > 0) problems.ideas = 'idea-unknown';
  return { project, problems };
}

function problemOf(refusal: WriteRefusal): ProjectProblems {
  if (refusal === 'list-frozen') return { form: refusal };
  return refusal === 'unknown-district' ? { district: refusal } : { ideas: refusal };
}

const unlessFaulty = (problems: Problems): Partial<Page> =>
  Object.keys(problems).length > 0 ? { status: 422, faulty: true } : {};

async function newProjectPage(
  visit: OfficeVisit,
  edition: Edition,
  typed: TypedProject,
  problems: Problems,
) {
  const ground = drawnGround(await shareGround(visit));
  return page({
    scripts: [MAP_SCRIPT],
    title: m.projects_new_title(),
    section: 'admin',
    ...unlessFaulty(problems),
    body: <NewProjectPage {...{ edition, typed, problems, ground }} />,
  });
}

async function editPage(
  visit: OfficeVisit,
  edition: Edition,
  project: Project,
  typed: TypedProject,
  problems: Problems,
  { mark = markProject(project), conflict = false }: { mark?: string; conflict?: boolean } = {},
) {
  const ground = drawnGround(await shareGround(visit));
  return page({
    scripts: [MAP_SCRIPT],
    title: m.projects_edit_title(),
    section: 'admin',
    ...unlessFaulty(problems),
    ...(conflict && { status: 409, faulty: true }),
    body: (
      <EditProjectPage
        edition={edition}
        project={project}
        typed={typed}
        problems={problems}
        ground={ground}
        mark={mark}
        conflict={conflict}
      />
    ),
  });
}
