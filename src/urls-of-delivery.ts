import { address } from './platform/http/address.ts';

/** What becomes of winners, and who wants to hear of it. A part of `urls`, which everybody asks. */
export const urlsOfDelivery = {
  deliveries: address('/editions/:edition/suivi'),
  delivery: address('/editions/:edition/suivi/:project'),

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

  /** What the reader's department leads, of every edition. */
  ownDeliveries: address('/realisations'),

  /** Anything that can be followed, of any room. */
  follow: address('/suivre/:kind/:target'),
  unfollow: address('/suivre/:kind/:target/arreter'),
  /** What one follows. */
  myFollows: address('/mon-espace/suivis'),
} as const;
