import type { Component, Space } from '../../consultations/index.ts';

/** Where pages stand (« rayon »): those of the organisation, or those of a component of a space (R98). */
export type Shelf =
  | { kind: 'organisation'; componentId: null }
  | { kind: 'component'; componentId: string; space: Space; component: Component };

export const OWN_SHELF: Shelf = { kind: 'organisation', componentId: null };

export const shelfOf = (space: Space, component: Component): Shelf => ({
  kind: 'component',
  componentId: component.id,
  space,
  component,
});
