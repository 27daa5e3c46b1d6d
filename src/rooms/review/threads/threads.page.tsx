import * as m from '../../../paraglide/messages.js';
import { ErrorSummary, type Problems } from '../../../ui/form.tsx';
import { Column, Section } from '../../../ui/layout.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { urls } from '../../../urls.ts';
import type { Idea } from '../../ideas/index.ts';
import { numberedSegment } from '../../spaces/index.page.ts';
import type { Edition } from '../../spaces/index.ts';
import { MessageForm } from './message-form.page.tsx';
import { TeamSection } from './team.page.tsx';
import type { Candidate, Channel, Message, Names, Part, Side, Standing } from './thread.ts';
import { ThreadMessages } from './thread-messages.page.tsx';

/** A thread as addresses say it. */
export const CHANNEL_SEGMENTS: Record<Channel, string> = {
  exchange: 'porteur',
  team: 'equipe',
  note: 'notes',
};

interface ShownThread {
  channel: Channel;
  /** On whose behalf the reader writes; null: they only read. */
  side: Side | null;
  messages: readonly Message[];
  older: string | null;
}

interface Props {
  edition: Edition;
  idea: Idea;
  standing: Standing;
  threads: readonly ShownThread[];
  names: Names;
  team: ReadonlyMap<Part, string>;
  candidates: readonly Candidate[];
  ownId: string;
  refused: { channel: Channel; body: string } | null;
  problems: Problems;
}

const titles: Record<Channel, () => string> = {
  exchange: m.threads_exchange_title,
  team: m.threads_team_title,
  note: m.threads_notes_title,
};

/** Who reads what is written there: said before one writes. */
const readers: Record<Channel, () => string> = {
  exchange: m.threads_exchange_readers,
  team: m.threads_team_readers,
  note: m.threads_notes_readers,
};

/** What is written around an idea; each reader sees the threads that are theirs. */
export function ThreadsPage(props: Props) {
  const { edition, idea, standing, threads, names, refused, problems } = props;
  const at = { edition: edition.slug, idea: numberedSegment(idea.number, idea.title) };
  return (
    <Column>
      <ErrorSummary problems={problems} ids={{ message: `message-${refused?.channel}` }} />
      <PageHeader
        title={m.threads_title({ title: idea.title })}
        lead={m.threads_lead({ number: idea.number, edition: edition.title })}
        breadcrumb={[{ label: m.threads_back_to_idea(), href: urls.idea(at) }]}
      />
      {threads.map((thread) => (
        <Section
          key={thread.channel}
          id={CHANNEL_SEGMENTS[thread.channel]}
          title={titles[thread.channel]()}
        >
          <p class="hint">
            {thread.channel === 'note' && (
              <>
                <StateBadge icon="lock">{m.threads_private()}</StateBadge>{' '}
              </>
            )}
            {readers[thread.channel]()}
          </p>
          {thread.channel === 'team' && (
            <TeamSection
              at={at}
              idea={idea}
              team={props.team}
              names={names}
              candidates={standing.isOffice ? props.candidates : null}
            />
          )}
          {thread.older && (
            <p>
              <a
                href={`${urls.threads(at, {
                  fil: CHANNEL_SEGMENTS[thread.channel],
                  avant: thread.older,
                })}#${CHANNEL_SEGMENTS[thread.channel]}`}
              >
                {m.threads_older()}
              </a>
            </p>
          )}
          <ThreadMessages thread={thread} names={names} ownId={props.ownId} />
          {thread.side && mayStillWrite(thread, props.team) && (
            <MessageForm
              at={at}
              channel={thread.channel}
              side={thread.side}
              candidates={thread.channel === 'note' ? props.candidates : []}
              ownId={props.ownId}
              body={refused?.channel === thread.channel ? refused.body : ''}
              problem={refused?.channel === thread.channel ? problems.message : undefined}
            />
          )}
        </Section>
      ))}
    </Column>
  );
}

/** Nobody writes to a team that does not exist. */
const mayStillWrite = (thread: ShownThread, team: ReadonlyMap<Part, string>): boolean =>
  thread.channel !== 'team' || team.size > 0;
