import * as m from '../../paraglide/messages.js';
import { ErrorSummary, type Problems } from '../../ui/form.tsx';
import { Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { StateBadge, Tag } from '../../ui/tag.tsx';
import { Money } from '../../ui/text.tsx';
import { urls } from '../../urls.ts';
import type { Fund } from '../funds/index.ts';
import type { Group } from '../groups/index.ts';
import { type Action, isPublished, type Line } from './action.ts';
import { actionSegment } from './action-address.ts';
import { ActionText, type ShownPicture } from './action-text.page.tsx';
import { kindIcons, kindWords, stateTones, stateWords } from './action-words.page.ts';
import { ArchiveForm, DecisionForm, ReopenForm, type TypedDecision } from './decision.page.tsx';
import type { ActionAct } from './examination.ts';
import { History } from './history.page.tsx';
import type { Message } from './message.ts';
import { Thread } from './thread.page.tsx';
import type { Version } from './version.ts';

export interface ExaminationProps {
  action: Action;
  group: Group;
  fund: Fund;
  lines: readonly Line[];
  picture: ShownPicture | null;
  acts: readonly ActionAct[];
  versions: readonly Version[];
  messages: readonly Message[];
  nicknames: ReadonlyMap<string, string>;
  ownId: string;
  /** The reader is in the group that proposes (R12). */
  isOfGroup: boolean;
  typed: TypedDecision;
  typedMessage: string;
  problems: Problems;
}

/** An action before a reviewer: what was handed in, what was said, what they decide (R12). */
export function ExaminationPage(props: ExaminationProps) {
  const { action, group, fund, isOfGroup } = props;
  const at = { action: actionSegment(action) };
  return (
    <Stack>
      <ErrorSummary problems={props.problems} />
      <PageHeader
        title={action.title}
        kicker={<bdi>{fund.name}</bdi>}
        lead={m.propose_of_group({ group: group.name })}
        breadcrumb={[{ label: m.propose_exam_title(), href: urls.examinations() }]}
        meta={
          <>
            <StateBadge tone={stateTones[action.state]}>{stateWords[action.state]()}</StateBadge>
            {action.kind && <Tag icon={kindIcons[action.kind]}>{kindWords[action.kind]()}</Tag>}
            <Tag icon="money">
              <Money cents={action.maximum} />
            </Tag>
            <StateBadge tone={group.certifiedAt ? 'success' : 'warning'}>
              {group.certifiedAt ? m.propose_exam_certified() : m.propose_exam_uncertified()}
            </StateBadge>
          </>
        }
      />
      {isOfGroup && (
        <Notice tone="warning" title={m.propose_exam_own_title()}>
          <p>{m.propose_exam_own_words()}</p>
        </Notice>
      )}
      {action.state === 'changes-requested' && (
        <Notice>
          <p>{m.propose_exam_changes_waiting()}</p>
        </Notice>
      )}
      <ActionText action={action} lines={props.lines} picture={props.picture} />
      {!isOfGroup && <Decision {...props} />}
      <Thread
        side="review"
        messages={props.messages}
        nicknames={props.nicknames}
        ownId={props.ownId}
        action={isOfGroup ? null : urls.examinationMessage(at)}
        typed={props.typedMessage}
        problems={props.problems}
      />
      <History {...props} cap={fund.cap} />
    </Stack>
  );
}

function Decision(props: ExaminationProps) {
  const { action } = props;
  const version = props.versions.length;
  const known = { action, version, typed: props.typed, problems: props.problems };
  if (action.state === 'submitted') return <DecisionForm {...known} cap={props.fund.cap} />;
  if (isPublished(action)) return <ArchiveForm {...known} />;
  if (action.state === 'archived' || action.state === 'refused') return <ReopenForm {...known} />;
  return null;
}
