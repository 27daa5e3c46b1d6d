import type { Room } from '../platform/room.ts';
import { actionsRoom } from '../rooms/actions/room.ts';
import { adminRoom } from '../rooms/admin/room.ts';
import { ambassadorsRoom } from '../rooms/ambassadors/room.ts';
import { announcementsRoom } from '../rooms/announcements/room.ts';
import { assembliesRoom } from '../rooms/assemblies/room.ts';
import { briefingRoom } from '../rooms/briefing/room.ts';
import { campaignRoom } from '../rooms/campaign/room.ts';
import { commentsRoom } from '../rooms/comments/room.ts';
import { consultationsRoom } from '../rooms/consultations/room.ts';
import { contactRoom } from '../rooms/contact/room.ts';
import { deliveryRoom } from '../rooms/delivery/room.ts';
import { documentsRoom } from '../rooms/documents/room.ts';
import { dossiersRoom } from '../rooms/dossiers/room.ts';
import { electorateRoom } from '../rooms/electorate/room.ts';
import { evaluationRoom } from '../rooms/evaluation/room.ts';
import { followingRoom } from '../rooms/following/room.ts';
import { fundsRoom } from '../rooms/funds/room.ts';
import { groupsRoom } from '../rooms/groups/room.ts';
import { guidesRoom } from '../rooms/guides/room.ts';
import { ideasRoom } from '../rooms/ideas/room.ts';
import { identityRoom } from '../rooms/identity/room.ts';
import { insightsRoom } from '../rooms/insights/room.ts';
import { ledgerRoom } from '../rooms/ledger/room.ts';
import { listsRoom } from '../rooms/lists/room.ts';
import { mandatesRoom } from '../rooms/mandates/room.ts';
import { meetingsRoom } from '../rooms/meetings/room.ts';
import { moderationRoom } from '../rooms/moderation/room.ts';
import { newsRoom } from '../rooms/news/room.ts';
import { notificationsRoom } from '../rooms/notifications/room.ts';
import { openDataRoom } from '../rooms/open-data/room.ts';
import { organisationsRoom } from '../rooms/organisations/room.ts';
import { pagesRoom } from '../rooms/pages/room.ts';
import { paymentsRoom } from '../rooms/payments/room.ts';
import { petitionsRoom } from '../rooms/petitions/room.ts';
import { pollsRoom } from '../rooms/polls/room.ts';
import { portalRoom } from '../rooms/portal/room.ts';
import { profilesRoom } from '../rooms/profiles/room.ts';
import { projectsRoom } from '../rooms/projects/room.ts';
import { requestsRoom } from '../rooms/requests/room.ts';
import { reviewRoom } from '../rooms/review/room.ts';
import { spacesRoom } from '../rooms/spaces/room.ts';
import { spendingRoom } from '../rooms/spending/room.ts';
import { surveysRoom } from '../rooms/surveys/room.ts';

/**
 * Table of contents: every room of the house. Routes stand in rings of trust (anyone · signed-in ·
 * officer · administrator); each route declares its own, and the app refuses to start without it.
 */
export const rooms: readonly Room[] = [
  organisationsRoom,
  identityRoom,
  notificationsRoom,
  moderationRoom,
  commentsRoom,
  // after comments: of `/personnes/…`, one word is theirs and all others are names
  profilesRoom,
  contactRoom,
  spacesRoom,
  consultationsRoom,
  pagesRoom,
  guidesRoom,
  meetingsRoom,
  groupsRoom,
  ideasRoom,
  ambassadorsRoom,
  reviewRoom,
  projectsRoom,
  electorateRoom,
  pollsRoom,
  deliveryRoom,
  evaluationRoom,
  ledgerRoom,
  fundsRoom,
  actionsRoom,
  spendingRoom,
  paymentsRoom,
  mandatesRoom,
  documentsRoom,
  dossiersRoom,
  campaignRoom,
  surveysRoom,
  listsRoom,
  requestsRoom,
  assembliesRoom,
  petitionsRoom,
  followingRoom,
  announcementsRoom,
  newsRoom,
  briefingRoom,
  insightsRoom,
  openDataRoom,
  portalRoom,
  adminRoom,
];
