import * as m from '../../paraglide/messages.js';
import type { RelatedLink } from '../../platform/http/visit.ts';
import { formatDateTime } from '../../ui/format.ts';
import { Section } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { DescriptionList } from '../../ui/table.tsx';
import { urls } from '../../urls.ts';
import type { ListedIdea } from '../ideas/index.ts';
import { MeetingLines } from '../meetings/index.page.ts';
import type { Meeting } from '../meetings/index.ts';
import { LatestNews } from '../news/index.page.ts';
import type { PublicNews } from '../news/index.ts';
import { FollowButton } from '../notifications/index.page.ts';
import { BasketNotice, VotePointsLink } from '../polls/index.page.ts';
import type { BallotProject, ProjectPhoto } from '../projects/index.ts';
import { EditionFrame, RelatedLinks, SharedEnvelopes, stepWords } from '../spaces/index.page.ts';
import { SurveyLink } from '../surveys/index.page.ts';
import type { SurveyStanding } from '../surveys/index.ts';
import { EditionFigures } from './edition-figures.page.tsx';
import type { EditionStanding } from './edition-standing.routes.ts';
import { EditionVoices } from './edition-voices.page.tsx';
import { NextActStep } from './next-act.page.tsx';

interface Props {
  standing: EditionStanding;
  /** Projects chosen in this browser, and not cast. */
  uncast: number;
  /** Whether one votes in person too, and may still come. */
  inPerson: boolean;
  /** Whether everybody may see a kit of this edition. */
  kits: boolean;
  /** To come; null: none was ever announced. */
  meetings: readonly Meeting[] | null;
  /** null: nothing to answer, nor to read. */
  survey: SurveyStanding | null;
  news: readonly PublicNews[];
  ideas: readonly ListedIdea[];
  projects: readonly BallotProject[];
  /** By id of project. */
  photos: ReadonlyMap<string, ProjectPhoto>;
  following: { followers: number; isFollowing: boolean };
  signedIn: boolean;
  /** What came out of the edition: its report (R188). */
  related: readonly RelatedLink[];
}

/** One edition: where it stands, what can be done until when, its money, its figures, its calendar, its rules. */
export function EditionPage(props: Props) {
  const {
    standing,
    uncast,
    inPerson,
    kits,
    meetings,
    survey,
    news,
    ideas,
    projects,
    photos,
    related,
  } = props;
  const { edition, now, act } = standing;
  return (
    <EditionFrame edition={edition} now={now} current="edition">
      <PageHeader title={edition.title} {...(edition.summary && { lead: edition.summary })} />
      {uncast > 0 && <BasketNotice edition={edition.slug} chosen={uncast} />}
      <NextActStep edition={edition} act={act} kicker={m.portal_now()} />
      {survey && <SurveyLink edition={edition.slug} survey={survey} />}
      {inPerson && <VotePointsLink edition={edition.slug} />}
      <EditionFigures {...standing} />
      <SharedEnvelopes edition={standing.edition} />
      <EditionVoices standing={standing} ideas={ideas} projects={projects} photos={photos} />
      {meetings && (
        <Section title={m.meetings_edition_title()} id="agenda">
          {meetings.length > 0 && <MeetingLines meetings={meetings} now={now} />}
          <p>
            <a href={urls.agenda({ edition: edition.slug })}>{m.meetings_edition_all_link()}</a>
          </p>
        </Section>
      )}
      <LatestNews news={news} editions={[]} edition={edition} />
      <RelatedLinks links={related} />
      {edition.phases.length > 0 && (
        <Section title={m.portal_calendar()}>
          <DescriptionList
            items={edition.phases.map((phase) => ({
              term: stepWords[phase.step].name(),
              detail: (
                <>
                  {phase.endsAt
                    ? m.portal_from_to({
                        from: formatDateTime(phase.startsAt),
                        to: formatDateTime(phase.endsAt),
                      })
                    : m.portal_from({ date: formatDateTime(phase.startsAt) })}
                  <br />
                  {stepWords[phase.step].what()}
                </>
              ),
            }))}
          />
          {edition.archivedAt === null && (
            <FollowButton
              target={{ kind: 'edition', id: edition.id }}
              about={edition.title}
              hint={m.portal_follow_hint()}
              {...props.following}
              signedIn={props.signedIn}
            />
          )}
          {edition.archivedAt === null && (
            <p>
              <a class="standalone-link" href={urls.accountLetters()}>
                {m.announce_follow()}
              </a>
            </p>
          )}
        </Section>
      )}
      {edition.archivedAt === null && (
        <Section title={m.portal_rules()}>
          <p>{m.portal_rules_words()}</p>
          <p>
            <a href={urls.rules({ edition: edition.slug })}>{m.portal_read_rules()}</a>
          </p>
          {kits && (
            <p>
              <a href={urls.kits({ edition: edition.slug })}>{m.guides_kits_portal()}</a>
            </p>
          )}
          <p>
            <a href={urls.press({ edition: edition.slug })}>{m.campaign_press_link()}</a>
          </p>
          <p>
            <a href={urls.openData()}>{m.opendata_edition_link()}</a>
          </p>
        </Section>
      )}
    </EditionFrame>
  );
}
