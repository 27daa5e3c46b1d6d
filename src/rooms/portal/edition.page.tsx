import * as m from '../../paraglide/messages.js';
import { formatDateTime } from '../../ui/format.ts';
import { Section } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { DescriptionList } from '../../ui/table.tsx';
import { urls } from '../../urls.ts';
import type { ListedIdea } from '../ideas/index.ts';
import { BasketNotice, VotePointsLink } from '../polls/index.page.ts';
import type { BallotProject } from '../projects/index.ts';
import { EditionFrame, SharedEnvelopes, stepWords } from '../spaces/index.page.ts';
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
  ideas: readonly ListedIdea[];
  projects: readonly BallotProject[];
}

/** One edition: where it stands, what can be done until when, its money, its figures, its calendar, its rules. */
export function EditionPage({ standing, uncast, inPerson, kits, ideas, projects }: Props) {
  const { edition, now, act } = standing;
  return (
    <EditionFrame edition={edition} now={now} current="edition">
      <PageHeader title={edition.title} {...(edition.summary && { lead: edition.summary })} />
      {uncast > 0 && <BasketNotice edition={edition.slug} chosen={uncast} />}
      <NextActStep edition={edition} act={act} kicker={m.portal_now()} />
      {inPerson && <VotePointsLink edition={edition.slug} />}
      <EditionFigures {...standing} />
      <SharedEnvelopes edition={standing.edition} />
      <EditionVoices standing={standing} ideas={ideas} projects={projects} />
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
        </Section>
      )}
    </EditionFrame>
  );
}
