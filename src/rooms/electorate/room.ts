import * as m from '../../paraglide/messages.js';
import type { Room } from '../../platform/room.ts';
import { codesJobs } from './codes/codes.jobs.ts';
import { codesRoutes } from './codes/codes.routes.tsx';
import { eraseProofs, listOwnDocuments, PROOF_COLUMNS, proofRows } from './personal.store.ts';
import { phoneJobs } from './phone/phone-proof.jobs.ts';
import { proofsJobs } from './proofs/proofs.jobs.ts';
import { proofsRoutes } from './proofs/proofs.routes.tsx';
import { importRoutes } from './register/import.routes.tsx';
import { registerJobs } from './register/register.jobs.ts';
import { registerRoutes } from './register/register.routes.tsx';

export const electorateRoom: Room = {
  name: 'electorate',
  routes: [...registerRoutes, ...importRoutes, ...codesRoutes, ...proofsRoutes],
  jobs: (tools) => ({
    ...registerJobs(tools),
    ...phoneJobs(tools),
    ...codesJobs(tools),
    ...proofsJobs(tools),
  }),
  personalData: {
    columns: PROOF_COLUMNS,
    sections: [{ key: 'documents-of-residence', title: m.personal_proofs, read: proofRows.proofs }],
    files: listOwnDocuments,
    erase: eraseProofs,
  },
  notices: {
    'register-import-stopped': { tone: 'info', words: m.register_notice_stopped },
    'register-erased': { tone: 'success', words: m.register_notice_erased },
    'codes-sent': { tone: 'success', words: m.codes_notice_sent },
    'codes-revoked': { tone: 'success', words: m.codes_notice_revoked },
    'proof-decided': { tone: 'success', words: m.proofs_notice_decided },
    'proof-decided-before': { tone: 'info', words: m.proofs_notice_decided_before },
  },
};
