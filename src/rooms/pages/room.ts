import * as m from '../../paraglide/messages.js';
import type { Room } from '../../platform/room.ts';
import { urls } from '../../urls.ts';
import { editorialRoutes } from './editorial/editorial.routes.tsx';
import { countPagesIn } from './editorial/editorial.store.ts';
import { officeEditorialRoutes } from './editorial/office-editorial.routes.tsx';
import { pictureJobs } from './editorial/picture.jobs.ts';
import { picturesRoutes } from './editorial/pictures.routes.tsx';
import { spacePagesRoutes } from './editorial/space-pages.routes.tsx';
import { versionsRoutes } from './editorial/versions.routes.tsx';
import { faqRoutes } from './faq/faq.routes.tsx';
import { headingsRoutes } from './faq/headings.routes.tsx';
import { officeFaqRoutes } from './faq/office-faq.routes.tsx';
import { partnersRoutes } from './partners/partners.routes.tsx';
import { DRAFT_COLUMNS, eraseDrafts, readOwnDrafts } from './personal.store.ts';
import { searchedEditorial, searchedFaq, searchedSpacePages } from './searched.routes.ts';

export const pagesRoom: Room = {
  name: 'pages',
  routes: [
    ...editorialRoutes,
    ...spacePagesRoutes,
    ...faqRoutes,
    ...partnersRoutes,
    ...officeEditorialRoutes,
    ...versionsRoutes,
    ...picturesRoutes,
    ...headingsRoutes,
    ...officeFaqRoutes,
  ],
  jobs: pictureJobs,
  components: { pages: { address: (at) => urls.spacePages(at), count: countPagesIn } },
  searchables: [searchedEditorial, searchedSpacePages, searchedFaq],
  personalData: {
    columns: DRAFT_COLUMNS,
    sections: [{ key: 'page-drafts', title: m.personal_page_drafts, read: readOwnDrafts }],
    erase: eraseDrafts,
  },
  notices: {
    'page-written': { tone: 'success', words: m.pages_notice_written },
    'page-rewritten': { tone: 'success', words: m.pages_notice_rewritten },
    'page-published': { tone: 'success', words: m.pages_notice_published },
    'page-unpublished': { tone: 'success', words: m.pages_notice_unpublished },
    'page-moved': { tone: 'success', words: m.pages_notice_moved },
    'page-picture-added': { tone: 'success', words: m.pages_notice_picture_added },
    'page-picture-removed': { tone: 'success', words: m.pages_notice_picture_removed },
    'page-picture-placed': { tone: 'warning', words: m.pages_notice_picture_placed },
    'page-draft-dropped': { tone: 'info', words: m.pages_notice_draft_dropped },
    'faq-heading-first': { tone: 'info', words: m.pages_notice_heading_first },
    'faq-heading-added': { tone: 'success', words: m.pages_notice_heading_added },
    'faq-heading-renamed': { tone: 'success', words: m.pages_notice_heading_renamed },
    'faq-heading-removed': { tone: 'success', words: m.pages_notice_heading_removed },
    'faq-written': { tone: 'success', words: m.pages_notice_faq_written },
    'faq-rewritten': { tone: 'success', words: m.pages_notice_faq_rewritten },
    'faq-published': { tone: 'success', words: m.pages_notice_faq_published },
    'faq-unpublished': { tone: 'success', words: m.pages_notice_faq_unpublished },
    'faq-removed': { tone: 'success', words: m.pages_notice_faq_removed },
    'partner-added': { tone: 'success', words: m.pages_notice_partner_added },
    'partner-changed': { tone: 'success', words: m.pages_notice_partner_changed },
    'partner-removed': { tone: 'success', words: m.pages_notice_partner_removed },
  },
};
