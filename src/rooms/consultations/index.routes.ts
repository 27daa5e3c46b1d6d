export { loadComponentOf, loadSpace } from './load.routes.ts';
export { showBeside } from './shown.routes.ts';
