export { commitmentFactWords } from './commitment-facts.page.ts';
