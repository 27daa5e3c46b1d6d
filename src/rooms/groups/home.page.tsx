import * as m from '../../paraglide/messages.js';
import { Filters } from '../../ui/filters.tsx';
import { ButtonLink } from '../../ui/form.tsx';
import { Split } from '../../ui/layout.tsx';
import { EmptyState } from '../../ui/list.tsx';
import { isDrawable, type MapGround } from '../../ui/map.tsx';
import { urls } from '../../urls.ts';
import { COUNTIES, nameCounty } from './counties.ts';
import { type GroupSpot, NO_FILTER } from './directory.ts';
import { GROUP_KINDS, KIND_SEGMENTS } from './group.ts';
import { kindWords } from './group-words.page.ts';
import { SpotsMap } from './groups-map.page.tsx';

/** The groups on the home page of their movement: how to find one, and where they are. */
export function HomeGroups({ spots, ground }: { spots: readonly GroupSpot[]; ground: MapGround }) {
  const search = (
    <>
      <Filters
        action={urls.groups()}
        search={{ name: 'q', label: m.groups_search() }}
        selects={[
          {
            name: 'departement',
            label: m.groups_county(),
            empty: m.groups_county_all(),
            options: COUNTIES.map(({ code }) => ({ value: code, label: nameCounty(code) })),
          },
        ]}
      />
      <ul class="office-links">
        {GROUP_KINDS.map((kind) => (
          <li key={kind}>
            <a href={urls.groups({ genre: KIND_SEGMENTS[kind] })}>{kindWords[kind]()}</a>
          </li>
        ))}
      </ul>
    </>
  );
  return isDrawable(ground, spots) ? (
    <Split aside={<SpotsMap spots={spots} filter={NO_FILTER} ground={ground} />}>{search}</Split>
  ) : (
    search
  );
}

/** Before there is any. */
export function NoGroupYet() {
  return (
    <EmptyState
      icon="citizens"
      title={m.groups_none()}
      level={3}
      actions={<ButtonLink href={urls.newGroup()}>{m.groups_found()}</ButtonLink>}
    >
      <p>{m.groups_none_words()}</p>
    </EmptyState>
  );
}
