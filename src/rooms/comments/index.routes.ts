/** What the routes of other rooms may use: what is said under a contribution of theirs. */
export { loadComments } from './reading.routes.ts';
