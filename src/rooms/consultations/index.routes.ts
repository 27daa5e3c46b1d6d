export { loadComponentOf, loadSpace, loadSpaceForTeam } from './load.routes.ts';
export { showBeside } from './shown.routes.ts';
