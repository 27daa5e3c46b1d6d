import * as m from '../../paraglide/messages.js';
import { formatNumber } from '../../ui/format.ts';
import { urls } from '../../urls.ts';
import { numberedSegment } from '../spaces/index.page.ts';
import type {
  Petition,
  PetitionKind,
  PetitionRefusal,
  PetitionState,
  Reach,
  SignerRefusal,
  StepKind,
} from './petition.ts';

export const kindWords: Record<PetitionKind, () => string> = {
  petition: m.petitions_kind_petition,
  appeal: m.petitions_kind_appeal,
  resolution: m.petitions_kind_resolution,
};
export const reachWords: Record<Reach, () => string> = {
  members: m.petitions_reach_members,
  public: m.petitions_reach_public,
};
export const stateWords: Record<PetitionState, () => string> = {
  draft: m.petitions_state_draft,
  open: m.petitions_state_open,
  closed: m.petitions_state_closed,
};
export const stateTones = { draft: 'warning', open: 'now', closed: 'neutral' } as const;
export const stepWords: Record<StepKind, () => string> = {
  delivered: m.petitions_step_delivered,
  answered: m.petitions_step_answered,
  other: m.petitions_step_other,
};
export const petitionProblems: Record<PetitionRefusal, () => string> = {
  'kind-missing': m.petitions_problem_kind,
  'text-missing': m.petitions_problem_text,
  'text-too-long': m.petitions_problem_long,
  'link-wrong': m.petitions_problem_link,
  'goal-wrong': m.petitions_problem_goal,
  'date-wrong': m.petitions_problem_date,
  'reach-missing': m.petitions_problem_reach,
};
export const signerProblems: Record<SignerRefusal, () => string> = {
  'name-missing': m.petitions_problem_name,
  'name-too-long': m.petitions_problem_name_long,
  'name-with-link': m.petitions_problem_name_link,
};

export const petitionSegment = ({ number, title }: Pick<Petition, 'number' | 'title'>): string =>
  numberedSegment(number, title);

/** Its picture as its pages show it; the address changes with the picture, since browsers may keep it. */
export const pictureOf = (petition: Petition, small = false) =>
  petition.picture && {
    src: urls.petitionPicture(
      { petition: petition.number },
      { v: petition.picture.fileId, ...(small && { taille: 'petite' }) },
    ),
    alt: petition.picture.alt,
    width: petition.picture.width ?? 1,
    height: petition.picture.height ?? 1,
  };

/** « Signé par 31 élu·es », « 1 204 signatures ». */
export const countWords = ({
  reach,
  signatures,
}: Pick<Petition, 'reach' | 'signatures'>): string =>
  signatures === 0
    ? m.petitions_signatures_none()
    : (reach === 'members' ? m.petitions_signed_by_members : m.petitions_signatures)({
        count: signatures,
        shown: formatNumber(signatures),
      });

/** The instant that stands for a day `YYYY-MM-DD`, to write it in words. */
export const noonOf = (day: string): Date => new Date(`${day}T12:00:00Z`);
