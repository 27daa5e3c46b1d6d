export {
  loadComponentOf,
  loadSpace,
  loadSpaceForTeam,
  loadTheme,
  type SeenSpace,
} from './load.routes.ts';
export { showBeside } from './shown.routes.ts';
