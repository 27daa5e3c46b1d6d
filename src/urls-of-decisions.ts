import { address } from './platform/http/address.ts';

/** What becomes of ideas: of the room `review`, and the public page made of it. */
export const urlsOfDecisions = {
  feedback: address('/editions/:edition/etude'),
  adminDecisions: address('/administration/editions/:edition/decisions'),
  adminDecision: address('/administration/editions/:edition/decisions/idees/:idea'),
  adminReopenDecision: address('/administration/editions/:edition/decisions/idees/:idea/rouvrir'),
  adminWithdrawDecision: address('/administration/editions/:edition/decisions/idees/:idea/retirer'),
  adminPrepareDecisions: address('/administration/editions/:edition/decisions/preparer'),
  adminDecide: address('/administration/editions/:edition/decisions/decider'),
  adminPublishDecisions: address('/administration/editions/:edition/decisions/publier'),
  adminDecisionBatch: address(
    '/administration/editions/:edition/decisions/publications/:publication',
  ),
  adminCancelDecisionBatch: address(
    '/administration/editions/:edition/decisions/publications/:publication/annuler',
  ),
  adminDecisionPapers: address(
    '/administration/editions/:edition/decisions/publications/:publication/lettres.pdf',
  ),
  adminDecisionPapersTold: address(
    '/administration/editions/:edition/decisions/publications/:publication/remises',
  ),
  adminDecisionWords: address('/administration/editions/:edition/decisions/lettres'),
  adminRefusalReasons: address('/administration/editions/:edition/decisions/motifs'),
} as const;
