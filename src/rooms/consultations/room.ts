import type { Room } from '../../platform/room.ts';
import { listSpaceParts } from './home.routes.tsx';
import { searchedSpaces } from './space-search.store.ts';
import { spaceRoutes } from './spaces.routes.tsx';

/** Spaces of participation: themes, components, teams. */
export const consultationsRoom: Room = {
  name: 'consultations',
  routes: [...spaceRoutes],
  homeParts: listSpaceParts,
  searchables: [searchedSpaces],
};
