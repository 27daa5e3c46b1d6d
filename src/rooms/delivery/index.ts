export { countRealisationsOfEditions, type DeliveryCounts } from './delivery-counts.store.ts';
export { haltRealisation } from './halt.store.ts';
export { addInaugurationPhoto, chooseInauguration } from './inauguration/inauguration.store.ts';
export { settleVolunteer, volunteer } from './people/committee.store.ts';
export { answerOffer, findOfferOf, offerHelp } from './people/offer.store.ts';
export { hasRealisations, listOwnParts } from './people/own-parts.store.ts';
export type { OwnPart } from './people/own-parts.ts';
export { nameTeam } from './people/team.store.ts';
export { findTestimony, listTestimonies } from './people/testimony.store.ts';
export { settleTestimony, writeTestimony } from './people/testimony-writing.store.ts';
export { actOnPost, addPicture, writePost } from './posts/post-writing.store.ts';
export { listRecentPosts, type RecentPost } from './posts/recent-posts.store.ts';
export { importProgramme } from './programme/import.store.ts';
export { type ProgrammeMapping, readMapping } from './programme/mapping.ts';
export type { ProgrammeRun } from './programme/programme.ts';
export {
  endRun,
  findRunUnderWay,
  insertRun,
  saveMapping,
  startRun,
} from './programme/run.store.ts';
export { countNotes, listNotes } from './programme/run-lines.store.ts';
export { beginRealisations, findRealisation, listRealisations } from './realisation.store.ts';
export { REALISATION, STAGES, type Stage } from './realisation.ts';
export { markFrame, recordStep, saveFrame, saveStep } from './realisation-writing.store.ts';
export { readRecentDelivery } from './recent.store.ts';
export type { Happening, PlannedStep, RecentDelivery } from './recent.ts';
