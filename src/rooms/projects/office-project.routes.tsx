import * as m from '../../paraglide/messages.js';
import { found } from '../../platform/http/refused.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { type Page, page, type SignedInVisit, seeOther } from '../../platform/http/visit.ts';
import { writeEuros } from '../../platform/money/euros.ts';
import type { Problems } from '../../ui/form.tsx';
import { MAP_SCRIPT } from '../../ui/map.tsx';
import { urls } from '../../urls.ts';
import { listIdeaTitles } from '../ideas/index.ts';
import { listNicknames } from '../identity/index.ts';
import { drawnGround } from '../spaces/index.page.ts';
import { findOfficeEdition, type OfficeVisit, shareGround } from '../spaces/index.routes.ts';
import type { Edition } from '../spaces/index.ts';
import { FrozenProjectPage } from './frozen-project.page.tsx';
import {
  EditProjectPage,
  NewProjectPage,
  type ProjectProblems,
  projectConflictWords,
  projectWords,
} from './office-project.page.tsx';
import { findListFreeze, findProject } from './project.store.ts';
import { listHolderIds, nameHolders, type Project } from './project.ts';
import { ANY_FILES, type TypedProject } from './project-fields.page.tsx';
import { makeKeptProjects } from './project-making.store.ts';
import { findIdeasByNumbers } from './project-sources.store.ts';
import {
  changeProject,
  insertProject,
  markProject,
  removeProject,
  type WriteRefusal,
} from './project-writing.store.ts';
import {
  listTypedFiles,
  readIdeaNumbers,
  readProject,
  readTyped,
  sortNumbers,
  typeFromIdeas,
  typeProject,
} from './typed-project.routes.ts';

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

  // before those of one project: its address is also one of theirs
  post(urls.adminMakeProjects, 'officer', async (visit) => {
    const edition = await findOfficeEdition(visit);
    const done = await makeKeptProjects(visit.db, actOf(visit), edition.id);
    const back = urls.adminProjects({ edition: edition.slug });
    if (!done.ok) return seeOther(visit, back, 'list-already-frozen');
    return seeOther(visit, back, done.made > 0 ? 'projects-made' : 'projects-made-none');
  }),

  get(urls.adminProject, 'officer', async (visit) => {
    const { db, organisation } = visit;
    const edition = await findOfficeEdition(visit);
    const project = await findOfficeProject(visit, edition);
    if (project.number === null)
      return editPage(visit, edition, project, await typeProject(visit, project), {});
    const [nicknames, ideas] = await Promise.all([
      listNicknames(db, organisation.id, listHolderIds(project)),
      listIdeaTitles(db, organisation.id, project.ideaIds),
    ]);
    return page({
      title: project.title,
      section: 'admin',
      body: (
        <FrozenProjectPage
          edition={edition}
          project={project}
          holders={nameHolders(project.holders, nicknames)}
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
    const theirs = await typeProject(visit, saved);
    const mine = {
      ...typed,
      cost: writeEuros(project.cost),
      ideas: sortNumbers(typed.ideas),
      files: typed.files === ANY_FILES ? theirs.files : typed.files,
    };
    const conflict = projectConflictWords(mine, theirs);
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
  const files = await listTypedFiles(visit, edition, typed);
  const ground = drawnGround(await shareGround(visit));
  return page({
    scripts: [MAP_SCRIPT],
    title: m.projects_new_title(),
    section: 'admin',
    ...unlessFaulty(problems),
    body: <NewProjectPage {...{ edition, typed, problems, files, ground }} />,
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
        files={await listTypedFiles(visit, edition, typed)}
        typed={typed}
        problems={problems}
        ground={ground}
        mark={mark}
        conflict={conflict}
      />
    ),
  });
}
