export { COUNTIES, nameCounty } from './counties.ts';
export { groupFactWords } from './fact-words.page.ts';
export { OwnGroupLines } from './own-groups.page.tsx';
