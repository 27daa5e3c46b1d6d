import * as m from '../../../paraglide/messages.js';
import { Filters } from '../../../ui/filters.tsx';
import { formatNumber } from '../../../ui/format.ts';
import { Tag } from '../../../ui/tag.tsx';
import { urls } from '../../../urls.ts';
import type { Department } from '../../organisations/index.ts';
import { findCategory } from '../../spaces/index.page.ts';
import type { Edition } from '../../spaces/index.ts';
import { isFiltered, NO_FILTER, type StudyFilter, writeStudyFilter } from './study-list.ts';
import type { StudyListProps } from './study-table.page.tsx';
import { nameOf, stageLooks } from './words.page.tsx';

const COUNTERS = ['unassigned', 'returned', 'late', 'asked', 'answered', 'decided'] as const;

/** Each counter leads to the list whose length it is (R197). */
export function Counters({ edition, counts, filter }: StudyListProps) {
  const at = { edition: edition.slug };
  return (
    <ul class="chips" aria-label={m.assign_counters()}>
      {COUNTERS.map((state) => (
        <li key={state}>
          <Tag
            href={urls.adminStudy(
              at,
              writeStudyFilter({ ...NO_FILTER, state }, edition.categories),
            )}
            {...(filter.state === state && { icon: 'check' as const })}
          >
            {stageLooks[state].words()} <strong>{formatNumber(counts[state])}</strong>
          </Tag>
        </li>
      ))}
    </ul>
  );
}

/** Search, and what the list is narrowed to. */
export function StudyFilters({ edition, filter, departments, asked }: StudyListProps) {
  const at = { edition: edition.slug };
  const written = writeStudyFilter(filter, edition.categories);
  const categories = edition.categories.map(({ slug, name }) => ({ value: slug, label: name }));
  const listed = departments.filter(({ id, closedAt }) => closedAt === null || asked.has(id));
  return (
    <Filters
      action={urls.adminStudy(at)}
      search={{ name: 'recherche', label: m.assign_search(), value: filter.search }}
      selects={[
        {
          name: 'etat',
          label: m.assign_state(),
          options: [
            { value: 'sans-service', label: m.assign_stage_unassigned() },
            { value: 'rendues', label: m.assign_stage_returned() },
            { value: 'en-retard', label: m.assign_stage_late() },
            { value: 'en-etude', label: m.assign_stage_asked() },
            { value: 'avis-rendus', label: m.assign_stage_answered() },
            { value: 'decidees', label: m.assign_stage_decided() },
          ],
          value: written.etat,
          empty: m.assign_any_state(),
        },
        {
          name: 'service',
          label: m.assign_department(),
          options: listed.map(({ id, name }) => ({ value: id, label: name })),
          value: filter.departmentId ?? undefined,
          empty: m.assign_any_department(),
        },
        {
          name: 'categorie',
          label: m.assign_category(),
          options: categories,
          value: written.categorie,
          empty: m.assign_any_category(),
        },
        {
          name: 'recevabilite',
          label: m.assign_admissible(),
          options: [
            { value: 'a-dire', label: m.assign_admissible_unsaid() },
            { value: 'oui', label: m.assign_admissible_yes() },
            { value: 'non', label: m.assign_admissible_no() },
          ],
          value: written.recevabilite,
          empty: m.assign_any_admissible(),
        },
      ]}
      {...(isFiltered(filter) && { clearHref: urls.adminStudy(at) })}
      active={listActive(edition, filter, departments)}
    />
  );
}

/** The filters that are on, each with the list without it. */
function listActive(edition: Edition, filter: StudyFilter, departments: readonly Department[]) {
  const without = (change: Partial<StudyFilter>) =>
    urls.adminStudy(
      { edition: edition.slug },
      writeStudyFilter({ ...filter, ...change }, edition.categories),
    );
  const admissible = filter.admissible && admissibleWords[filter.admissible]();
  return [
    {
      label: filter.state && stageLooks[filter.state].words(),
      withoutHref: without({ state: null }),
    },
    {
      label: nameOf(departments, filter.departmentId),
      withoutHref: without({ departmentId: null }),
    },
    {
      label: findCategory(edition, filter.categoryId)?.name,
      withoutHref: without({ categoryId: null }),
    },
    { label: admissible, withoutHref: without({ admissible: null }) },
    { label: filter.search, withoutHref: without({ search: '' }) },
  ].flatMap(({ label, withoutHref }) => (label ? [{ label, withoutHref }] : []));
}

const admissibleWords = {
  yes: m.assign_admissible_yes,
  no: m.assign_admissible_no,
  unsaid: m.assign_admissible_unsaid,
};
