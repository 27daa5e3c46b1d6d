import * as m from '../../paraglide/messages.js';
import type { Room } from '../../platform/room.ts';
import { followedOfSpaces } from './followed.routes.ts';
import { listSpaceParts } from './home.routes.tsx';
import { coOrganisersRoutes } from './office/co-organisers.routes.tsx';
import { componentsRoutes } from './office/components.routes.tsx';
import { officeNotices } from './office/notices.page.ts';
import { peopleRoutes } from './office/people.routes.tsx';
import { spaceRoutes as officeSpaceRoutes } from './office/space.routes.tsx';
import { spacesRoutes as officeSpacesRoutes } from './office/spaces.routes.tsx';
import { themesRoutes } from './office/themes.routes.tsx';
import { noteParticipation } from './participant.store.ts';
import { eraseMember, SPACE_COLUMNS, spaceRows } from './personal.store.ts';
import { listSpaceReaders } from './reader.store.ts';
import { searchedSpaces } from './space-search.store.ts';
import { spaceRoutes } from './spaces.routes.tsx';

/** Spaces of participation: themes, components, teams. */
export const consultationsRoom: Room = {
  name: 'consultations',
  routes: [
    ...spaceRoutes,
    ...officeSpacesRoutes,
    ...officeSpaceRoutes,
    ...themesRoutes,
    ...componentsRoutes,
    ...coOrganisersRoutes,
    ...peopleRoutes,
  ],
  homeParts: listSpaceParts,
  followed: followedOfSpaces,
  noteParticipation,
  spaceReaders: listSpaceReaders,
  searchables: [searchedSpaces],
  personalData: {
    columns: SPACE_COLUMNS,
    sections: [{ key: 'participation-spaces', title: m.spaceoffice_personal, read: spaceRows }],
    erase: eraseMember,
  },
  notices: officeNotices,
};
