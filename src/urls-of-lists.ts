import { address } from './platform/http/address.ts';

/** Discussion lists of spaces. A part of `urls`, which everybody asks. */
export const urlsOfLists = {
  spaceList: address('/espaces/:space/listes/:component'),
  listThread: address('/espaces/:space/listes/:component/fils/:thread'),
  listWrite: address('/espaces/:space/listes/:component/ecrire'),
  listSubscription: address('/espaces/:space/listes/:component/abonnement'),
  listUnsubscribe: address('/espaces/:space/listes/:component/abonnement/quitter'),
  listResume: address('/espaces/:space/listes/:component/abonnement/reprendre'),
  listFile: address('/espaces/:space/listes/:component/fichiers/:file'),
  /** A link of each letter: it stops them without signing in. */
  stopList: address('/listes/desabonnement/:token'),
  /** A link to whoever a message claims to be of: yes, they wrote it. */
  confirmListMessage: address('/listes/confirmation/:token'),
  adminList: address('/administration/espaces/:space/listes/:component'),
  adminListClose: address('/administration/espaces/:space/listes/:component/clore'),
  /** What waits for the team, and one message of it. */
  listQueue: address('/espaces/:space/listes/:component/moderation'),
  listWithdrawal: address('/espaces/:space/listes/:component/retrait/:message'),
  listJudgement: address('/espaces/:space/listes/:component/moderation/:message'),
} as const;
