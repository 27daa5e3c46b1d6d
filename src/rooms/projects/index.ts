export { freezeList, importProjects } from './list-freeze.store.ts';
export { keepProgrammeProjects } from './programme.store.ts';
export {
  type BallotProject,
  countProjects,
  countProjectsOfEditions,
  findListFreeze,
  findProject,
  findProjectByNumber,
  findProjectsOfIdeas,
  listBallotProjects,
  listFrozenEditions,
  listProjects,
  listProjectsHeldBy,
} from './project.store.ts';
export {
  isListPublic,
  type ListFreeze,
  listHolderIds,
  nameHolders,
  type Project,
  type ProjectPhoto,
} from './project.ts';
export { listPhotosOf, listProjectPhotos } from './project-photo.store.ts';
export { listSourcesOfProject } from './project-sources.store.ts';
export { insertProject } from './project-writing.store.ts';
