import { address } from './platform/http/address.ts';

/** Reports, judgements, appeals, and the articles by which one judges. A part of `urls`, which everybody asks. */
export const urlsOfModeration = {
  /** `:kind`: idee, rencontre, commentaire; `:contribution`: its id. */
  reportContribution: address('/signaler/:kind/:contribution'),
  askHiding: address('/demander-le-masquage/:kind/:contribution'),
  /** `etat`: urgents, demandes, retenues, classes; `apres`: where the list goes on. */
  moderation: address('/moderation'),
  moderationAppeals: address('/moderation/recours'),
  /** What was done, for everybody: `avant`, the act below which it goes on. */
  moderationLog: address('/moderation/journal'),
  /** What new accounts wrote and waits: one text, or a wave of them. */
  heldText: address('/moderation/textes/:held'),
  publishHeldText: address('/moderation/textes/:held/publier'),
  hideHeldText: address('/moderation/textes/:held/masquer'),
  heldWave: address('/moderation/vague/:held'),
  publishHeldWave: address('/moderation/vague/:held/publier'),
  hideHeldWave: address('/moderation/vague/:held/masquer'),
  moderationCase: address('/moderation/:case'),
  hideContribution: address('/moderation/:case/masquer'),
  restoreContribution: address('/moderation/:case/retablir'),
  keepContribution: address('/moderation/:case/classer'),
  warnAuthor: address('/moderation/:case/avertir'),
  suspendAuthor: address('/moderation/:case/suspendre'),
  liftSuspension: address('/moderation/:case/lever-la-suspension'),
  answerAppeal: address('/moderation/:case/repondre-au-recours'),
  appeal: address('/contributions-masquees/:hiding/recours'),
  charterArticles: address('/administration/charte-articles'),
} as const;
