import * as m from '../../paraglide/messages.js';
import type { HomePart } from '../../platform/http/visit.ts';
import { ButtonLink } from '../../ui/form.tsx';
import { Section, Stack } from '../../ui/layout.tsx';
import { EmptyState } from '../../ui/list.tsx';
import { NextStep } from '../../ui/next-step.tsx';
import { urls } from '../../urls.ts';
import { MeetingLines } from '../meetings/index.page.ts';
import type { Meeting } from '../meetings/index.ts';
import { LatestNews } from '../news/index.page.ts';
import type { PublicNews } from '../news/index.ts';
import { EditionPhaseLine } from '../spaces/index.page.ts';
import type { Edition } from '../spaces/index.ts';
import type { EditionStanding } from './edition-standing.routes.ts';
import { HomeParts } from './home-parts.page.tsx';
import { NextActStep } from './next-act.page.tsx';

interface Props {
  name: string;
  signedIn: boolean;
  /** What rooms say of themselves here (`Room.homeParts`). */
  parts: readonly HomePart[];
  /** Of the edition where most can be done now; null: this movement decides on no budget. */
  main: EditionStanding | null;
  editions: readonly Edition[];
  /** To come. */
  meetings: readonly Meeting[];
  news: readonly PublicNews[];
  now: Date;
}

/** The home of a movement: its groups and what they do with shared means, then budgets, events and news. */
export function MovementHomePage(props: Props) {
  const { name, signedIn, parts, main, editions, meetings, news, now } = props;
  return (
    <Stack>
      <NextStep
        level={1}
        kicker={m.portal_movement_kicker()}
        title={name}
        drawing="town"
        actions={
          <>
            <ButtonLink size="large" href={urls.groups()} icon="citizens">
              {m.portal_movement_find()}
            </ButtonLink>
            {signedIn ? (
              <ButtonLink kind="secondary" size="large" href={urls.mySpace()}>
                {m.portal_movement_mine()}
              </ButtonLink>
            ) : (
              <ButtonLink kind="secondary" size="large" href={urls.signUp()}>
                {m.portal_movement_sign_up()}
              </ButtonLink>
            )}
          </>
        }
      >
        <p>{m.portal_movement_lead()}</p>
      </NextStep>
      <HomeParts parts={parts} />
      {main && (
        <Section
          title={m.portal_movement_budget()}
          action={<a href={urls.editions()}>{m.portal_all_editions()}</a>}
        >
          <NextActStep edition={main.edition} act={main.act} kicker={main.edition.title} />
          {main.edition.archivedAt === null && (
            <EditionPhaseLine edition={main.edition} now={main.now} />
          )}
        </Section>
      )}
      <Section
        title={m.portal_movement_meetings()}
        action={<a href={urls.agenda()}>{m.portal_movement_agenda()}</a>}
      >
        {meetings.length > 0 ? (
          <MeetingLines meetings={meetings} now={now} />
        ) : (
          <EmptyState icon="calendar-days" title={m.portal_movement_no_meeting()} level={3}>
            <p>{m.portal_movement_no_meeting_words()}</p>
          </EmptyState>
        )}
      </Section>
      <LatestNews news={news} editions={editions} />
    </Stack>
  );
}
