import * as m from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { Section } from '../../ui/layout.tsx';
import { EmptyState, List } from '../../ui/list.tsx';
import { Money } from '../../ui/text.tsx';
import { urls } from '../../urls.ts';
import { boardOfEdition, IdeaCard } from '../ideas/index.page.ts';
import type { ListedIdea } from '../ideas/index.ts';
import { subjectWords } from '../polls/index.page.ts';
import { ProjectCard, sizePhoto } from '../projects/index.page.ts';
import type { BallotProject, ProjectPhoto } from '../projects/index.ts';
import { numberedSegment } from '../spaces/index.page.ts';
import type { EditionStanding } from './edition-standing.routes.ts';

interface Props {
  standing: EditionStanding;
  /** A few ideas: the most supported while they are collected and studied. */
  ideas: readonly ListedIdea[];
  /** A few projects, turning. */
  projects: readonly BallotProject[];
  /** Of those projects, or of the winners, by id of project. */
  photos: ReadonlyMap<string, ProjectPhoto>;
}

/** What people made of it so far: winners, or a few projects, or a few ideas. */
export function EditionVoices({ standing, ideas, projects, photos }: Props) {
  if (standing.result) return <Winners standing={standing} photos={photos} />;
  if (standing.list)
    return <SomeProjects standing={standing} projects={projects} photos={photos} />;
  return <SomeIdeas standing={standing} ideas={ideas} />;
}

function Winners({ standing: { edition, result }, photos }: Pick<Props, 'standing' | 'photos'>) {
  const at = { edition: edition.slug };
  if (!result || result.winners.length === 0) return null;
  const { subject } = result;
  const title = subject === 'projects' ? m.portal_winners_title() : subjectWords[subject].winners();
  const addressOf = (project: string) => {
    if (subject !== 'projects') return urls.results(at);
    return edition.archivedAt === null
      ? urls.delivery({ ...at, project })
      : urls.project({ ...at, project });
  };
  return (
    <Section title={title} action={<a href={urls.results(at)}>{m.portal_results_button()}</a>}>
      <List look="cards" ordered label={title}>
        {result.winners.map((winner) => {
          const photo = photos.get(winner.projectId);
          return (
            <Card
              key={winner.projectId}
              mark={m.portal_mark({ number: winner.number })}
              title={winner.label}
              href={addressOf(numberedSegment(winner.number, winner.label))}
              // where ballots rank or judge, how many name it says little
              meta={
                result.kind === 'ordinal' || result.kind === 'judgment'
                  ? []
                  : [m.portal_votes({ count: winner.votes })]
              }
              {...(subject === 'projects' && {
                figure: <Money cents={winner.cost} currency={edition.currency} />,
              })}
              {...(photo && { picture: sizePhoto(photo, winner.label) })}
            />
          );
        })}
      </List>
    </Section>
  );
}

function SomeProjects({ standing, projects, photos }: Omit<Props, 'ideas'>) {
  const { edition, list } = standing;
  return (
    <Section
      title={m.portal_projects_title()}
      lead={
        list && list.projects > projects.length
          ? m.portal_projects_turning({ count: projects.length, total: list.projects })
          : undefined
      }
      action={<a href={urls.projects({ edition: edition.slug })}>{m.portal_all_projects()}</a>}
    >
      <List look="cards">
        {projects.map((project) => (
          <ProjectCard
            key={project.id}
            edition={edition}
            project={project}
            shown={{ photos }}
            level={3}
          />
        ))}
      </List>
    </Section>
  );
}

function SomeIdeas({ standing, ideas }: Pick<Props, 'standing' | 'ideas'>) {
  const { edition, act } = standing;
  const at = { edition: edition.slug };
  if (edition.archivedAt !== null || act.kind === 'soon') return null;
  return (
    <Section
      title={m.portal_ideas_title()}
      {...(ideas.length > 0 && {
        lead: m.portal_ideas_lead(),
        action: <a href={urls.ideas(at)}>{m.portal_all_ideas()}</a>,
      })}
    >
      {ideas.length === 0 ? (
        <EmptyState icon="idea" title={m.portal_ideas_empty_title()} level={3}>
          <p>{act.kind === 'deposit' ? m.portal_ideas_empty_open() : m.portal_ideas_empty()}</p>
        </EmptyState>
      ) : (
        <List look="cards">
          {ideas.map((idea) => (
            <IdeaCard key={idea.id} board={boardOfEdition(edition)} idea={idea} level={3} />
          ))}
        </List>
      )}
    </Section>
  );
}
