import * as m from '../../paraglide/messages.js';
import { ButtonLink } from '../../ui/form.tsx';
import { Section, Stack } from '../../ui/layout.tsx';
import { EmptyState } from '../../ui/list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Table } from '../../ui/table.tsx';
import { StateBadge } from '../../ui/tag.tsx';
import { DateText, Money } from '../../ui/text.tsx';
import { urls } from '../../urls.ts';
import type { Fund } from '../funds/index.ts';
import type { Group } from '../groups/index.ts';
import type { Action } from './action.ts';
import { actionSegment } from './action-address.ts';
import { stateTones, stateWords, titleOf } from './action-words.page.ts';
import { CommitmentTable, type GroupCommitment } from './commitments-of-group.page.tsx';

interface Props {
  group: Group;
  actions: readonly Action[];
  /** Those to which the reader may propose for this group. */
  funds: readonly Fund[];
  commitments: readonly GroupCommitment[];
  /** The reader runs the group. */
  manages: boolean;
}

/** What a group proposes, whatever its state, for the people of the group. */
export function GroupActionsPage({ group, actions, funds, commitments, manages }: Props) {
  const buttons = funds.map((fund) => (
    <ButtonLink
      key={fund.id}
      icon="plus"
      href={urls.proposeAction({ fund: fund.slug }, { groupe: group.slug })}
    >
      {m.propose_propose_to({ fund: fund.name })}
    </ButtonLink>
  ));
  return (
    <Stack>
      <PageHeader
        title={m.propose_group_actions()}
        lead={m.propose_group_actions_lead({ group: group.name })}
        breadcrumb={[
          { label: m.groups_title(), href: urls.groups() },
          { label: group.name, href: urls.group({ group: group.slug }) },
        ]}
        actions={actions.length > 0 && buttons}
      />
      {actions.length === 0 ? (
        <EmptyState icon="idea" title={m.propose_group_actions_none()} actions={buttons}>
          <p>{m.propose_group_actions_none_words()}</p>
        </EmptyState>
      ) : (
        <Table
          caption={m.propose_group_actions()}
          captionHidden
          columns={[
            { key: 'title', label: m.propose_column_action(), sentences: true },
            { key: 'state', label: m.propose_column_state() },
            { key: 'submitted', label: m.propose_column_since() },
            { key: 'maximum', label: m.propose_column_maximum(), numeric: true },
          ]}
          rows={actions.map((action) => ({
            title: (
              <a href={urls.proposal({ action: actionSegment(action) })}>
                <bdi>{titleOf(action)}</bdi>
              </a>
            ),
            state: (
              <StateBadge tone={stateTones[action.state]}>{stateWords[action.state]()}</StateBadge>
            ),
            submitted: action.submittedAt ? (
              <DateText at={action.submittedAt} shape="short" />
            ) : (
              '–'
            ),
            maximum: <Money cents={action.maximum} />,
          }))}
        />
      )}
      <Section title={m.commit_of_group()} id="engagements" lead={m.commit_of_group_lead()}>
        {commitments.length === 0 ? (
          <p>{m.commit_of_group_none_words()}</p>
        ) : (
          <CommitmentTable group={group} commitments={commitments} manages={manages} />
        )}
      </Section>
    </Stack>
  );
}
