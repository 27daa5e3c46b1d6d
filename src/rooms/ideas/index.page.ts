export { Attachments } from './idea.page.tsx';
export { ideaSegment } from './idea-address.ts';
export { IdeaCard } from './idea-card.page.tsx';
