export { listSearchedSpaces, loadComponentOf, loadSpace, seeSpace } from './load.routes.ts';
export { showBeside } from './shown.routes.ts';
