import * as m from '../../../paraglide/messages.js';
import { formatDateTime } from '../../../ui/format.ts';
import { Grid, Section } from '../../../ui/layout.tsx';
import { MeetingLines } from '../../meetings/index.page.ts';
import type { Meeting } from '../../meetings/index.ts';
import type { Realisation } from '../realisation.ts';
import { ShownPicture } from '../shown-picture.page.tsx';
import { sayDay } from '../stage.page.tsx';
import type { Inauguration } from './inauguration.ts';

export interface ShownInauguration extends Omit<Inauguration, 'meetingId'> {
  /** Where it is; null: none was said. */
  meeting: Meeting | null;
}

/** The inauguration on the public page: when, where, and what it looked like. Nothing where nothing is known of it. */
export function InaugurationSection({
  realisation,
  inauguration: { meeting, photos },
  now,
}: {
  realisation: Realisation;
  inauguration: ShownInauguration;
  now: Date;
}) {
  const step = realisation.steps.find(({ stage }) => stage === 'inaugurated');
  const doneOn = step?.doneOn ?? null;
  if (meeting === null && photos.length === 0) return null;
  return (
    <Section
      title={m.together_inauguration_title()}
      id="inauguration"
      lead={
        doneOn !== null
          ? m.together_inaugurated_on({ date: sayDay(doneOn, step?.doneIsMonth) })
          : meeting && meeting.startsAt > now
            ? m.together_inauguration_coming({ date: formatDateTime(meeting.startsAt) })
            : undefined
      }
    >
      {meeting && <MeetingLines meetings={[meeting]} now={now} />}
      {photos.length > 0 && (
        <Grid min={photos.length === 1 ? 'large' : 'medium'}>
          {photos.map((photo) => (
            <ShownPicture key={photo.fileId} picture={photo} captioned />
          ))}
        </Grid>
      )}
    </Section>
  );
}
