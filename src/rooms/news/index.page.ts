export { newsFactWords } from './fact-words.page.ts';
export { LatestNews } from './news-cards.page.tsx';
