/** The door of pages: what leads to them from all others, and how they are made. */
export { findPage } from './editorial/editorial.store.ts';
export type { EditorialPage, WrittenPage } from './editorial/editorial.ts';
export { insertPage, showPage } from './editorial/editorial-writing.store.ts';
export { findEntry } from './faq/faq.store.ts';
export type { FaqEntry, WrittenEntry } from './faq/faq.ts';
export { insertEntry, showEntry } from './faq/faq-writing.store.ts';
export { addHeading } from './faq/headings.store.ts';
export { findEditorial } from './navigation.store.ts';
export { addPartner } from './partners/partner.store.ts';
