export {
  listSearchedSpaces,
  loadComponentOf,
  loadSpace,
  loadTheme,
  seeSpace,
} from './load.routes.ts';
export { showBeside } from './shown.routes.ts';
