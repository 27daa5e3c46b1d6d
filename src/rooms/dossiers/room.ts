import * as m from '../../paraglide/messages.js';
import type { Room } from '../../platform/room.ts';
import { urls } from '../../urls.ts';
import { findContribution } from './contribution.routes.ts';
import { documentRoutes } from './document.routes.ts';
import { countDossiers } from './dossier.store.ts';
import { dossierNotices } from './dossier-words.page.ts';
import { hideDossier } from './dossier-writing.store.ts';
import { dossierRoutes } from './dossiers.routes.tsx';
import { memberRoutes } from './member.routes.tsx';
import { DOSSIER_COLUMNS, dossierRows, eraseMember } from './personal.store.ts';
import { taskRoutes } from './task.routes.tsx';

/** What some members of a network work on together. */
export const dossiersRoom: Room = {
  name: 'dossiers',
  routes: [...dossierRoutes, ...memberRoutes, ...taskRoutes, ...documentRoutes],
  components: { dossiers: { address: (at) => urls.dossiers(at), count: countDossiers } },
  contributions: { dossier: { find: findContribution, hide: hideDossier } },
  personalData: {
    columns: DOSSIER_COLUMNS,
    sections: [
      { key: 'dossiers', title: m.dossiers_personal_opened, read: dossierRows.opened },
      { key: 'dossier-members', title: m.dossiers_personal_members, read: dossierRows.memberships },
      { key: 'dossier-tasks', title: m.dossiers_personal_tasks, read: dossierRows.tasks },
    ],
    erase: eraseMember,
  },
  notices: dossierNotices,
};
