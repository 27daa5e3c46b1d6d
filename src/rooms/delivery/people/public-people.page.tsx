import * as m from '../../../paraglide/messages.js';
import { ButtonLink } from '../../../ui/form.tsx';
import { Actions, Grid, Panel, Section } from '../../../ui/layout.tsx';
import { Prose } from '../../../ui/text.tsx';
import { urls } from '../../../urls.ts';
import { MeetingLines } from '../../meetings/index.page.ts';
import type { Meeting } from '../../meetings/index.ts';
import { ShownPicture } from '../shown-picture.page.tsx';
import type { NamedMember } from './team.ts';
import { TeamList } from './team-list.page.tsx';
import type { ShownTestimony } from './testimony.ts';

/** What the people of a realisation are to its reader. */
export interface ShownPeople {
  /** Empty where the services alone follow it. */
  team: readonly NamedMember[];
  testimonies: readonly ShownTestimony[];
  /** Of the committee: how many. */
  members: number;
  takesHelp: boolean;
  takesVolunteers: boolean;
  /** The reader holds one of its ideas. */
  mayTestify: boolean;
  /** The reader is of its team, of its committee or of the office. */
  isInside: boolean;
}

interface At {
  edition: string;
  project: number;
}

/** Beside the diary: who follows it, and how one takes part. */
export function PeoplePanels({ at, people }: { at: At; people: ShownPeople }) {
  const { team, members, takesHelp, takesVolunteers, mayTestify, isInside } = people;
  const acts = takesHelp || takesVolunteers || mayTestify || isInside;
  return (
    <>
      {team.length > 0 && (
        <Panel title={m.together_team_title()}>
          <TeamList team={team} />
        </Panel>
      )}
      {(acts || members > 0) && (
        <Panel title={acts ? m.together_take_part() : m.together_committee_title()} tone="quiet">
          {takesHelp && <p>{m.together_take_part_words()}</p>}
          {members > 0 && <p>{m.together_committee_count({ count: members })}</p>}
          {acts && (
            <Actions>
              {takesHelp && (
                <ButtonLink kind="secondary" href={urls.deliveryHelp(at)}>
                  {m.together_help_title()}
                </ButtonLink>
              )}
              {takesVolunteers && (
                <ButtonLink kind="secondary" href={urls.deliveryCommittee(at)}>
                  {m.together_committee_link()}
                </ButtonLink>
              )}
              {mayTestify && (
                <ButtonLink kind="secondary" href={urls.deliveryTestimony(at)}>
                  {m.together_testimony_link()}
                </ButtonLink>
              )}
              {isInside && (
                <ButtonLink kind="secondary" href={urls.deliveryTeam(at)}>
                  {m.together_space_open()}
                </ButtonLink>
              )}
            </Actions>
          )}
        </Panel>
      )}
    </>
  );
}

/** Meetings about it, to come and past; the inauguration that is told elsewhere on the page is left to it. */
export function MeetingsSection({ meetings, now }: { meetings: readonly Meeting[]; now: Date }) {
  if (meetings.length === 0) return null;
  const coming = meetings.filter(({ endsAt }) => endsAt > now);
  const past = meetings.filter(({ endsAt }) => endsAt <= now).reverse();
  return (
    <Section title={m.together_meetings()} id="rencontres">
      {coming.length > 0 && <MeetingLines meetings={coming} now={now} />}
      {past.length > 0 && (
        <Section level={3} title={m.together_meetings_past()}>
          <MeetingLines meetings={past} now={now} />
        </Section>
      )}
    </Section>
  );
}

/** What holders say of it, in their words (R85). */
export function TestimoniesSection({ testimonies }: { testimonies: readonly ShownTestimony[] }) {
  if (testimonies.length === 0) return null;
  return (
    <Section title={m.together_testimonies_public()} id="temoignages">
      {testimonies.map(({ id, body, picture, author }) => (
        <figure class="stack" key={id}>
          <blockquote class="stack">
            <Prose text={body} />
          </blockquote>
          <figcaption>
            {author === '' ? (
              m.together_testimony_unsigned()
            ) : (
              <>
                — <bdi>{author}</bdi>, {m.together_testimony_signed()}
              </>
            )}
          </figcaption>
          {picture && (
            <Grid min="large">
              <ShownPicture picture={picture} />
            </Grid>
          )}
        </figure>
      ))}
    </Section>
  );
}
