/** The door of profiles: what organisations ask people, for seeds and tests. */
export { addField } from './fields/field.store.ts';
export type { FieldTexts } from './fields/field.ts';
