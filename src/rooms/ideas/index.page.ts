export { IdeaCard } from './idea-card.page.tsx';
