import * as m from '../../../paraglide/messages.js';
import { Section } from '../../../ui/layout.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { urls } from '../../../urls.ts';
import { ideaSegment } from '../../ideas/index.page.ts';
import type { Idea } from '../../ideas/index.ts';
import type { Edition } from '../../spaces/index.ts';
import { MessageForm } from './message-form.page.tsx';
import { TeamSection } from './team.page.tsx';
import type { Message, Names, Part, Side } from './thread.ts';
import { ThreadMessages } from './thread-messages.page.tsx';

export interface ProjectTeam {
  idea: Idea;
  team: ReadonlyMap<Part, string>;
  names: Names;
  messages: readonly Message[];
  /** On whose behalf the reader writes; null: they only read. */
  side: Side | null;
}

/** Who studied the ideas of a project goes on together on its page; nobody else is told of it (R48). */
export function ProjectTeams(props: {
  edition: Edition;
  teams: readonly ProjectTeam[];
  ownId: string;
  /** Of the project's page. */
  back: string;
}) {
  const { edition, teams, ownId, back } = props;
  const [only, ...others] = teams;
  return (
    <Section id="equipe" title={m.threads_project_team()}>
      <p class="hint">
        <StateBadge icon="lock">{m.threads_private()}</StateBadge> {m.threads_team_readers()}
      </p>
      {only && others.length === 0 ? (
        <Team edition={edition} team={only} ownId={ownId} back={back} />
      ) : (
        teams.map((team) => (
          <details key={team.idea.id} class="disclosure">
            <summary>{m.threads_project_team_of({ title: team.idea.title })}</summary>
            <Team edition={edition} team={team} ownId={ownId} back={back} />
          </details>
        ))
      )}
    </Section>
  );
}

function Team(props: { edition: Edition; team: ProjectTeam; ownId: string; back: string }) {
  const { idea, team, names, messages, side } = props.team;
  const at = { edition: props.edition.slug, idea: ideaSegment(idea) };
  return (
    <>
      <TeamSection at={at} idea={idea} team={team} names={names} candidates={null} />
      <ThreadMessages thread={{ channel: 'team', messages }} names={names} ownId={props.ownId} />
      {side && team.size > 0 && (
        <MessageForm
          at={at}
          channel="team"
          side={side}
          candidates={[]}
          ownId={props.ownId}
          body=""
          back={props.back}
          field={`message-team-${idea.number}`}
        />
      )}
      <p>
        <a href={`${urls.threads(at)}#equipe`}>{m.threads_project_team_all()}</a>
      </p>
    </>
  );
}
