import { address } from './platform/http/address.ts';

/** What groups and members do with a published action (`:action`: number and words). A part of `urls`. */
export const urlsOfCommitments = {
  /** As `fundActions` and as `fundAction` show them: for feed readers, for networks, to be read out. */
  fundActionsFeed: address('/flux/fonds/:fund/actions.atom'),
  actionSharePicture: address('/fonds/:fund/actions/:action/partage.png'),
  actionShort: address('/a/:action'),
  /** `taille=petite`. */
  actionPicture: address('/fonds/:fund/actions/:action/illustration'),
  /** « Soutien » of a member. */
  actionSupport: address('/fonds/:fund/actions/:action/soutien'),
  /** « Engagement » of a group. */
  actionCommitment: address('/fonds/:fund/actions/:action/engagements/:group'),
  actionCommitmentWithdraw: address('/fonds/:fund/actions/:action/engagements/:group/retirer'),
  /** A message to groups near. */
  actionCall: address('/fonds/:fund/actions/:action/groupes-proches/:group'),
  actionNewReport: address('/fonds/:fund/actions/:action/experiences/:group/nouvelle'),
  actionReport: address('/fonds/:fund/actions/:action/experiences/:group/:report'),
  actionReportPhotos: address('/fonds/:fund/actions/:action/experiences/:group/:report/photos'),
  actionReportPhotoRemove: address(
    '/fonds/:fund/actions/:action/experiences/:group/:report/photos/:file/retirer',
  ),
  /** `taille=petite`. */
  /** What a group is committed to. */
  groupCommitments: address('/groupes/:group/engagements'),
  actionReportPhoto: address('/fonds/:fund/actions/:action/photos/:report/:file'),
} as const;
