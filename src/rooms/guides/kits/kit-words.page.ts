import * as m from '../../../paraglide/messages.js';
import { formatList } from '../../../ui/format.ts';
import { stepWords } from '../../spaces/index.page.ts';
import {
  KIT_AUDIENCES,
  type KitAudience,
  type KitProblem,
  LONGEST_KIT,
  type SheetName,
  type ShownTo,
} from './kit.ts';

export const kitAudienceWords: Record<KitAudience, () => string> = {
  ambassador: m.guides_kit_for_ambassador,
  facilitator: m.guides_kit_for_facilitator,
  communication: m.guides_kit_for_communication,
  department: m.guides_kit_for_department,
  elected: m.guides_kit_for_elected,
  reception: m.guides_kit_for_reception,
};

export const sheetWords: Record<SheetName, { title: () => string; hint: () => string }> = {
  'idea-form': { title: m.guides_sheet_idea, hint: m.guides_sheet_idea_hint },
  workshop: { title: m.guides_sheet_workshop, hint: m.guides_sheet_workshop_hint },
  reception: { title: m.guides_sheet_reception, hint: m.guides_sheet_reception_hint },
  campaign: { title: m.guides_sheet_campaign, hint: m.guides_sheet_campaign_hint },
};

export const shownToWords: Record<ShownTo, { label: () => string; hint: () => string }> = {
  office: { label: m.guides_shown_office, hint: m.guides_shown_office_hint },
  staff: { label: m.guides_shown_staff, hint: m.guides_shown_staff_hint },
  public: { label: m.guides_shown_public, hint: m.guides_shown_public_hint },
};

export const kitProblemWords: Record<KitProblem, () => string> = {
  'title-missing': m.guides_problem_title_missing,
  'title-too-long': () => m.guides_problem_too_long({ count: LONGEST_KIT.title }),
  'summary-too-long': () => m.guides_problem_too_long({ count: LONGEST_KIT.summary }),
  'audience-missing': m.guides_problem_audience_missing,
};

/** "Ambassadeurs et accueil". */
export const sayAudiences = (audiences: readonly string[]): string =>
  formatList(
    KIT_AUDIENCES.filter((one) => audiences.includes(one)).map((one) => kitAudienceWords[one]()),
  );

/** "Collecte", or "toutes les étapes". */
export function saySteps(steps: readonly string[]): string {
  const names = Object.entries(stepWords)
    .filter(([step]) => steps.includes(step))
    .map(([, { name }]) => name());
  return names.length === 0 ? m.guides_kit_all_along() : formatList(names);
}
