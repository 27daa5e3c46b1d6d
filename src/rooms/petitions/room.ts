import * as m from '../../paraglide/messages.js';
import type { Room } from '../../platform/room.ts';
import { urls } from '../../urls.ts';
import { eraseSigner, PETITION_COLUMNS, petitionRows } from './personal.store.ts';
import { petitionJobs } from './petition.jobs.ts';
import { petitionRoutes } from './petition.routes.tsx';
import { countPetitions } from './petition.store.ts';
import { petitionFormRoutes } from './petition-form.routes.tsx';
import { hidePetition } from './petition-writing.store.ts';
import { pictureRoutes } from './picture.routes.ts';
import { findContribution } from './placed.routes.ts';
import { listShowcaseParts } from './showcase.routes.tsx';
import { signingRoutes } from './signing.routes.tsx';

/** Calls, and texts that people sign (R144, R156). */
export const petitionsRoom: Room = {
  name: 'petitions',
  // a mailed link is asked for before a mobilisation, whose pattern is wider
  routes: [...signingRoutes, ...petitionFormRoutes, ...pictureRoutes, ...petitionRoutes],
  jobs: petitionJobs,
  contributions: { petition: { find: findContribution, hide: hidePetition } },
  components: {
    mobilisations: { address: (at) => urls.mobilisations(at), count: countPetitions },
  },
  showcaseParts: listShowcaseParts,
  personalData: {
    columns: PETITION_COLUMNS,
    sections: [
      { key: 'petitions', title: m.petitions_personal_made, read: petitionRows.made },
      {
        key: 'petition-signatures',
        title: m.petitions_personal_signatures,
        read: petitionRows.signatures,
      },
    ],
    erase: eraseSigner,
  },
  notices: {
    'petition-made': { tone: 'success', words: m.petitions_notice_made },
    'petition-changed': { tone: 'success', words: m.petitions_notice_changed },
    'petition-picture-kept': { tone: 'success', words: m.petitions_notice_picture },
    'petition-picture-removed': { tone: 'success', words: m.petitions_notice_picture_removed },
    'petition-published': { tone: 'success', words: m.petitions_notice_published },
    'petition-closed': { tone: 'success', words: m.petitions_notice_closed },
    'petition-told': { tone: 'success', words: m.petitions_notice_told },
    'petition-signed': { tone: 'success', words: m.petitions_notice_signed },
    'petition-unsigned': { tone: 'success', words: m.petitions_notice_unsigned },
    'petition-proof-asked': { tone: 'info', words: m.petitions_notice_proof_asked },
  },
};
