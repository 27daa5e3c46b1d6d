export { freezeList, type ImportedProject, importProjects } from './list-freeze.store.ts';
export {
  type BallotProject,
  countProjects,
  findListFreeze,
  findProject,
  findProjectByNumber,
  findProjectsOfIdeas,
  listBallotProjects,
  listProjects,
} from './project.store.ts';
export { isListPublic, type ListFreeze, type NewProject, type Project } from './project.ts';
export { listSourcesOfProject } from './project-sources.store.ts';
export { insertProject } from './project-writing.store.ts';
