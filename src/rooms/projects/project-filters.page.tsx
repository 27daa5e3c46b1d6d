import * as m from '../../paraglide/messages.js';
import { Filters } from '../../ui/filters.tsx';
import { urls } from '../../urls.ts';
import type { Edition } from '../spaces/index.ts';
import { districtWords } from './district-words.page.ts';
import {
  type AskedProjects,
  listDistrictChoices,
  typeAskedProjects,
  WHOLE_TOWN,
} from './project-list.ts';

/** By category and by district, where the edition has some. */
export function ProjectFilters({
  edition,
  asked,
  onMap,
}: {
  edition: Edition;
  asked: AskedProjects;
  onMap: boolean;
}) {
  const view: Record<string, string> = onMap ? { vue: 'carte' } : {};
  const at = { edition: edition.slug };
  const { category, district } = asked;
  const byCategory = {
    name: 'categorie',
    label: m.projects_category(),
    options: edition.categories.map(({ slug, name }) => ({ value: slug, label: name })),
    value: category?.slug,
    empty: m.projects_all_categories(),
  };
  const byDistrict = {
    name: 'quartier',
    label: m.projects_district(),
    options: listDistrictChoices(edition.districts).map((name) => ({
      value: name,
      label: askedDistrictWords(name),
    })),
    value: district ?? undefined,
    empty: m.projects_any_district(),
  };
  const selects = [
    ...(edition.categories.length > 1 ? [byCategory] : []),
    ...(edition.districts.length > 0 ? [byDistrict] : []),
  ];
  if (selects.length === 0) return null;
  return (
    <Filters
      action={urls.projects(at)}
      values={view}
      selects={selects}
      active={[
        ...(category
          ? [
              {
                label: category.name,
                withoutHref: urls.projects(at, {
                  ...view,
                  ...typeAskedProjects({ ...asked, category: null }),
                }),
              },
            ]
          : []),
        ...(district
          ? [
              {
                label: askedDistrictWords(district),
                withoutHref: urls.projects(at, {
                  ...view,
                  ...typeAskedProjects({ ...asked, district: null }),
                }),
              },
            ]
          : []),
      ]}
    />
  );
}

const askedDistrictWords = (name: string) =>
  districtWords({ district: name === WHOLE_TOWN ? '' : name });
