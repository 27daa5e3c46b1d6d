export { FollowButton } from './follows/follow-button.page.tsx';
