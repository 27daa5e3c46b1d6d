import { address } from './platform/http/address.ts';

/** What becomes of winners, and who wants to hear of it. A part of `urls`, which everybody asks. */
export const urlsOfDelivery = {
  deliveries: address('/editions/:edition/suivi'),
  delivery: address('/editions/:edition/suivi/:project'),

  /** For its team, its committee and the office. */
  deliveryTeam: address('/editions/:edition/suivi/:project/equipe'),
  deliveryHelp: address('/editions/:edition/suivi/:project/aide'),
  deliveryHelpWithdraw: address('/editions/:edition/suivi/:project/aide/retirer'),
  deliveryCommittee: address('/editions/:edition/suivi/:project/comite'),
  deliveryCommitteeLeave: address('/editions/:edition/suivi/:project/comite/quitter'),
  /** For the holders of its ideas. */
  deliveryTestimony: address('/editions/:edition/suivi/:project/temoignage'),
  deliveryTestimonyPicture: address('/editions/:edition/suivi/:project/temoignage/image'),
  deliveryTestimonyWithdraw: address('/editions/:edition/suivi/:project/temoignage/retirer'),

  adminDeliveries: address('/administration/editions/:edition/realisations'),
  adminDeliveryMode: address('/administration/editions/:edition/realisations/suivies-par'),
  adminDelivery: address('/administration/editions/:edition/realisations/:project'),
  adminDeliveryHalt: address('/administration/editions/:edition/realisations/:project/arret'),
  adminDeliveryStep: address(
    '/administration/editions/:edition/realisations/:project/etapes/:stage',
  ),
  adminNewPost: address('/administration/editions/:edition/realisations/:project/nouvelles'),
  adminPost: address('/administration/editions/:edition/realisations/:project/nouvelles/:post'),
  adminPublishPost: address(
    '/administration/editions/:edition/realisations/:project/nouvelles/:post/publier',
  ),
  adminWithdrawPost: address(
    '/administration/editions/:edition/realisations/:project/nouvelles/:post/retirer',
  ),
  adminPostPictures: address(
    '/administration/editions/:edition/realisations/:project/nouvelles/:post/images',
  ),
  adminPostPicture: address(
    '/administration/editions/:edition/realisations/:project/nouvelles/:post/images/:file',
  ),
  adminRemovePostPicture: address(
    '/administration/editions/:edition/realisations/:project/nouvelles/:post/images/:file/retirer',
  ),

  adminDeliveryPeople: address('/administration/editions/:edition/realisations/:project/personnes'),
  adminDeliveryTeam: address(
    '/administration/editions/:edition/realisations/:project/personnes/equipe',
  ),
  adminTestimony: address(
    '/administration/editions/:edition/realisations/:project/personnes/temoignages/:testimony',
  ),
  adminTestimonyPicture: address(
    '/administration/editions/:edition/realisations/:project/personnes/temoignages/:testimony/image',
  ),
  adminOffer: address(
    '/administration/editions/:edition/realisations/:project/personnes/aides/:offer',
  ),
  adminVolunteer: address(
    '/administration/editions/:edition/realisations/:project/personnes/comite/:person',
  ),
  adminInviteCommittee: address(
    '/administration/editions/:edition/realisations/:project/personnes/invitation',
  ),
  adminInauguration: address(
    '/administration/editions/:edition/realisations/:project/inauguration',
  ),
  adminInaugurationPhotos: address(
    '/administration/editions/:edition/realisations/:project/inauguration/photos',
  ),
  adminRemoveInaugurationPhoto: address(
    '/administration/editions/:edition/realisations/:project/inauguration/photos/:file/retirer',
  ),

  /** What the reader's department leads, of every edition. */
  ownDeliveries: address('/realisations'),

  /** Anything that can be followed, of any room. */
  follow: address('/suivre/:kind/:target'),
  unfollow: address('/suivre/:kind/:target/arreter'),
  /** What one follows. */
  myFollows: address('/mon-espace/suivis'),
} as const;
