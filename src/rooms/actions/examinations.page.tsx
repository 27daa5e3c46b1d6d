import * as m from '../../paraglide/messages.js';
import { Filters } from '../../ui/filters.tsx';
import { Stack } from '../../ui/layout.tsx';
import { EmptyState, Pagination } from '../../ui/list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Table } from '../../ui/table.tsx';
import { StateBadge, Tag } from '../../ui/tag.tsx';
import { DateText, Money } from '../../ui/text.tsx';
import { urls } from '../../urls.ts';
import type { Fund } from '../funds/index.ts';
import { ACTION_KINDS, type Action } from './action.ts';
import { actionSegment } from './action-address.ts';
import { kindWords, stateTones, stateWords } from './action-words.page.ts';
import {
  ALL_STATES,
  EXAMINED_STATES,
  type ExaminationFilter,
  KIND_SEGMENTS,
  STATE_SEGMENTS,
  writeExaminationFilter,
} from './examination.ts';

interface Props {
  filter: ExaminationFilter;
  actions: readonly Action[];
  next: string | null;
  waiting: number;
  /** Names by id, of groups and funds. */
  groups: ReadonlyMap<string, string>;
  funds: readonly Pick<Fund, 'id' | 'slug' | 'name'>[];
  /** Ids of the groups that the reader is in: others decide on theirs (R12). */
  ownGroups: ReadonlySet<string>;
}

/** What groups handed in, to be examined first (R12). */
export function ExaminationsPage(props: Props) {
  const { filter, actions, next, waiting, groups, funds, ownGroups } = props;
  const isNarrowed = filter.words !== '' || filter.kind !== null || filter.fund !== null;
  return (
    <Stack>
      <PageHeader title={m.propose_exam_title()} lead={m.propose_exam_lead({ count: waiting })} />
      <Filters
        action={urls.examinations()}
        search={{ name: 'q', label: m.propose_exam_search(), value: filter.words }}
        selects={[
          {
            name: 'etat',
            label: m.propose_exam_state(),
            value: filter.state ? STATE_SEGMENTS[filter.state] : ALL_STATES,
            options: [
              ...EXAMINED_STATES.map((state) => ({
                value: STATE_SEGMENTS[state],
                label: state === 'submitted' ? m.propose_exam_state_queue() : stateWords[state](),
              })),
              { value: ALL_STATES, label: m.propose_exam_state_all() },
            ],
          },
          {
            name: 'type',
            label: m.propose_field_kind(),
            value: filter.kind ? KIND_SEGMENTS[filter.kind] : '',
            empty: m.propose_exam_kind_all(),
            options: ACTION_KINDS.map((kind) => ({
              value: KIND_SEGMENTS[kind],
              label: kindWords[kind](),
            })),
          },
          ...(funds.length > 1
            ? [
                {
                  name: 'fonds',
                  label: m.propose_funds(),
                  value: filter.fund ?? '',
                  empty: m.propose_exam_fund_all(),
                  options: funds.map(({ slug, name }) => ({ value: slug, label: name })),
                },
              ]
            : []),
        ]}
        {...(isNarrowed && { clearHref: urls.examinations() })}
      />
      {actions.length === 0 ? (
        <EmptyState
          icon="success"
          title={isNarrowed ? m.propose_exam_none_found() : m.propose_exam_none()}
        >
          <p>{isNarrowed ? m.propose_exam_none_found_words() : m.propose_exam_none_words()}</p>
        </EmptyState>
      ) : (
        <Table
          caption={m.propose_exam_title()}
          captionHidden
          columns={[
            { key: 'title', label: m.propose_column_action(), sentences: true },
            { key: 'group', label: m.propose_column_group(), sentences: true },
            { key: 'state', label: m.propose_column_state() },
            { key: 'since', label: m.propose_column_since() },
            { key: 'maximum', label: m.propose_column_maximum(), numeric: true },
          ]}
          rows={actions.map((action) => ({
            title: (
              <>
                <a href={urls.examination({ action: actionSegment(action) })}>
                  <bdi>{action.title}</bdi>
                </a>
                <br />
                <span class="hint">{action.kind && kindWords[action.kind]()}</span>
              </>
            ),
            group: (
              <>
                <bdi>{groups.get(action.groupId) ?? '–'}</bdi>
                {ownGroups.has(action.groupId) && (
                  <>
                    {' '}
                    <Tag icon="member">{m.propose_exam_own()}</Tag>
                  </>
                )}
              </>
            ),
            state: (
              <StateBadge tone={stateTones[action.state]}>{stateWords[action.state]()}</StateBadge>
            ),
            since: action.submittedAt ? <DateText at={action.submittedAt} shape="short" /> : '–',
            maximum: <Money cents={action.maximum} />,
          }))}
        />
      )}
      <Pagination
        nextHref={
          next ? urls.examinations(writeExaminationFilter({ ...filter, after: next })) : undefined
        }
      />
    </Stack>
  );
}
