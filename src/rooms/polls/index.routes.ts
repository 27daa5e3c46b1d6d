export { findSpaceVoteAddress } from './adoption/adoption-load.routes.ts';
