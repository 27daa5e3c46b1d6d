export {
  loadComponentOf,
  loadSpace,
  loadSpaceForTeam,
  loadTheme,
  type SeenSpace,
} from './load.routes.ts';
