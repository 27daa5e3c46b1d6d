import * as m from '../../paraglide/messages.js';
import type { Room } from '../../platform/room.ts';
import { listAttachableProjects } from './attachables.routes.ts';
import { officeRoutes } from './office.routes.tsx';
import { officeProjectRoutes } from './office-project.routes.tsx';
import { PROJECT_COLUMNS, projectRows } from './personal.store.ts';
import { searchedProjects } from './project-search.store.ts';
import { officeProjectSet, projectSet } from './project-sets.routes.ts';
import { publicRoutes } from './projects.routes.tsx';
import { findFollowedProject, findRelatedProjects } from './related.routes.ts';

export const projectsRoom: Room = {
  name: 'projects',
  routes: [...publicRoutes, ...officeRoutes, ...officeProjectRoutes],
  findRelated: findRelatedProjects,
  followed: { project: findFollowedProject },
  searchables: [searchedProjects],
  dataSets: [projectSet, officeProjectSet],
  listAttachables: listAttachableProjects,
  personalData: {
    columns: PROJECT_COLUMNS,
    sections: [{ key: 'projects', title: m.personal_projects, read: projectRows.held }],
    erase: async () => [],
  },
  notices: {
    'project-created': { tone: 'success', words: m.projects_notice_created },
    'project-changed': { tone: 'success', words: m.projects_notice_changed },
    'project-removed': { tone: 'success', words: m.projects_notice_removed },
    'projects-made': { tone: 'success', words: m.decide_make_notice },
    'projects-made-none': { tone: 'info', words: m.decide_make_notice_none },
    'list-frozen': { tone: 'success', words: m.projects_notice_frozen },
    'list-already-frozen': { tone: 'warning', words: m.projects_refused_frozen },
  },
};
