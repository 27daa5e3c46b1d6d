/** Search, filter and sort a list: a plain GET form, so that every view of a list has its address. */
import * as m from '../paraglide/messages.js';
import { Select, type SelectProps } from './field.tsx';
import { Hidden } from './form.tsx';
import { Icon } from './icon.tsx';

export type FiltersProps = {
  /** Address of the list. */
  action: string;
  search?: { name: string; label: string; value?: string | undefined };
  selects?: Pick<SelectProps, 'name' | 'label' | 'options' | 'value' | 'empty'>[];
  /** The sort; its label is "Trier par" unless said. */
  sort?: Pick<SelectProps, 'name' | 'options' | 'value'> & { label?: string };
  /** Filters that are on, each with the address of the list without it. */
  active?: { label: string; withoutHref: string }[];
  /** The list without any filter. */
  clearHref?: string;
  /** Values to keep in the address, unseen. */
  values?: Record<string, string>;
};

export function Filters(props: FiltersProps) {
  const { action, search, selects = [], sort, active = [], clearHref, values = {} } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is unknown to the older phones we serve.
    <form class="filters" method="get" action={action} role="search">
      {Object.entries(values).map(([name, value]) => (
        <Hidden key={name} name={name} value={value} />
      ))}
      {search && (
        <div class="filters-search">
          <label for={search.name}>{search.label}</label>
          <div class="search-line">
            <input
              class="input"
              type="search"
              id={search.name}
              name={search.name}
              value={search.value}
            />
            <button type="submit" class="button button-secondary">
              <Icon name="search" />
              <span>{m.ui_search()}</span>
            </button>
          </div>
        </div>
      )}
      {(selects.length > 0 || sort) && (
        <details class="filters-more" open={active.length > 0}>
          <summary>
            <Icon name="filter" />
            {m.ui_filter_and_sort()}
            <Icon name="chevron-down" class="turn" />
          </summary>
          <div class="filters-selects">
            {selects.map(({ name, label, options, value, empty }) => (
              <Select
                key={name}
                name={name}
                label={label}
                options={options}
                value={value}
                empty={empty}
              />
            ))}
            {sort && (
              <Select
                name={sort.name}
                label={sort.label ?? m.ui_sort()}
                options={sort.options}
                value={sort.value}
              />
            )}
            <button type="submit" class="button button-secondary">
              <span>{m.ui_apply_filters()}</span>
            </button>
          </div>
        </details>
      )}
      {active.length > 0 && (
        <div class="filters-active">
          <p>{m.ui_filters_active({ count: active.length })}</p>
          <ul class="chips">
            {active.map(({ label, withoutHref }) => (
              <li key={label}>
                <a
                  class="tag tag-remove"
                  href={withoutHref}
                  aria-label={m.ui_remove_filter({ label })}
                >
                  {label}
                  <Icon name="close" />
                </a>
              </li>
            ))}
          </ul>
          {clearHref && <a href={clearHref}>{m.ui_clear_filters()}</a>}
        </div>
      )}
    </form>
  );
}
