/** What routes of rooms below use of the groups: the gate of the movements. */
export { inMovements } from './load.routes.ts';
