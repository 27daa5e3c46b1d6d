/** Kits to inform and to animate (R39): files and sheets of an edition, by audience and by step. */

export const KIT_AUDIENCES = [
  'ambassador',
  'facilitator',
  'communication',
  'department',
  'elected',
  'reception',
] as const;
export type KitAudience = (typeof KIT_AUDIENCES)[number];

/** Sheets that Palabre writes from the edition, anew each time. */
export const SHEETS = ['idea-form', 'workshop', 'reception', 'campaign'] as const;
export type SheetName = (typeof SHEETS)[number];

/** `office`: those who prepare it; `staff`: whoever holds a role; `public`: everybody. */
export const SHOWN_TO = ['office', 'staff', 'public'] as const;
export type ShownTo = (typeof SHOWN_TO)[number];

export interface Kit {
  id: string;
  slug: string;
  version: number;
  title: string;
  summary: string;
  audiences: readonly string[];
  /** Of the edition; none: all along. */
  steps: readonly string[];
  shownTo: ShownTo;
  items: readonly KitItem[];
}

export interface KitItem {
  /** Of its address, from 1; never used twice in a kit. */
  number: number;
  /** What the office calls it; '' for a sheet, which has its own name, or a file without one. */
  title: string;
  sheet: SheetName | null;
  fileId: string | null;
}

export type WrittenKit = Pick<Kit, 'title' | 'summary' | 'audiences' | 'steps' | 'shownTo'>;

/** Characters. */
export const LONGEST_KIT = { title: 120, summary: 300, item: 120 };
export const MOST_ITEMS = 20;
export const MOST_KITS = 50;

export type KitProblem =
  | 'title-missing'
  | 'title-too-long'
  | 'summary-too-long'
  | 'audience-missing';

export function checkKit({
  title,
  summary,
  audiences,
}: WrittenKit): Partial<Record<'title' | 'summary' | 'audiences', KitProblem>> {
  return {
    ...(title === '' && { title: 'title-missing' as const }),
    ...(title.length > LONGEST_KIT.title && { title: 'title-too-long' as const }),
    ...(summary.length > LONGEST_KIT.summary && { summary: 'summary-too-long' as const }),
    ...(audiences.length === 0 && { audiences: 'audience-missing' as const }),
  };
}

/** Those of an audience and of a step; a kit without steps is for all of them. `null`: whichever. */
export const pickKits = (
  kits: readonly Kit[],
  { audience, step }: { audience: KitAudience | null; step: string | null },
): Kit[] =>
  kits.filter(
    (kit) =>
      (audience === null || kit.audiences.includes(audience)) &&
      (step === null || kit.steps.length === 0 || kit.steps.includes(step)),
  );

/** Who may see a kit: an officer all of them, whoever holds a role those for the staff, anybody the public ones. */
export function mayOpen(
  { shownTo }: Pick<Kit, 'shownTo'>,
  reader: { officer: boolean; staff: boolean },
): boolean {
  if (shownTo === 'public') return true;
  return reader.officer || (shownTo === 'staff' && reader.staff);
}
