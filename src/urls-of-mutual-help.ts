import { address } from './platform/http/address.ts';

/** Mutual help and the forum of a space. A part of `urls`, which everybody asks. */
export const urlsOfMutualHelp = {
  /** `etat`, `categorie`, `vue=miennes|a-repondre`, `apres`: the number of the request after which the page begins. */
  spaceRequests: address('/espaces/:space/entraide/:component'),
  askForHelp: address('/espaces/:space/entraide/:component/demander'),
  helpers: address('/espaces/:space/entraide/:component/personnes-ressources'),
  offerHelp: address('/espaces/:space/entraide/:component/personnes-ressources/moi'),
  confirmHelper: address('/espaces/:space/entraide/:component/personnes-ressources/:person'),
  removeHelper: address('/espaces/:space/entraide/:component/personnes-ressources/:person/retirer'),
  helpCategories: address('/espaces/:space/entraide/:component/categories'),
  /** `q`; `apres`: the number of the lesson after which the page begins. */
  lessons: address('/espaces/:space/entraide/:component/savoirs'),
  helpRequest: address('/entraide/:request'),
  acceptAnswer: address('/entraide/:request/reponse'),
  closeRequest: address('/entraide/:request/clore'),
  reopenRequest: address('/entraide/:request/rouvrir'),
  shareRequest: address('/entraide/:request/partager'),
  writeLesson: address('/entraide/:request/savoir'),

  /** `apres`: the topic after which the page begins. */
  forum: address('/espaces/:space/forum/:component'),
  /** `sujet`: the article that it answers, `news/1f0c…`. */
  beginTopic: address('/espaces/:space/forum/:component/ouvrir'),
  forumTopic: address('/forum/:topic'),
  /** By the team of its space: `geste`. */
  actOnTopic: address('/forum/:topic/geste'),
} as const;
