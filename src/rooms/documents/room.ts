import * as m from '../../paraglide/messages.js';
import type { Room, ServedComponents } from '../../platform/room.ts';
import { urls } from '../../urls.ts';
import { changeRoutes } from './change.routes.tsx';
import { comparisonRoutes } from './comparison.routes.tsx';
import { findContribution, listDocumentsOfPerson } from './contribution.routes.ts';
import { depositRoutes } from './deposit.routes.tsx';
import { documentRoutes } from './document.routes.tsx';
import { DOCUMENT_KINDS } from './document.ts';
import { countDocuments } from './document-list.store.ts';
import { documentSearch } from './document-search.store.ts';
import { foldersRoutes } from './folders.routes.tsx';
import {
  judgeDocument,
  refuseHeldDocuments,
  showHeldDocument,
  withholdDocuments,
} from './hiding.store.ts';
import { libraryRoutes } from './library.routes.tsx';
import { DOCUMENT_COLUMNS, documentRows, eraseWriter, listOwnFiles } from './personal.store.ts';
import { listShowcaseParts, publicRoutes } from './public.routes.tsx';
import { readingJobs } from './reading.jobs.ts';
import { reuseRoutes } from './reuse.routes.tsx';
import { versionRoutes } from './versions.routes.tsx';

const served: ServedComponents = {
  address: (at) => urls.spaceDocuments(at),
  count: countDocuments,
};

/** Documents of spaces: shared, read by reach, made into others. */
export const documentsRoom: Room = {
  name: 'documents',
  routes: [
    ...publicRoutes,
    ...libraryRoutes,
    ...comparisonRoutes,
    ...depositRoutes,
    ...foldersRoutes,
    ...documentRoutes,
    ...changeRoutes,
    ...versionRoutes,
    ...reuseRoutes,
  ],
  jobs: readingJobs,
  contributions: {
    document: {
      find: findContribution,
      hide: judgeDocument,
      release: (visit, tx, id) => showHeldDocument(tx, visit.organisation.id, id),
      withhold: withholdDocuments,
      refuse: refuseHeldDocuments,
    },
  },
  profileParts: listDocumentsOfPerson,
  articles: {
    async document(visit, id) {
      const document = await findContribution(visit, id);
      return document && !document.isHidden ? { title: document.title, href: document.href } : null;
    },
  },
  showcaseParts: listShowcaseParts,
  searchables: [documentSearch],
  components: Object.fromEntries(DOCUMENT_KINDS.map((kind) => [kind, served])),
  personalData: {
    columns: DOCUMENT_COLUMNS,
    sections: [
      { key: 'documents', title: m.documents_personal, read: documentRows.documents },
      {
        key: 'document-versions',
        title: m.documents_personal_versions,
        read: documentRows.versions,
      },
    ],
    files: listOwnFiles,
    erase: eraseWriter,
  },
  notices: {
    'document-deposited': { tone: 'success', words: m.documents_notice_deposited },
    'document-reused': { tone: 'success', words: m.documents_notice_reused },
    'document-amendment-decided': { tone: 'success', words: m.documents_notice_decided },
    'document-changed': { tone: 'success', words: m.documents_notice_changed },
    'document-moved': { tone: 'success', words: m.documents_notice_moved },
    'document-not-moved': { tone: 'warning', words: m.documents_notice_not_moved },
    'document-version-added': { tone: 'success', words: m.documents_notice_version },
    'document-withdrawn': { tone: 'success', words: m.documents_notice_withdrawn },
    'document-folder-added': { tone: 'success', words: m.documents_notice_folder_added },
    'document-folder-changed': { tone: 'success', words: m.documents_notice_folder_changed },
    'document-folder-removed': { tone: 'success', words: m.documents_notice_folder_removed },
    'document-folder-stays': { tone: 'warning', words: m.documents_notice_folder_stays },
    'document-quota-set': { tone: 'success', words: m.documents_notice_quota },
  },
};
