/** What rooms below ask of the groups when they answer a visit. */
export { inMovements } from './load.routes.ts';
