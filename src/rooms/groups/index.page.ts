export { COUNTIES, nameCounty } from './counties.ts';
export { groupFactWords } from './fact-words.page.ts';
