/** The parts in which an edition is settled: one screen each, in the order in which one thinks of them (R66). */
import type { EditionSettings } from '../edition-settings.ts';

export const PARTS = [
  'presentation',
  'places',
  'budget',
  'participation',
  'criteria',
  'services',
  'calendar',
  'help',
  'rules',
] as const;
export type Part = (typeof PARTS)[number];
/** Parts of the settings; the calendar is kept apart from them, and departments by the room of the study. */
export type SettingsPart = Exclude<Part, 'calendar' | 'services'>;

/** What each part settles. Two officers on two parts never stand in each other's way. */
export const FIELDS: Record<SettingsPart, readonly (keyof EditionSettings)[]> = {
  presentation: ['title', 'slug', 'summary'],
  places: ['categories', 'districts'],
  budget: ['envelope', 'envelopes'],
  participation: [
    'minimumAgePropose',
    'minimumAgeVote',
    'residenceRequired',
    'maximumIdeas',
    'ideaLength',
    'editMinutes',
    'commentsOpen',
    'ideaPlace',
    'intendedBallot',
    'minimumChoices',
    'maximumChoices',
  ],
  criteria: ['criteria'],
  help: ['ideaHelp'],
  rules: [
    'rulesText',
    'councilDecision',
    'councilDecisionOn',
    'councilDecisionFile',
    'responsibleOfficial',
  ],
};

/** Its name in addresses: /administration/editions/2027/reglages/budget. */
export const SEGMENTS: Record<SettingsPart, string> = {
  presentation: 'presentation',
  places: 'categories-et-quartiers',
  budget: 'budget',
  participation: 'participation',
  criteria: 'criteres',
  help: 'aide',
  rules: 'reglement',
};

export function findSettingsPart(segment: string): SettingsPart | null {
  const parts = Object.keys(SEGMENTS) as SettingsPart[];
  return parts.find((part) => SEGMENTS[part] === segment) ?? null;
}

/** Whether a field of the form, by its name, belongs to a part. */
export function isOfPart(part: SettingsPart, field: string): boolean {
  if (part === 'budget')
    return (
      ['envelopes', 'envelope', 'cap', 'floor'].includes(field) || field.startsWith('envelope-')
    );
  if (part === 'criteria') return field.startsWith('criterion-');
  if (part === 'help') return field.startsWith('ideaHelp-');
  const name = field.replace(/-(day|month|year)$/, '');
  return (FIELDS[part] as readonly string[]).includes(name);
}

/** The first part that nobody has looked at yet; null: all of them were. */
export function findNextPart(kept: ReadonlySet<Part>): Part | null {
  return PARTS.find((part) => !kept.has(part)) ?? null;
}

export function partAfter(part: Part): Part | null {
  return PARTS[PARTS.indexOf(part) + 1] ?? null;
}

export function partBefore(part: Part): Part | null {
  return PARTS[PARTS.indexOf(part) - 1] ?? null;
}
