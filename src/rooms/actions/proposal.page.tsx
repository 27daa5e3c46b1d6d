import * as m from '../../paraglide/messages.js';
import { ButtonForm, ButtonLink, ErrorSummary, type Problems } from '../../ui/form.tsx';
import { Actions, Panel, Section, Stack } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { StateBadge, Tag } from '../../ui/tag.tsx';
import { Money, Prose } from '../../ui/text.tsx';
import { urls } from '../../urls.ts';
import type { Fund } from '../funds/index.ts';
import type { Group } from '../groups/index.ts';
import { type Action, isWritable, type Line } from './action.ts';
import { actionSegment } from './action-address.ts';
import { ActionText, type ShownPicture } from './action-text.page.tsx';
import { kindIcons, kindWords, stateTones, stateWords, titleOf } from './action-words.page.ts';
import type { ActionAct } from './examination.ts';
import { History } from './history.page.tsx';
import { hasThread, type Message } from './message.ts';
import { Thread } from './thread.page.tsx';
import type { Version } from './version.ts';

export interface ProposalProps {
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
  /** Leads and managers write; members read. */
  writes: boolean;
  /** What keeps it from being handed in, in words. */
  missing: readonly string[];
  typedMessage: string;
  problems: Problems;
}

/** An action as the group that proposes it sees it: how it stands, what to do, what was said (R10, R11). */
export function ProposalPage(props: ProposalProps) {
  const { action, group, fund, lines, picture, writes } = props;
  const at = { action: actionSegment(action) };
  return (
    <Stack>
      <ErrorSummary problems={props.problems} />
      <PageHeader
        title={titleOf(action)}
        kicker={<bdi>{fund.name}</bdi>}
        lead={m.propose_of_group({ group: group.name })}
        breadcrumb={[
          { label: group.name, href: urls.group({ group: group.slug }) },
          {
            label: m.propose_group_actions(),
            href: urls.groupActions({ group: group.slug }),
          },
        ]}
        meta={
          <>
            <StateBadge tone={stateTones[action.state]}>{stateWords[action.state]()}</StateBadge>
            {action.kind && <Tag icon={kindIcons[action.kind]}>{kindWords[action.kind]()}</Tag>}
            <Tag icon="money">
              <Money cents={action.maximum} />
            </Tag>
          </>
        }
      />
      <NextStep {...props} />
      <ActionText action={action} lines={lines} picture={picture} />
      {writes && isWritable(action) && (
        <Section title={m.propose_picture()} id="illustration">
          <Actions>
            <ButtonLink kind="secondary" icon="picture" href={urls.proposalPicture(at)}>
              {m.propose_picture_change()}
            </ButtonLink>
          </Actions>
        </Section>
      )}
      {hasThread(action) && (
        <Thread
          side="group"
          messages={props.messages}
          nicknames={props.nicknames}
          ownId={props.ownId}
          action={writes ? urls.proposalMessage(at) : null}
          typed={props.typedMessage}
          problems={props.problems}
        />
      )}
      <History {...props} cap={fund.cap} />
    </Stack>
  );
}

/** How it stands and what comes next, the gesture first. */
function NextStep(props: ProposalProps) {
  const { action, fund, acts, writes } = props;
  const at = { action: actionSegment(action) };
  // the reviewer's last words, where they ask for something or say why not
  const last = acts.find(({ kind }) => kind === action.state);
  switch (action.state) {
    case 'draft':
    case 'changes-requested':
      return (
        <Panel
          tone="brand"
          title={
            action.state === 'draft' ? m.propose_next_draft_title() : m.propose_next_changes_title()
          }
        >
          {last?.words && <Prose text={last.words} />}
          <p>{action.state === 'draft' ? m.propose_next_draft() : m.propose_next_changes()}</p>
          {writes ? <Gestures {...props} /> : <p>{m.propose_write_only()}</p>}
        </Panel>
      );
    case 'submitted':
      return (
        <Panel tone="brand" title={m.propose_next_submitted_title()}>
          <p>{m.propose_next_submitted()}</p>
        </Panel>
      );
    case 'published':
    case 'fundable':
      return (
        <Panel tone="brand" title={m.propose_next_published_title()}>
          <p>{m.propose_next_published()}</p>
          <ButtonLink href={urls.fundAction({ fund: fund.slug, ...at })}>
            {m.propose_next_published_see()}
          </ButtonLink>
        </Panel>
      );
    case 'refused':
    case 'archived':
      return (
        <Panel
          title={
            action.state === 'refused'
              ? m.propose_next_refused_title()
              : m.propose_next_archived_title()
          }
        >
          {action.state === 'archived' && <p>{m.propose_next_archived()}</p>}
          {last?.words && <Prose text={last.words} />}
        </Panel>
      );
  }
}

/** What is still missing, or the button that hands it in. */
function Gestures({ action, missing }: ProposalProps) {
  const at = { action: actionSegment(action) };
  return (
    <>
      {missing.length > 0 && (
        <>
          <p>{m.propose_missing_words()}</p>
          <ul>
            {missing.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </>
      )}
      <Actions>
        {missing.length === 0 && (
          <ButtonForm action={urls.proposalSubmit(at)} icon="check">
            {action.state === 'draft' ? m.propose_send() : m.propose_send_again()}
          </ButtonForm>
        )}
        <ButtonLink
          kind={missing.length === 0 ? 'secondary' : 'primary'}
          icon="edit"
          href={urls.proposalText(at)}
        >
          {m.propose_edit()}
        </ButtonLink>
        {action.state === 'draft' && (
          <ButtonLink kind="quiet" icon="delete" href={urls.proposalDelete(at)}>
            {m.propose_delete()}
          </ButtonLink>
        )}
      </Actions>
    </>
  );
}
