import type { ComponentChildren } from 'preact';
import * as m from '../../paraglide/messages.js';
import { ButtonLink } from '../../ui/form.tsx';
import { formatDateTime } from '../../ui/format.ts';
import { Section } from '../../ui/layout.tsx';
import { EmptyState, List } from '../../ui/list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { StateBadge } from '../../ui/tag.tsx';
import { urls } from '../../urls.ts';
import { OwnParts, type ShownPart } from '../delivery/index.page.ts';
import { OwnGroupLines } from '../groups/index.page.ts';
import type { OwnGroup } from '../groups/index.ts';
import { addressesOf } from '../ideas/index.page.ts';
import { OwnMeetingLines } from '../meetings/index.page.ts';
import type { OwnMeeting } from '../meetings/index.ts';
import { numberedSegment } from '../spaces/index.page.ts';
import { LetterLines, type MyLetter } from './my-letters.page.tsx';
import type { MyIdea, MyProject, MySupport, MyVote, Waiting } from './my-space.ts';
import { FirstWaiting, hintOf, hrefOf, ideaHref, titleOf } from './waiting.page.tsx';

interface Props {
  nickname: string;
  waiting: readonly Waiting[];
  /** null: there are none here. */
  groups: readonly OwnGroup[] | null;
  /** null: there is no budget to bring ideas to. */
  ideas: readonly MyIdea[] | null;
  supports: readonly MySupport[];
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
  const { nickname, waiting, groups, projects, votes, meetings, parts, letters } = props;
  // an idea that moderators read first waits for them, not for its author
  const [held, mine] = [true, false].map((isHeld) =>
    waiting.filter(({ kind }) => (kind === 'held-idea') === isHeld),
  ) as [Waiting[], Waiting[]];
  const [first, ...others] = mine;
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
      {first && <FirstWaiting waiting={first} />}
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
      {groups && <OwnGroups groups={groups} />}
      {(props.ideas || held.length > 0) && <Ideas ideas={props.ideas ?? []} held={held} />}
      {props.supports.length > 0 && (
        <Section title={m.myspace_supports()} lead={m.myspace_supports_lead()}>
          <List>
            {props.supports.map((idea) => (
              <p key={idea.id}>
                <IdeaLink idea={idea} />
              </p>
            ))}
          </List>
        </Section>
      )}
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
          <a href={urls.accountLetters()}>{m.letters_preferences_title()}</a>
        </p>
      </Section>
      <Section title={m.myspace_others()}>
        <List>
          <a href={urls.ownAgenda()}>{m.myspace_agenda_link()}</a>
          <a href={urls.myFollows()}>{m.follow_mine()}</a>
          <a href={urls.ownData()}>{m.personal_title()}</a>
        </List>
      </Section>
    </>
  );
}

function OwnGroups({ groups }: { groups: readonly OwnGroup[] }) {
  return (
    <Section
      title={m.groups_own_groups()}
      action={groups.length > 0 && <a href={urls.groups()}>{m.groups_all()}</a>}
    >
      {groups.length === 0 ? (
        <EmptyState
          icon="citizens"
          title={m.groups_own_none()}
          actions={<ButtonLink href={urls.groups()}>{m.groups_find()}</ButtonLink>}
        >
          <p>{m.groups_own_none_words()}</p>
        </EmptyState>
      ) : (
        <OwnGroupLines groups={groups} />
      )}
    </Section>
  );
}

function Ideas({ ideas, held }: { ideas: readonly MyIdea[]; held: readonly Waiting[] }) {
  return (
    <Section title={m.myspace_ideas()}>
      {ideas.length + held.length === 0 ? (
        <EmptyState
          icon="idea"
          title={m.myspace_no_idea_title()}
          actions={<ButtonLink href={urls.editions()}>{m.myspace_see_editions()}</ButtonLink>}
        >
          <p>{m.myspace_no_idea()}</p>
        </EmptyState>
      ) : (
        <List>
          {held.map((one) => (
            <p key={hrefOf(one)}>
              <a href={hrefOf(one)}>{titleOf(one)}</a>{' '}
              <StateBadge tone="info">{hintOf(one)}</StateBadge>
            </p>
          ))}
          {ideas.map((idea) => (
            <IdeaLine key={idea.id} idea={idea} />
          ))}
        </List>
      )}
    </Section>
  );
}

function IdeaLine({ idea }: { idea: MyIdea }) {
  const { board } = idea;
  const exchange = idea.threads.find(({ channel }) => channel === 'exchange');
  return (
    <div class="line stack">
      <p>
        <IdeaLink idea={idea}>
          {board.supported && <> · {m.ideas_supports({ count: idea.supportCount })}</>}
        </IdeaLink>
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
      {board.kind === 'edition' && (
        <p>
          <a href={urls.threads(ideaHref(idea, board.edition))}>
            {exchange ? m.myspace_exchange({ count: exchange.count }) : m.myspace_write()}
          </a>
        </p>
      )}
    </div>
  );
}

/** Its title, which leads to it, and where it stands. */
function IdeaLink({ idea, children }: { idea: MySupport; children?: ComponentChildren }) {
  const { board, number, title, lang } = idea;
  return (
    <>
      <a href={addressesOf(board).idea({ idea: numberedSegment(number, title) })}>
        {m.projects_mark({ number })} <bdi lang={lang}>{title}</bdi>
      </a>{' '}
      <span class="hint">
        <bdi>{board.kind === 'edition' ? board.title : board.space.title}</bdi>
        {children}
      </span>
    </>
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
