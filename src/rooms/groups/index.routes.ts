/** What routes of higher rooms may use of the groups: the gate of the movements, and the group of an address. */
export { inMovements } from './load.routes.ts';
