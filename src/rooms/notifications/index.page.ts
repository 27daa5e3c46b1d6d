export { FollowButton } from './follows/follow-button.page.tsx';
export type { Following } from './follows/following.ts';
