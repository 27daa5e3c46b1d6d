import { address } from './platform/http/address.ts';

/** What one is told of in the application. A part of `urls`, which everybody asks. */
export const urlsOfNotices = {
  /** `sujet`: one topic; `apres`: the notice after which the page begins. */
  notices: address('/mon-espace/notifications'),
  readNotices: address('/mon-espace/notifications/lues'),
  /** Leads to what it tells of. */
  notice: address('/mon-espace/notifications/:notice'),
} as const;
