import * as m from '../../../paraglide/messages.js';
import { ButtonLink } from '../../../ui/form.tsx';
import { formatDateTime } from '../../../ui/format.ts';
import { Section } from '../../../ui/layout.tsx';
import { Pagination } from '../../../ui/list.tsx';
import { Table } from '../../../ui/table.tsx';
import { urls } from '../../../urls.ts';
import type { Meeting } from '../meeting.ts';
import { profileCountWords, profileWords } from '../meeting-words.page.ts';
import { PROFILES, type Profile, type Registration } from '../registration.ts';

interface Props {
  meeting: Meeting;
  /** A page of those who are confirmed. */
  registrations: readonly Registration[];
  nextHref: string | undefined;
  profiles: Record<Profile, number>;
}

/** Who comes, in the order in which they came; each may be taken off. */
export function Registrations({ meeting, registrations, nextHref, profiles }: Props) {
  if (meeting.forgottenAt !== null)
    return (
      <Section title={m.meetings_registrations()} id="inscriptions">
        <p>{m.meetings_forgotten({ date: formatDateTime(meeting.forgottenAt) })}</p>
      </Section>
    );
  const counted = PROFILES.filter((profile) => profiles[profile] > 0);
  return (
    <Section
      title={m.meetings_registrations()}
      id="inscriptions"
      {...(registrations.length > 0 && {
        action: <a href={urls.adminMeetingCsv({ meeting: meeting.number })}>{m.meetings_csv()}</a>,
      })}
    >
      {registrations.length === 0 ? (
        <p>{m.meetings_nobody_yet()}</p>
      ) : (
        <>
          <p>
            {counted
              .map((profile) => profileCountWords[profile]({ count: profiles[profile] }))
              .join(' · ')}
          </p>
          <Table
            caption={m.meetings_registrations()}
            captionHidden
            columns={[
              { key: 'name', label: m.meetings_name() },
              { key: 'email', label: m.meetings_email(), sentences: true },
              { key: 'profile', label: m.meetings_profile_short() },
              { key: 'state', label: m.meetings_state() },
              { key: 'act', label: m.meetings_act() },
            ]}
            rows={registrations.map((one) => ({
              name: <bdi>{one.name}</bdi>,
              email: one.email,
              profile: profileWords[one.profile](),
              state: one.seatedAt ? m.meetings_seated() : m.meetings_waits(),
              act: (
                <ButtonLink
                  kind="quiet"
                  href={urls.adminRegistrationRemove({
                    meeting: meeting.number,
                    registration: one.id,
                  })}
                  about={one.name}
                >
                  {m.meetings_remove_one()}
                </ButtonLink>
              ),
            }))}
          />
        </>
      )}
      <Pagination nextHref={nextHref} />
    </Section>
  );
}
