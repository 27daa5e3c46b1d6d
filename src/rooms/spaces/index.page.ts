export { EditionFrame, type EditionSection } from './edition-frame.page.tsx';
