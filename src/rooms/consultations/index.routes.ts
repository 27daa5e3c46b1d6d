export { loadComponentOf, loadSpace, loadSpaceForTeam, seeSpace } from './load.routes.ts';
export { showBeside } from './shown.routes.ts';
