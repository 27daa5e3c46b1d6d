import { address } from './platform/http/address.ts';
import { urlsOfLists } from './urls-of-lists.ts';

/** What is said under ideas and events, and in discussion lists. A part of `urls`, which everybody asks. */
export const urlsOfComments = {
  ...urlsOfLists,
  /** One comment, with its thread. `apres`: where a page of it begins. */
  comment: address('/commentaires/:comment'),
  replyComment: address('/commentaires/:comment/repondre'),
  rateComment: address('/commentaires/:comment/noter'),
  /** Of one contribution: `avis`, `tri`, `apres`: the number of the comment after which the page begins. */
  comments: address('/commentaires/:kind/:contribution'),
  /** Nicknames that begin with `q`, for programs of a page. `sous`: kind and id of what is commented. */
  completeNicknames: address('/personnes/completer'),
} as const;
