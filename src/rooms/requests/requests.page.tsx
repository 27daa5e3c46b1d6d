import * as m from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { Filters } from '../../ui/filters.tsx';
import { ButtonLink } from '../../ui/form.tsx';
import { formatDate } from '../../ui/format.ts';
import { Stack } from '../../ui/layout.tsx';
import { EmptyState, List, Pagination } from '../../ui/list.tsx';
import { MarkedText } from '../../ui/marked-text.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { StateBadge } from '../../ui/tag.tsx';
import { urls } from '../../urls.ts';
import { SpaceFrame } from '../consultations/index.page.ts';
import type { Component, Space } from '../consultations/index.ts';
import {
  CATEGORIES,
  CATEGORY_SLUGS,
  type HelpRequest,
  type RequestFilter,
  STATE_SLUGS,
  stateOf,
  writeRequestFilter,
} from './request.ts';
import {
  categoryIcons,
  categoryWords,
  noonOf,
  requestSegment,
  stateTones,
  stateWords,
} from './request-words.page.ts';

type Beside = Pick<Parameters<typeof SpaceFrame>[0], 'theme' | 'tabs'>;

interface Props {
  space: Space;
  component: Component;
  beside: Beside;
  requests: readonly HelpRequest[];
  next: number | null;
  filter: RequestFilter;
  /** `YYYY-MM-DD`, to say what is late. */
  today: string;
  /** Whether the reader was confirmed in some category. */
  helpsHere: boolean;
  hasOffered: boolean;
  /** How many were confirmed. */
  helpers: number;
  /** How many wait for the team; 0 to others. */
  waitingHelpers: number;
  isTeam: boolean;
  mayAsk: boolean;
}

/** What members ask of each other, as far as the reader may know of it, and the way to ask. */
export function RequestsPage(props: Props) {
  const { space, component, beside, requests, filter } = props;
  const at = { space: space.slug, component: component.slug };
  const isFiltered = filter.state !== null || filter.category !== null || filter.part !== 'all';
  return (
    <SpaceFrame space={space} {...beside} current={component.id}>
      <PageHeader
        title={component.title}
        lead={m.mutual_lead()}
        actions={
          <>
            {props.mayAsk && (
              <ButtonLink href={urls.askForHelp(at)} icon="plus">
                {m.mutual_ask_title()}
              </ButtonLink>
            )}
            <ButtonLink kind="secondary" icon="book" href={urls.lessons(at)}>
              {m.mutual_lessons_title()}
            </ButtonLink>
            <ButtonLink kind="secondary" icon="solidarity" href={urls.helpers(at)}>
              {m.mutual_helpers_link({ count: props.helpers })}
            </ButtonLink>
          </>
        }
      />
      <Stack>
        {component.introduction && <MarkedText text={component.introduction} />}
        {props.waitingHelpers > 0 && (
          <Notice
            title={m.mutual_waiting_helpers({ count: props.waitingHelpers })}
            actions={<a href={urls.helpers(at)}>{m.mutual_waiting_helpers_link()}</a>}
          >
            {m.mutual_waiting_helpers_words()}
          </Notice>
        )}
        <RequestFilters {...props} />
        {requests.length === 0 ? (
          <Nothing {...props} isFiltered={isFiltered} />
        ) : (
          <List label={component.title}>
            {requests.map((request) => (
              <RequestCard key={request.id} request={request} today={props.today} />
            ))}
          </List>
        )}
        <Pagination
          nextHref={
            props.next === null
              ? undefined
              : urls.spaceRequests(at, writeRequestFilter({ ...filter, after: props.next }))
          }
        />
      </Stack>
    </SpaceFrame>
  );
}

function RequestCard({ request, today }: { request: HelpRequest; today: string }) {
  const state = stateOf(request);
  const isLate = state === 'open' && request.deadline !== null && request.deadline < today;
  return (
    <Card
      title={request.title}
      level={2}
      href={urls.helpRequest({ request: requestSegment(request) })}
      lang={request.lang}
      category={{ label: categoryWords[request.category](), icon: categoryIcons[request.category] }}
      state={
        request.heldAt ? (
          <StateBadge tone="info">{m.mutual_held()}</StateBadge>
        ) : (
          <>
            <StateBadge tone={stateTones[state]}>{stateWords[state]()}</StateBadge>{' '}
            {!request.sharedAt && (
              <StateBadge tone="info" icon="lock">
                {m.mutual_confidential()}
              </StateBadge>
            )}
          </>
        )
      }
      meta={[
        m.mutual_asked_on({ date: formatDate(request.askedAt) }),
        ...(request.deadline
          ? [
              isLate
                ? m.mutual_deadline_was({ date: formatDate(noonOf(request.deadline)) })
                : m.mutual_deadline_is({ date: formatDate(noonOf(request.deadline)) }),
            ]
          : []),
      ]}
    />
  );
}

function RequestFilters({ space, component, filter, helpsHere }: Props) {
  const at = { space: space.slug, component: component.slug };
  const without = (change: Partial<RequestFilter>) =>
    urls.spaceRequests(at, writeRequestFilter({ ...filter, after: null, ...change }));
  const parts = [
    { value: 'miennes', label: m.mutual_part_mine() },
    ...(helpsHere ? [{ value: 'a-repondre', label: m.mutual_part_waiting() }] : []),
  ];
  const part = writeRequestFilter(filter).vue ?? '';
  return (
    <Filters
      action={urls.spaceRequests(at)}
      selects={[
        {
          name: 'vue',
          label: m.mutual_filter_part(),
          empty: m.mutual_part_all(),
          value: part,
          options: parts,
        },
        {
          name: 'etat',
          label: m.mutual_filter_state(),
          empty: m.mutual_every_state(),
          value: filter.state ? STATE_SLUGS[filter.state] : '',
          options: (['open', 'answered', 'closed'] as const).map((state) => ({
            value: STATE_SLUGS[state],
            label: stateWords[state](),
          })),
        },
        {
          name: 'categorie',
          label: m.mutual_category(),
          empty: m.mutual_every_category(),
          value: filter.category ? CATEGORY_SLUGS[filter.category] : '',
          options: CATEGORIES.map((category) => ({
            value: CATEGORY_SLUGS[category],
            label: categoryWords[category](),
          })),
        },
      ]}
      active={[
        ...(part !== ''
          ? [
              {
                label: parts.find(({ value }) => value === part)?.label ?? m.mutual_part_waiting(),
                withoutHref: without({ part: 'all' }),
              },
            ]
          : []),
        ...(filter.state
          ? [{ label: stateWords[filter.state](), withoutHref: without({ state: null }) }]
          : []),
        ...(filter.category
          ? [{ label: categoryWords[filter.category](), withoutHref: without({ category: null }) }]
          : []),
      ]}
      clearHref={urls.spaceRequests(at)}
    />
  );
}

function Nothing({ space, component, isFiltered, mayAsk }: Props & { isFiltered: boolean }) {
  const at = { space: space.slug, component: component.slug };
  if (isFiltered)
    return (
      <EmptyState
        icon="search"
        title={m.mutual_none_filtered()}
        actions={<a href={urls.spaceRequests(at)}>{m.mutual_see_all()}</a>}
      >
        {m.mutual_none_filtered_words()}
      </EmptyState>
    );
  return (
    <EmptyState
      icon="help"
      title={m.mutual_none()}
      {...(mayAsk && {
        actions: <ButtonLink href={urls.askForHelp(at)}>{m.mutual_ask_title()}</ButtonLink>,
      })}
    >
      {m.mutual_none_words()}
    </EmptyState>
  );
}
