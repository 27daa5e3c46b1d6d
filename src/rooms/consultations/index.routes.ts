export {
  listSearchedSpaces,
  loadComponentOf,
  loadShowcase,
  loadSpace,
  loadSpaceForTeam,
  loadTheme,
  type SeenSpace,
  seeSpace,
  seesFamily,
  withFamily,
} from './load.routes.ts';
export { showBeside } from './shown.routes.ts';
