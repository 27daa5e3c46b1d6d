import * as m from '../../../paraglide/messages.js';
import { type Locale, withLocale } from '../../../platform/locale/locale.ts';
import { type FieldTexts, readLines } from './field.ts';

/** Questions to start from: those of the Conference on the Future of Europe (R106). An administrator changes them first. */
const PRESETS = {
  sexe: { question: m.profiles_preset_gender, choices: m.profiles_preset_gender_choices },
  age: { question: m.profiles_preset_age, bounds: [15, 25, 40, 55, 70] },
  nationalite: { question: m.profiles_preset_nationality, choices: listCountries },
  residence: { question: m.profiles_preset_residence, choices: listCountries },
  ville: { question: m.profiles_preset_city, choices: m.profiles_preset_city_choices },
  categorie: { question: m.profiles_preset_job, choices: m.profiles_preset_job_choices },
  evenement: { question: m.profiles_preset_event, choices: m.profiles_preset_yes_no },
} satisfies Record<
  string,
  { question: () => string; choices?: () => string; bounds?: readonly number[] }
>;

export type PresetKey = keyof typeof PRESETS;

export const PRESET_KEYS = Object.keys(PRESETS) as PresetKey[];

export const isPreset = (typed: string): typed is PresetKey => Object.hasOwn(PRESETS, typed);

export const sayPreset = (key: PresetKey): string => PRESETS[key].question();

/** A preset as the form of a new field begins with it, in both languages. */
export function writePreset(key: PresetKey): FieldTexts {
  const preset: { question: () => string; choices?: () => string; bounds?: readonly number[] } =
    PRESETS[key];
  const within = (locale: Locale, words?: () => string) => (words ? withLocale(locale, words) : '');
  return {
    kind: preset.bounds ? 'band' : 'choice',
    question: within('fr', preset.question),
    questionEn: within('en', preset.question),
    choices: readLines(within('fr', preset.choices)),
    choicesEn: readLines(within('en', preset.choices)),
    bounds: preset.bounds ?? [],
  };
}

/** ISO 3166-1, the European Union's, in the order of their names in French so that both lists are one. */
const COUNTRIES =
  'DE AT BE BG CY HR DK ES EE FI FR GR HU IE IT LV LT LU MT NL PL PT CZ RO SK SI SE'.split(' ');

function listCountries(): string {
  const names = new Intl.DisplayNames([m.profiles_language_tag()], { type: 'region' });
  return [...COUNTRIES.map((code) => names.of(code) ?? code), m.profiles_preset_elsewhere()].join(
    '\n',
  );
}
