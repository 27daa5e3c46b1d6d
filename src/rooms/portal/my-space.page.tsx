import * as m from '../../paraglide/messages.js';
import { ButtonLink } from '../../ui/form.tsx';
import { formatDate, formatDateTime } from '../../ui/format.ts';
import { Section } from '../../ui/layout.tsx';
import { EmptyState, List } from '../../ui/list.tsx';
import { NextStep } from '../../ui/next-step.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { StateBadge } from '../../ui/tag.tsx';
import { urls } from '../../urls.ts';
import { OwnParts, type ShownPart } from '../delivery/index.page.ts';
import { OwnMeetingLines } from '../meetings/index.page.ts';
import type { OwnMeeting } from '../meetings/index.ts';
import { numberedSegment } from '../spaces/index.page.ts';
import { LetterLines, type MyLetter } from './my-letters.page.tsx';
import type { MyIdea, MyProject, MyVote, Waiting } from './my-space.ts';

interface Props {
  nickname: string;
  waiting: readonly Waiting[];
  ideas: readonly MyIdea[];
  /** That come from no idea of mine. */
  projects: readonly MyProject[];
  votes: readonly MyVote[];
  /** To come: those of mine, and those where the town counts on me. */
  meetings: readonly OwnMeeting[];
  /** In realisations; null: nothing is being realised here. */
  parts: readonly ShownPart[] | null;
  letters: readonly MyLetter[];
}

/** What waits for me, my ideas, my votes (never what), what I was written. */
export function MySpacePage(props: Props) {
  const { nickname, waiting, ideas, projects, votes, meetings, parts, letters } = props;
  const [first, ...others] = waiting;
  return (
    <>
      <PageHeader
        title={m.myspace_title()}
        lead={m.myspace_lead({ nickname })}
        actions={
          <ButtonLink kind="secondary" icon="user" href={urls.account()}>
            {m.myspace_account()}
          </ButtonLink>
        }
      />
      {first && <First waiting={first} />}
      {others.length > 0 && (
        <Section title={m.myspace_waiting()}>
          <List>
            {others.map((one) => (
              <p key={hrefOf(one)}>
                <a href={hrefOf(one)}>{titleOf(one)}</a>
                <span class="hint"> {hintOf(one)}</span>
              </p>
            ))}
          </List>
        </Section>
      )}
      <Section title={m.myspace_ideas()}>
        {ideas.length === 0 ? (
          <EmptyState
            icon="idea"
            title={m.myspace_no_idea_title()}
            actions={<ButtonLink href={urls.editions()}>{m.myspace_see_editions()}</ButtonLink>}
          >
            <p>{m.myspace_no_idea()}</p>
          </EmptyState>
        ) : (
          <List>
            {ideas.map((idea) => (
              <IdeaLine key={idea.id} idea={idea} />
            ))}
          </List>
        )}
      </Section>
      {projects.length > 0 && (
        <Section title={m.myspace_projects()}>
          <List>
            {projects.map((project) => (
              <ProjectLine key={project.id} project={project} />
            ))}
          </List>
        </Section>
      )}
      {votes.length > 0 && (
        <Section title={m.myspace_votes()} lead={m.myspace_votes_lead()}>
          <List>
            {votes.map((vote) => (
              <VoteLine key={vote.edition.id} vote={vote} />
            ))}
          </List>
        </Section>
      )}
      {meetings.length > 0 && (
        <Section title={m.meetings_own_title()}>
          <OwnMeetingLines meetings={meetings} />
        </Section>
      )}
      {parts && (
        <Section title={m.together_own_title()} lead={m.together_own_lead()}>
          <OwnParts parts={parts} />
        </Section>
      )}
      <Section title={m.myspace_letters()}>
        {letters.length === 0 ? (
          <p>{m.myspace_no_letter()}</p>
        ) : (
          <>
            <LetterLines letters={letters} />
            <p>
              <a href={urls.myLetters()}>{m.myspace_all_letters()}</a>
            </p>
          </>
        )}
        <p>
          <a href={urls.ownAgenda()}>{m.myspace_agenda_link()}</a>
        </p>
        <p>
          <a href={urls.myFollows()}>{m.follow_mine()}</a>
        </p>
        <p>
          <a href={urls.accountLetters()}>{m.letters_preferences_title()}</a>
        </p>
        <p>
          <a href={urls.ownData()}>{m.personal_title()}</a>
        </p>
      </Section>
    </>
  );
}

const ideaHref = (idea: { number: number; title: string }, edition: { slug: string }) => ({
  edition: edition.slug,
  idea: numberedSegment(idea.number, idea.title),
});

