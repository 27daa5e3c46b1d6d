export {
  listSearchedSpaces,
  loadComponentOf,
  loadSpace,
  loadSpaceForTeam,
  loadTheme,
  seeSpace,
} from './load.routes.ts';
export { showBeside } from './shown.routes.ts';
