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
export {
  freezeList,
  type ImportedProject,
  importProjects,
  insertProject,
  removeProject,
} from './project-writing.store.ts';
