import * as m from '../../paraglide/messages.js';
import { Filters } from '../../ui/filters.tsx';
import { urls } from '../../urls.ts';
import { detailsOfKind, LEVELS, RESULTS, TYPES_OF } from './document.ts';
import { writeFilter, writeLook } from './document-list.ts';
import type { LibraryProps } from './library.page.tsx';
import { levelWords, reachWords, resultWords, typeWords } from './words.page.ts';

/** What is asked of the documents of a component: what its types have, and no more. */
export function LibraryFilters({ space, component, filter, themes, reaches, look }: LibraryProps) {
  const at = { space: space.slug, component: component.slug };
  const details = detailsOfKind(component.kind);
  const said = writeFilter(filter);
  const choose = <Value extends string>(
    name: keyof typeof said,
    label: string,
    empty: string,
    values: readonly Value[],
    words: (value: Value) => string,
  ) => ({
    name,
    label,
    empty,
    value: said[name],
    options: values.map((value) => ({ value, label: words(value) })),
  });
  const selects = [
    ...(TYPES_OF[component.kind].length > 1
      ? [
          choose(
            'type',
            m.documents_type(),
            m.documents_type_all(),
            TYPES_OF[component.kind],
            (one) => typeWords[one](),
          ),
        ]
      : []),
    ...(details.has('level')
      ? [
          choose('niveau', m.documents_level(), m.documents_level_all(), LEVELS, (one) =>
            levelWords[one](),
          ),
        ]
      : []),
    ...(details.has('result')
      ? [
          choose('resultat', m.documents_result(), m.documents_result_all(), RESULTS, (one) =>
            resultWords[one](),
          ),
        ]
      : []),
    ...(themes.length > 0
      ? [choose('theme', m.documents_theme(), m.documents_theme_all(), themes, (one) => one)]
      : []),
    ...(reaches.length > 1
      ? [
          choose('portee', m.documents_reach(), m.documents_reach_all(), reaches, (one) =>
            reachWords[one](),
          ),
        ]
      : []),
  ];
  const labels: Partial<Record<keyof typeof said, string>> = {
    ...(filter.type && { type: typeWords[filter.type]() }),
    ...(filter.level && { niveau: levelWords[filter.level]() }),
    ...(filter.result && { resultat: resultWords[filter.result]() }),
    ...(filter.reach && { portee: reachWords[filter.reach]() }),
    ...(filter.theme && { theme: filter.theme }),
    ...(filter.tag && { etiquette: `#${filter.tag}` }),
    ...(filter.words && { mots: m.documents_filter_words({ words: filter.words }) }),
    ...(filter.onlyTemplates && { modeles: m.documents_templates_only() }),
    ...(filter.author && { de: m.documents_filter_author({ name: filter.author }) }),
  };
  const vue = writeLook(component.kind, look);
  const shape: Record<string, string> = vue ? { vue } : {};
  return (
    <Filters
      action={urls.spaceDocuments(at)}
      search={{ name: 'mots', label: m.documents_search(), value: filter.words }}
      selects={selects}
      active={Object.entries(labels).map(([name, label]) => ({
        label,
        withoutHref: urls.spaceDocuments(at, { ...said, ...shape, [name]: undefined }),
      }))}
      clearHref={urls.spaceDocuments(at, shape)}
      values={shape}
    />
  );
}
