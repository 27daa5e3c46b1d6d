import * as m from '../../paraglide/messages.js';
import type { HomePart } from '../../platform/http/visit.ts';
import { Card } from '../../ui/card.tsx';
import { ButtonLink } from '../../ui/form.tsx';
import { formatMoney } from '../../ui/format.ts';
import { Section } from '../../ui/layout.tsx';
import { EmptyState, List } from '../../ui/list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { urls } from '../../urls.ts';
import type { ListedIdea } from '../ideas/index.ts';
import { LatestNews } from '../news/index.page.ts';
import type { PublicNews } from '../news/index.ts';
import { PromotionPauseNotice } from '../organisations/index.page.ts';
import type { PromotionPause } from '../organisations/index.ts';
import type { BallotProject, ProjectPhoto } from '../projects/index.ts';
import { EditionPhaseLine, EditionState } from '../spaces/index.page.ts';
import type { Edition } from '../spaces/index.ts';
import { EditionFigures } from './edition-figures.page.tsx';
import type { EditionStanding } from './edition-standing.routes.ts';
import { EditionVoices } from './edition-voices.page.tsx';
import { HomeParts } from './home-parts.page.tsx';
import { NextActStep } from './next-act.page.tsx';

interface Props {
  main: EditionStanding;
  ideas: readonly ListedIdea[];
  projects: readonly BallotProject[];
  /** By id of project. */
  photos: ReadonlyMap<string, ProjectPhoto>;
  others: readonly Edition[];
  /** The latest. */
  news: readonly PublicNews[];
  /** Every public one, to name what news are about. */
  editions: readonly Edition[];
  /** What rooms say of themselves here (`Room.homeParts`). */
  parts: readonly HomePart[];
  /** A pre-electoral period in which winners are not put forward; null: none. Their page stays one link away. */
  pause: PromotionPause | null;
}

/** The home of a town: what is open now, where the edition stands, a few voices, the years before. */
export function HomePage(props: Props) {
  const { main, ideas, projects, photos, others, parts, pause, news, editions } = props;
  const { edition, now, act } = main;
  const live = edition.archivedAt === null;
  return (
    <>
      <NextActStep edition={edition} act={act} kicker={edition.title} level={1} />
      {live && (
        <section aria-label={m.portal_where_we_are()}>
          <EditionPhaseLine edition={edition} now={now} />
        </section>
      )}
      <EditionFigures {...main} />
      <p>
        <a href={urls.edition({ edition: edition.slug })}>{m.portal_all_about()}</a>
      </p>
      {pause ? (
        <PromotionPauseNotice pause={pause} />
      ) : (
        <EditionVoices standing={main} ideas={ideas} projects={projects} photos={photos} />
      )}
      <HomeParts parts={parts} />
      <LatestNews news={news} editions={editions} />
      {others.length > 0 && (
        <Section
          title={m.portal_others()}
          action={<a href={urls.editions()}>{m.portal_all_editions()}</a>}
        >
          <List look="cards">
            {others.map((other) => (
              <Card
                key={other.id}
                title={other.title}
                href={urls.edition({ edition: other.slug })}
                state={<EditionState edition={other} now={now} />}
                excerpt={other.summary}
                figure={formatMoney(other.envelope, other.currency)}
              />
            ))}
          </List>
        </Section>
      )}
    </>
  );
}

/** Before any edition is public: what will be here, and for officers the first gesture. */
export function EmptyHomePage(props: {
  organisation: string;
  officer: boolean;
  parts: readonly HomePart[];
}) {
  return (
    <>
      <PageHeader
        title={m.portal_empty_title({ organisation: props.organisation })}
        lead={m.portal_empty_lead()}
      />
      <EmptyState
        icon="calendar-days"
        title={m.portal_empty_next_title()}
        actions={
          props.officer ? (
            <>
              <ButtonLink href={urls.adminNewEdition()}>{m.portal_empty_prepare()}</ButtonLink>
              <ButtonLink kind="secondary" href={urls.admin()}>
                {m.portal_empty_office()}
              </ButtonLink>
            </>
          ) : (
            <ButtonLink href={urls.signUp()}>{m.portal_empty_sign_up()}</ButtonLink>
          )
        }
      >
        <p>{props.officer ? m.portal_empty_officer() : m.portal_empty_resident()}</p>
      </EmptyState>
      <HomeParts parts={props.parts} />
    </>
  );
}
