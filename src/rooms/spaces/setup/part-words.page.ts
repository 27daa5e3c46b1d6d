import * as m from '../../../paraglide/messages.js';
import { urls } from '../../../urls.ts';
import { type Part, SEGMENTS } from './parts.ts';
import type { Preset } from './presets.ts';

/** Each part as its page, the list of parts and the progress line name it. */
export const partWords: Record<Part, { name: () => string; lead: () => string }> = {
  presentation: { name: m.setup_part_presentation, lead: m.setup_part_presentation_lead },
  places: { name: m.setup_part_places, lead: m.setup_part_places_lead },
  budget: { name: m.setup_part_budget, lead: m.setup_part_budget_lead },
  participation: { name: m.setup_part_participation, lead: m.setup_part_participation_lead },
  criteria: { name: m.setup_part_criteria, lead: m.setup_part_criteria_lead },
  services: { name: m.setup_part_services, lead: m.setup_part_services_lead },
  calendar: { name: m.setup_part_calendar, lead: m.setup_part_calendar_lead },
  help: { name: m.setup_part_help, lead: m.setup_part_help_lead },
  rules: { name: m.setup_part_rules, lead: m.setup_part_rules_lead },
};

export function partHref(part: Part, slug: string): string {
  const at = { edition: slug };
  if (part === 'calendar') return urls.adminEditionPhases(at);
  if (part === 'services') return urls.adminServices(at);
  return urls.adminEditionPart({ ...at, part: SEGMENTS[part] });
}

export const presetWords: Record<Preset, { name: () => string; words: () => string }> = {
  'small-town': { name: m.setup_preset_small_town, words: m.setup_preset_small_town_words },
  knapsack: { name: m.setup_preset_knapsack, words: m.setup_preset_knapsack_words },
  districts: { name: m.setup_preset_districts, words: m.setup_preset_districts_words },
};
