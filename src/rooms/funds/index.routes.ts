/** What routes of other rooms may use of the funds. */
export { loadFund, loadSeenFund } from './load.routes.ts';
