export { surveyFactWords } from './fact-words.page.ts';
export { SurveyLink } from './survey-link.page.tsx';
