import * as m from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { Filters } from '../../../ui/filters.tsx';
import { ButtonLink } from '../../../ui/form.tsx';
import { formatDate } from '../../../ui/format.ts';
import { Stack } from '../../../ui/layout.tsx';
import { EmptyState, List, Pagination } from '../../../ui/list.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { urls } from '../../../urls.ts';
import { officeCrumbs } from '../../consultations/index.page.ts';
import type { Space } from '../../consultations/index.ts';
import {
  LEVELS,
  type Mandate,
  nameOfMandate,
  QUEUE_STATES,
  type QueueFilter,
  stateOf,
} from '../mandate.ts';
import { levelWords, stateTones, stateWords } from '../mandate-words.page.ts';

interface Props {
  space: Space;
  filter: QueueFilter;
  mandates: readonly Mandate[];
  next: string | null;
  waiting: { count: number; since: Date | null };
  names: ReadonlyMap<string, string>;
  now: Date;
}

const DAY = 86_400_000;

/** How long something waits, in days. */
const daysSince = (at: Date, now: Date): number =>
  Math.max(0, Math.floor((now.getTime() - at.getTime()) / DAY));

/** Mandates of a network, as its team goes through them. */
export function OfficeMandatesPage({ space, filter, mandates, next, waiting, names, now }: Props) {
  const at = { space: space.slug };
  return (
    <Stack>
      <PageHeader
        title={m.mandates_office_title()}
        lead={
          waiting.count > 0
            ? m.mandates_office_waiting({ count: waiting.count })
            : m.mandates_office_nothing()
        }
        breadcrumb={officeCrumbs(space)}
        actions={
          <ButtonLink kind="secondary" icon="upload" href={urls.adminMandateImport(at)}>
            {m.mandates_import_act()}
          </ButtonLink>
        }
      />
      <QueueFilters space={space} filter={filter} />
      {mandates.length === 0 ? (
        <EmptyState icon="heritage" title={m.mandates_office_none()}>
          <p>{m.mandates_office_none_words()}</p>
        </EmptyState>
      ) : (
        <List look="rows" label={m.mandates_office_title()}>
          {mandates.map((mandate) => {
            const state = stateOf(mandate, now);
            return (
              <Card
                key={mandate.id}
                level={2}
                title={<bdi>{nameOfMandate(mandate)}</bdi>}
                href={urls.adminMandate({ ...at, mandate: mandate.id })}
                category={{ label: levelWords[mandate.level](), icon: 'heritage' }}
                state={<StateBadge tone={stateTones[state]}>{stateWords[state]()}</StateBadge>}
                meta={[
                  ...(mandate.personId && names.has(mandate.personId)
                    ? [<bdi key="name">{names.get(mandate.personId)}</bdi>]
                    : []),
                  <bdi key="body">{mandate.body}</bdi>,
                  state === 'waiting'
                    ? m.mandates_waits({ count: daysSince(mandate.declaredAt, now) })
                    : m.mandates_declared_on({ date: formatDate(mandate.declaredAt, 'day') }),
                ]}
              />
            );
          })}
        </List>
      )}
      <Pagination
        nextHref={
          next ? urls.adminMandates(at, writeFilter({ ...filter, after: next })) : undefined
        }
      />
    </Stack>
  );
}

/** As the address says it. */
function writeFilter({ state, level, words, after }: QueueFilter): Record<string, string> {
  return {
    etat: state ?? 'tous',
    ...(level && { strate: level }),
    ...(words !== '' && { q: words }),
    ...(after && { apres: after }),
  };
}

function QueueFilters({ space, filter }: Pick<Props, 'space' | 'filter'>) {
  const at = { space: space.slug };
  const without = (changes: Partial<QueueFilter>) =>
    urls.adminMandates(at, writeFilter({ ...filter, after: null, ...changes }));
  return (
    <Filters
      action={urls.adminMandates(at)}
      search={{ name: 'q', label: m.mandates_search(), value: filter.words }}
      selects={[
        {
          name: 'etat',
          label: m.mandates_state(),
          value: filter.state ?? 'tous',
          options: [
            ...QUEUE_STATES.map((state) => ({ value: state, label: stateWords[state]() })),
            { value: 'tous', label: m.mandates_state_all() },
          ],
        },
        {
          name: 'strate',
          label: m.mandates_level(),
          empty: m.mandates_level_all(),
          value: filter.level ?? undefined,
          options: LEVELS.map((level) => ({ value: level, label: levelWords[level]() })),
        },
      ]}
      active={[
        ...(filter.words ? [{ label: filter.words, withoutHref: without({ words: '' }) }] : []),
        ...(filter.level
          ? [{ label: levelWords[filter.level](), withoutHref: without({ level: null }) }]
          : []),
      ]}
    />
  );
}
