/**
 * Settings to begin with, for the three ways in which French communes most often do it (R66). Plain data:
 * each is a whole, ready to open, and everything in it can be changed.
 */
import { USUAL_CATEGORIES } from '../categories.ts';
import { type EditionSettings, USUAL_SETTINGS } from '../edition-settings.ts';
import { shareAmongDistricts, sumOf, wholeTown } from '../envelopes.ts';

export const PRESETS = ['small-town', 'knapsack', 'districts'] as const;
export type Preset = (typeof PRESETS)[number];

/** Beyond every list of projects: the ballot sets no number of its own. */
const ANY_NUMBER = 100;
const DISTRICTS = ['Centre-ville', 'Quartier nord', 'Quartier sud'];
const OF_DISTRICTS = shareAmongDistricts(120_000_00, DISTRICTS);

const CHANGES: Record<Preset, Partial<EditionSettings>> = {
  'small-town': {
    envelope: 30_000_00,
    envelopes: [wholeTown(30_000_00, { projectCap: 15_000_00, projectFloor: null })],
    categories: ['Cadre de vie', 'Écologie', 'Sport et loisirs', 'Culture', 'Solidarité'],
    maximumIdeas: 3,
    intendedBallot: 'approval',
    minimumChoices: 1,
    maximumChoices: 3,
  },
  knapsack: {
    envelope: 100_000_00,
    envelopes: [wholeTown(100_000_00, { projectCap: 50_000_00, projectFloor: null })],
    categories: USUAL_CATEGORIES,
    intendedBallot: 'knapsack',
    minimumChoices: 1,
    maximumChoices: ANY_NUMBER,
  },
  districts: {
    envelope: sumOf(OF_DISTRICTS),
    envelopes: OF_DISTRICTS.map((one) => ({ ...one, projectCap: 20_000_00 })),
    categories: USUAL_CATEGORIES,
    districts: DISTRICTS,
    intendedBallot: 'judgment',
    minimumChoices: 1,
    maximumChoices: ANY_NUMBER,
  },
};

/** What an edition of a year begins with. */
export function settingsOfPreset(preset: Preset, year: string): EditionSettings {
  const settings = { ...USUAL_SETTINGS, ...CHANGES[preset] };
  return {
    ...settings,
    title: `Budget participatif ${year}`,
    slug: year,
    summary:
      'Vous avez une idée pour la commune ? Déposez-la, soutenez celles des autres, puis votez : les projets choisis seront réalisés.',
  };
}

export function isPreset(name: string): name is Preset {
  return (PRESETS as readonly string[]).includes(name);
}
