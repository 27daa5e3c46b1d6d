import * as m from '../../../paraglide/messages.js';
import { ButtonForm } from '../../../ui/form.tsx';
import { formatTime } from '../../../ui/format.ts';
import { Section } from '../../../ui/layout.tsx';
import { List } from '../../../ui/list.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { urls } from '../../../urls.ts';
import type { StandingKiosk } from './kiosk.store.ts';

/** The kiosks of a point, as its officers see them: free or busy, never who is there. */
export function DeskKiosks(props: { point: string; kiosks: readonly StandingKiosk[] }) {
  const { point, kiosks } = props;
  return (
    <Section title={m.kiosk_desk_title()} id="bornes">
      {kiosks.length === 0 ? (
        <p>{m.kiosk_desk_none()}</p>
      ) : (
        <List label={m.kiosk_desk_title()}>
          {kiosks.map(({ id, openedAt, busy }, index) => (
            <div key={id} class="office-step">
              <p>
                <strong>{m.kiosk_desk_name({ number: index + 1 })}</strong>
                <span>{m.kiosk_desk_since({ time: formatTime(openedAt) })}</span>
                <StateBadge tone={busy ? 'now' : 'neutral'}>
                  {busy ? m.kiosk_desk_busy() : m.kiosk_desk_free()}
                </StateBadge>
              </p>
              <ButtonForm
                action={urls.deskCloseKiosk({ point, kiosk: id })}
                kind="quiet"
                about={m.kiosk_desk_name({ number: index + 1 })}
              >
                {m.kiosk_desk_close()}
              </ButtonForm>
            </div>
          ))}
        </List>
      )}
      <div class="actions">
        <a class="button button-secondary" href={urls.deskKiosk({ point })}>
          {m.kiosk_turn_into()}
        </a>
      </div>
    </Section>
  );
}
