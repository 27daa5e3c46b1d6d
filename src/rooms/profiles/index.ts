/** The door of profiles: what organisations ask people, and for whom somebody speaks. */
export { addField } from './fields/field.store.ts';
export { giveLabel, listLabelsOf } from './officials/official.store.ts';
