import * as m from '../../paraglide/messages.js';
import { Filters } from '../../ui/filters.tsx';
import { ButtonLink } from '../../ui/form.tsx';
import type { urls } from '../../urls.ts';
import { type AgendaFilter, writeFilter } from './agenda.ts';
import { KIND_SEGMENTS, KINDS } from './meeting.ts';
import { kindWords } from './meeting-words.page.ts';

/** What stands on a card and on the page of the same edition. */
export interface NamedEdition {
  id: string;
  slug: string;
  title: string;
}

interface Props {
  filter: AgendaFilter;
  /** The list that is filtered: everybody's, or the office's. */
  to: typeof urls.agenda | typeof urls.adminMeetings;
}

const addressOf = ({ filter, to }: Props, changes: Partial<AgendaFilter>): string =>
  to(writeFilter({ ...filter, after: null, ...changes }));

/** By kind and by edition, on the public agenda as in the office. */
export function AgendaFilters(props: Props & { editions: readonly NamedEdition[] }) {
  const { filter, editions, to } = props;
  const edition = editions.find(({ slug }) => slug === filter.edition);
  return (
    <Filters
      action={to()}
      values={filter.when === 'past' ? { quand: 'passes' } : {}}
      selects={[
        {
          name: 'genre',
          label: m.meetings_kind(),
          empty: m.meetings_kind_all(),
          value: filter.kind ? KIND_SEGMENTS[filter.kind] : undefined,
          options: KINDS.map((kind) => ({ value: KIND_SEGMENTS[kind], label: kindWords[kind]() })),
        },
        {
          name: 'edition',
          label: m.meetings_edition(),
          empty: m.meetings_edition_all(),
          value: edition?.slug,
          options: editions.map(({ slug, title }) => ({ value: slug, label: title })),
        },
      ]}
      active={[
        ...(filter.kind
          ? [{ label: kindWords[filter.kind](), withoutHref: addressOf(props, { kind: null }) }]
          : []),
        ...(edition
          ? [{ label: edition.title, withoutHref: addressOf(props, { edition: null }) }]
          : []),
      ]}
      clearHref={addressOf(props, { kind: null, edition: null })}
    />
  );
}

/** From what is to come to what was, and back. */
export function OtherTime(props: Props) {
  const past = props.filter.when === 'past';
  return (
    <ButtonLink kind="secondary" href={addressOf(props, { when: past ? 'coming' : 'past' })}>
      {past ? m.meetings_see_coming() : m.meetings_see_past()}
    </ButtonLink>
  );
}
