export { shareGround } from './maps/ground.routes.ts';
export {
  findEditionToChange,
  findOfficeEdition,
  findOfficeVote,
  type OfficeVisit,
} from './office-visit.routes.ts';
export { goOn } from './setup/part.routes.tsx';
