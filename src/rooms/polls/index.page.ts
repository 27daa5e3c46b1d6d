export { BasketNotice } from './ballot/basket-notice.page.tsx';
export { VotePointsLink } from './points/points.page.tsx';
export { ruleWords } from './rule-words.page.ts';
export { subjectWords } from './subject-words.page.ts';