function hrefOf(waiting: Waiting): string {
  switch (waiting.kind) {
    case 'merge':
      return urls.merge({ merge: waiting.mergeId });
    case 'message':
      return urls.threads(ideaHref(waiting.idea, waiting.edition));
    case 'testimony':
      return urls.deliveryTestimony({ edition: waiting.edition.slug, project: waiting.project });
    case 'draft':
      return urls.depositText({ edition: waiting.edition.slug, draft: waiting.draftId });
  }
}

function titleOf(waiting: Waiting): string {
  switch (waiting.kind) {
    case 'merge':
      return m.myspace_waiting_merge({ title: waiting.title });
    case 'message':
      return m.myspace_waiting_message({ title: waiting.idea.title });
    case 'testimony':
      return m.myspace_waiting_testimony({ title: waiting.title });
    case 'draft':
      return m.myspace_waiting_draft({ title: waiting.title || m.myspace_untitled() });
  }
}

function hintOf(waiting: Waiting): string {
  switch (waiting.kind) {
    case 'merge':
      return m.myspace_until({ day: formatDate(new Date(`${waiting.answerBy}T12:00:00Z`)) });
    case 'message':
      return formatDateTime(waiting.since);
    case 'testimony':
      return m.myspace_written({ day: formatDate(waiting.since, 'day') });
    case 'draft':
      return m.myspace_saved({ day: formatDateTime(waiting.savedAt) });
  }
}

const buttons: Record<Waiting['kind'], () => string> = {
  merge: m.myspace_answer_merge,
  message: m.myspace_answer_message,
  testimony: m.myspace_change_testimony,
  draft: m.myspace_go_on,
};

function First({ waiting }: { waiting: Waiting }) {
  return (
    <NextStep
      kicker={m.myspace_first()}
      title={titleOf(waiting)}
      deadline={hintOf(waiting)}
      actions={
        <ButtonLink size="large" href={hrefOf(waiting)}>
          {buttons[waiting.kind]()}
        </ButtonLink>
      }
    />
  );
}

function IdeaLine({ idea }: { idea: MyIdea }) {
  const at = ideaHref(idea, idea.edition);
  const exchange = idea.threads.find(({ channel }) => channel === 'exchange');
  return (
    <div class="line stack">
      <p>
        <a href={urls.idea(at)}>
          {m.projects_mark({ number: idea.number })} <bdi lang={idea.lang}>{idea.title}</bdi>
        </a>{' '}
        <span class="hint">
          <bdi>{idea.edition.title}</bdi> · {m.ideas_supports({ count: idea.supportCount })}
        </span>
      </p>
      {idea.related.map((link) => (
        <p key={link.href + link.label} class="hint">
          {link.label} · <a href={link.href}>{link.title}</a>
        </p>
      ))}
      {idea.projectId && (
        <p>
          <a href={urls.holderProject({ project: idea.projectId })}>{m.campaign_holder_title()}</a>
        </p>
      )}
      <p>
        <a href={urls.threads(at)}>
          {exchange ? m.myspace_exchange({ count: exchange.count }) : m.myspace_write()}
        </a>
      </p>
    </div>
  );
}

/** Its public page may not be there yet: the holder's is, from the freeze on. */
function ProjectLine({ project: { id, number, title, edition } }: { project: MyProject }) {
  return (
    <div class="line stack">
      <p>
        {m.projects_mark({ number })} <bdi>{title}</bdi>{' '}
        <span class="hint">
          <bdi>{edition.title}</bdi>
        </span>
      </p>
      <p>
        <a href={urls.holderProject({ project: id })}>{m.campaign_holder_title()}</a>
      </p>
    </div>
  );
}

function VoteLine({ vote }: { vote: MyVote }) {
  const at = { edition: vote.edition.slug };
  return (
    <p>
      <a href={vote.state === 'published' ? urls.results(at) : urls.vote(at)}>
        <bdi>{vote.edition.title}</bdi>
      </a>{' '}
      {vote.hasVoted ? (
        <StateBadge tone="success" icon="check">
          {m.myspace_voted()}
        </StateBadge>
      ) : vote.state === 'open' ? (
        <StateBadge tone="warning">
          {m.myspace_vote_until({ day: formatDateTime(vote.closesAt) })}
        </StateBadge>
      ) : vote.state === 'waiting' ? (
        <StateBadge>{m.myspace_vote_from({ day: formatDateTime(vote.opensAt) })}</StateBadge>
      ) : (
        <StateBadge>{m.myspace_vote_over()}</StateBadge>
      )}
    </p>
  );
}
