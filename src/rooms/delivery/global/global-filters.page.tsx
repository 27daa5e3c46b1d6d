import * as m from '../../../paraglide/messages.js';
import { Filters } from '../../../ui/filters.tsx';
import { urls } from '../../../urls.ts';
import { STAGES } from '../realisation.ts';
import { stageWords } from '../stage.page.tsx';
import {
  type FollowedFilter,
  NO_DEPARTMENT,
  STAGE_SLUGS,
  STANDINGS,
  type StandingSlug,
  typeFollowed,
  WHOLE_TOWN,
} from './followed-list.ts';
import { standingWords } from './standing.page.tsx';

export interface Choices {
  /** The newest first. */
  editions: readonly { id: string; slug: string; title: string }[];
  themes: readonly string[];
  districts: readonly string[];
  departments: readonly { id: string; name: string }[];
  wholeTown: boolean;
  withoutDepartment: boolean;
}

export const districtName = (district: string): string =>
  district === '' || district === WHOLE_TOWN ? m.programme_whole_town() : district;

/** Search and filters: every view of the list has its address. */
export function GlobalFilters({ asked, choices }: { asked: FollowedFilter; choices: Choices }) {
  const kept = { view: asked.view };
  const departmentName = (id: string) =>
    id === NO_DEPARTMENT
      ? m.programme_no_department()
      : (choices.departments.find((one) => one.id === id)?.name ?? id);
  const without = (changed: Partial<FollowedFilter>) =>
    urls.globalDelivery(typeFollowed({ ...asked, cursor: null, ...changed }));
  const active = [
    ...(asked.search
      ? [{ label: `« ${asked.search} »`, withoutHref: without({ search: '' }) }]
      : []),
    ...(asked.edition
      ? [
          {
            label:
              choices.editions.find(({ slug }) => slug === asked.edition)?.title ?? asked.edition,
            withoutHref: without({ edition: '' }),
          },
        ]
      : []),
    ...(asked.stage
      ? [{ label: stageWords[asked.stage](), withoutHref: without({ stage: null }) }]
      : []),
    ...(asked.standing
      ? [{ label: standingWords[asked.standing](), withoutHref: without({ standing: null }) }]
      : []),
    ...(asked.theme ? [{ label: asked.theme, withoutHref: without({ theme: '' }) }] : []),
    ...(asked.district
      ? [{ label: districtName(asked.district), withoutHref: without({ district: '' }) }]
      : []),
    ...(asked.department
      ? [{ label: departmentName(asked.department), withoutHref: without({ department: '' }) }]
      : []),
  ];
  const option = (value: string) => ({ value, label: value });
  return (
    <Filters
      action={urls.globalDelivery()}
      values={asked.view === 'liste' ? {} : { vue: asked.view }}
      search={{ name: 'recherche', label: m.programme_search(), value: asked.search }}
      selects={[
        {
          name: 'edition',
          label: m.programme_edition(),
          options: choices.editions.map(({ slug, title }) => ({ value: slug, label: title })),
          value: asked.edition,
          empty: m.programme_all_editions(),
        },
        {
          name: 'etape',
          label: m.programme_stage(),
          options: STAGES.map((stage) => ({
            value: STAGE_SLUGS[stage],
            label: stageWords[stage](),
          })),
          value: asked.stage ? STAGE_SLUGS[asked.stage] : '',
          empty: m.programme_all_stages(),
        },
        {
          name: 'situation',
          label: m.programme_situation(),
          options: (Object.keys(STANDINGS) as StandingSlug[]).map((value) => ({
            value,
            label: standingWords[value](),
          })),
          value: asked.standing ?? '',
          empty: m.programme_all_situations(),
        },
        {
          name: 'theme',
          label: m.programme_theme(),
          options: choices.themes.map(option),
          value: asked.theme,
          empty: m.programme_all_themes(),
        },
        {
          name: 'quartier',
          label: m.programme_district(),
          options: [
            ...choices.districts.map(option),
            ...(choices.wholeTown ? [{ value: WHOLE_TOWN, label: m.programme_whole_town() }] : []),
          ],
          value: asked.district,
          empty: m.programme_all_districts(),
        },
        {
          name: 'service',
          label: m.programme_department(),
          options: [
            ...choices.departments.map(({ id, name }) => ({ value: id, label: name })),
            ...(choices.withoutDepartment
              ? [{ value: NO_DEPARTMENT, label: m.programme_no_department() }]
              : []),
          ],
          value: asked.department,
          empty: m.programme_all_departments(),
        },
      ]}
      {...(asked.sort !== 'pictures' && {
        sort: {
          name: 'tri',
          options: [
            { value: 'recents', label: m.programme_sort_recent() },
            { value: 'budget', label: m.programme_sort_budget() },
          ],
          value: asked.sort,
        },
      })}
      active={active}
      clearHref={urls.globalDelivery(typeFollowed(kept))}
    />
  );
}
