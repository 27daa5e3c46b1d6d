import * as m from '../../paraglide/messages.js';
import { ButtonLink } from '../../ui/form.tsx';
import { Stack } from '../../ui/layout.tsx';
import { EmptyState } from '../../ui/list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Table } from '../../ui/table.tsx';
import { StateBadge } from '../../ui/tag.tsx';
import { DateText } from '../../ui/text.tsx';
import { urls } from '../../urls.ts';
import type { Fund } from '../funds/index.ts';
import type { Group } from '../groups/index.ts';
import type { Action } from './action.ts';
import { actionSegment } from './action-address.ts';
import { type Commitment, stateOfCommitment } from './commitment.ts';
import { sayPeriod } from './commitment-list.page.tsx';
import { ActionState, commitmentStates } from './commitment-words.page.tsx';

export interface GroupCommitment {
  commitment: Commitment;
  action: Action;
  fund: Fund;
}

interface Props {
  group: Group;
  commitments: readonly GroupCommitment[];
  /** The reader runs the group: reports that are missing are theirs to write. */
  manages: boolean;
  /** Whose actions they may see. */
  funds: readonly Fund[];
}

/** What a group is committed to, and how far it is with it (R15, R27, R28). */
export function GroupCommitmentsPage({ group, commitments, manages, funds }: Props) {
  return (
    <Stack>
      <PageHeader
        title={m.commit_of_group()}
        lead={m.commit_of_group_lead()}
        breadcrumb={[
          { label: m.groups_title(), href: urls.groups() },
          { label: group.name, href: urls.group({ group: group.slug }) },
        ]}
      />
      {commitments.length === 0 ? (
        <EmptyState
          icon="solidarity"
          title={m.commit_of_group_none()}
          actions={funds.map((fund) => (
            <ButtonLink key={fund.id} href={urls.fundActions({ fund: fund.slug })}>
              {m.commit_see_actions({ fund: fund.name })}
            </ButtonLink>
          ))}
        >
          <p>{m.commit_of_group_none_words()}</p>
        </EmptyState>
      ) : (
        <CommitmentTable group={group} commitments={commitments} manages={manages} />
      )}
    </Stack>
  );
}

/** Of a group, wherever it is shown. */
export function CommitmentTable({ group, commitments, manages }: Omit<Props, 'funds'>) {
  return (
    <Table
      caption={m.commit_of_group()}
      captionHidden
      columns={[
        { key: 'action', label: m.commit_column_action(), sentences: true },
        { key: 'state', label: m.commit_column_state(), sentences: true },
        { key: 'period', label: m.commit_period(), sentences: true },
        { key: 'report', label: m.commit_column_report() },
      ]}
      rows={commitments.map(({ commitment, action, fund }) => {
        const at = { fund: fund.slug, action: actionSegment(action) };
        const state = stateOfCommitment(commitment);
        const look = commitmentStates[state];
        return {
          action: (
            <>
              <a href={urls.fundAction(at)}>
                <bdi>{action.title}</bdi>
              </a>{' '}
              <ActionState action={action} />
            </>
          ),
          state: (
            <>
              <StateBadge tone={look.tone}>{look.words()}</StateBadge>
              <br />
              <DateText at={commitment.withdrawnAt ?? commitment.committedAt} shape="day" />
            </>
          ),
          period: sayPeriod(commitment)[0] ?? '–',
          report:
            state === 'done' ? (
              <a href={`${urls.fundAction(at)}#experiences`}>{m.commit_report_read()}</a>
            ) : state === 'committed' && manages ? (
              <a href={urls.actionNewReport({ ...at, group: group.slug })}>
                {m.commit_report_new()}
              </a>
            ) : (
              '–'
            ),
        };
      })}
    />
  );
}
