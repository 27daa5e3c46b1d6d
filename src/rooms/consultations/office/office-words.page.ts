import * as m from '../../../paraglide/messages.js';
import type { Problems } from '../../../ui/form.tsx';
import type { CategoriesRefusal } from '../../spaces/index.ts';
import type { ComponentKind, ComponentRefusal, Likeness } from '../component.ts';
import type {
  Admission,
  CoOrganiserRefusal,
  OpeningRefusal,
  ResourceRefusal,
  Space,
  SpaceKind,
  TextRefusal,
} from '../space.ts';
import type { ClosingRefusal } from '../space-writing.store.ts';

/** What each kind of space is for, where one is chosen. */
export const spaceKindHints: Record<SpaceKind, () => string> = {
  consultation: m.spaceoffice_kind_consultation_hint,
  forum: m.spaceoffice_kind_forum_hint,
  congress: m.spaceoffice_kind_congress_hint,
  network: m.spaceoffice_kind_network_hint,
};

export const admissionWords: Record<Admission, () => string> = {
  team: m.spaceoffice_admission_team,
  mandate: m.spaceoffice_admission_mandate,
};

/** What people do in each kind of component. */
export const componentHints: Record<ComponentKind, () => string> = {
  ideas: m.spaceoffice_ideas_hint,
  'official-proposals': m.spaceoffice_official_hint,
  contributions: m.spaceoffice_contributions_hint,
  needs: m.spaceoffice_needs_hint,
  events: m.spaceoffice_events_hint,
  pages: m.spaceoffice_pages_hint,
  survey: m.spaceoffice_survey_hint,
  vote: m.spaceoffice_vote_hint,
  directory: m.spaceoffice_directory_hint,
  library: m.spaceoffice_library_hint,
  reports: m.spaceoffice_reports_hint,
  methods: m.spaceoffice_methods_hint,
  solutions: m.spaceoffice_solutions_hint,
  positions: m.spaceoffice_positions_hint,
  tools: m.spaceoffice_tools_hint,
  statutes: m.spaceoffice_statutes_hint,
  dossiers: m.spaceoffice_dossiers_hint,
  requests: m.spaceoffice_requests_hint,
  topics: m.spaceoffice_topics_hint,
  'mailing-list': m.spaceoffice_mailing_list_hint,
  mobilisations: m.spaceoffice_mobilisations_hint,
  assemblies: m.spaceoffice_assemblies_hint,
};

/** From what likeness on one is shown what is there, before depositing. */
export const likenessWords: Record<Likeness, () => string> = {
  broad: m.spaceoffice_likeness_broad,
  usual: m.spaceoffice_likeness_usual,
  strict: m.spaceoffice_likeness_strict,
};

/** How a space stands, in words and tone. */
export function stateOfSpace({ openedAt, closedAt }: Pick<Space, 'openedAt' | 'closedAt'>): {
  tone: 'neutral' | 'success' | 'info';
  words: string;
} {
  if (closedAt) return { tone: 'info', words: m.spaceoffice_closed() };
  return openedAt
    ? { tone: 'success', words: m.spaceoffice_open() }
    : { tone: 'neutral', words: m.spaceoffice_preparing() };
}

type Refusal =
  | TextRefusal
  | ResourceRefusal
  | CoOrganiserRefusal
  | ComponentRefusal
  | OpeningRefusal
  | ClosingRefusal
  | 'kind-missing'
  | 'parent-wrong'
  | 'no-day'
  | 'no-time'
  | 'theme-unknown'
  | 'too-many-themes'
  | 'too-many-components'
  | 'too-many'
  | 'too-many-resources'
  | Exclude<CategoriesRefusal, 'no-category'>
  | 'category-in-use'
  | 'name-taken'
  | 'role-missing'
  | 'co-organiser-unknown'
  | 'nobody-typed'
  | 'too-many-people';

const WORDS: Record<Refusal, () => string> = {
  'title-missing': m.spaceoffice_refused_title,
  'text-too-long': m.spaceoffice_refused_long,
  'resource-words': m.spaceoffice_refused_resource_words,
  'resource-address': m.spaceoffice_refused_resource_address,
  'name-missing': m.spaceoffice_refused_name,
  'address-wrong': m.spaceoffice_refused_address,
  'dates-wrong': m.spaceoffice_refused_dates,
  'maximum-wrong': m.spaceoffice_refused_maximum,
  'minutes-wrong': m.spaceoffice_refused_minutes,
  'depth-wrong': m.spaceoffice_refused_depth,
  'no-component': m.spaceoffice_refused_no_component,
  'opened-already': m.spaceoffice_refused_opened,
  'not-open': m.spaceoffice_refused_not_open,
  'kind-missing': m.spaceoffice_refused_kind,
  'parent-wrong': m.spaceoffice_refused_parent,
  'no-day': m.spaceoffice_refused_day,
  'no-time': m.spaceoffice_refused_time,
  'theme-unknown': m.spaceoffice_refused_theme,
  'too-many-themes': m.spaceoffice_refused_many_themes,
  'too-many-components': m.spaceoffice_refused_many_components,
  'too-many': m.spaceoffice_refused_many_co_organisers,
  'too-many-resources': m.spaceoffice_refused_many_resources,
  'too-many-categories': m.spaceoffice_refused_many_categories,
  'category-in-use': m.spaceoffice_refused_category_in_use,
  'category-too-long': m.spaceoffice_refused_long,
  'category-repeated': m.spaceoffice_refused_category_twice,
  'name-taken': m.spaceoffice_refused_name_taken,
  'role-missing': m.spaceoffice_refused_role,
  'co-organiser-unknown': m.spaceoffice_refused_co_organiser,
  'nobody-typed': m.spaceoffice_refused_nobody,
  'too-many-people': m.spaceoffice_refused_many_people,
};

export const sayRefusal = (refusal: Refusal): string => WORDS[refusal]();

/** Refusals by field of the rules, as problems by field of the form. */
export function problemsOf(
  refusals: Readonly<Record<string, Refusal | undefined>>,
  names: Readonly<Record<string, string>>,
): Problems {
  return Object.fromEntries(
    Object.entries(refusals).flatMap(([field, refusal]) =>
      refusal ? [[names[field] ?? field, sayRefusal(refusal)]] : [],
    ),
  );
}

/** What somebody else saved meanwhile, beside each field that differs from what is typed. */
export function conflictsOf(
  typed: Readonly<Record<string, string>>,
  saved: Readonly<Record<string, string>>,
): Problems {
  const differing = Object.entries(saved).filter(([name, value]) => typed[name] !== value);
  return differing.length === 0
    ? { form: m.spaceoffice_conflict_same() }
    : Object.fromEntries(
        differing.map(([name, value]) => [
          name,
          value === ''
            ? m.spaceoffice_conflict_empty()
            : m.spaceoffice_conflict_saved({ saved: value }),
        ]),
      );
}
