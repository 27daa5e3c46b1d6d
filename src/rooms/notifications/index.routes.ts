export { loadFollowing } from './follows/following.routes.ts';
export { officeOf } from './office-part.routes.ts';
