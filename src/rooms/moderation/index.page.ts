export { moderationFactWords } from './fact-words.page.ts';
export { ReportLink } from './report-link.page.tsx';
