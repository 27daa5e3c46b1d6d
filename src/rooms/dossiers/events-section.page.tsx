import * as m from '../../paraglide/messages.js';
import { Select } from '../../ui/field.tsx';
import { ButtonForm, Form, SubmitButton } from '../../ui/form.tsx';
import { Section } from '../../ui/layout.tsx';
import { List } from '../../ui/list.tsx';
import { urls } from '../../urls.ts';
import { meetingSegment, timeWords } from '../meetings/index.page.ts';
import type { Meeting } from '../meetings/index.ts';
import { type Addressed, partsOf } from './dossier-words.page.ts';

interface Props extends Addressed {
  events: readonly Meeting[];
  linkable: readonly Meeting[];
  mayAct: boolean;
}

/** Events of the same space that a dossier is about; nothing where there is none, and none to link. */
export function EventsSection({ events, linkable, mayAct, ...at }: Props) {
  const action = urls.dossierEvents(partsOf(at));
  if (events.length === 0 && (!mayAct || linkable.length === 0)) return null;
  return (
    <Section title={m.dossiers_events()}>
      {events.length > 0 && (
        <List label={m.dossiers_events()}>
          {events.map((event) => (
            <div key={event.id}>
              <p>
                <a href={urls.meeting({ meeting: meetingSegment(event) })}>
                  <bdi>{event.title}</bdi>
                </a>{' '}
                <span class="hint">{timeWords(event)}</span>
              </p>
              {mayAct && (
                <ButtonForm
                  kind="quiet"
                  size="small"
                  action={action}
                  values={{ evenement: event.id, geste: 'retirer' }}
                  about={event.title}
                >
                  {m.dossiers_event_unlink()}
                </ButtonForm>
              )}
            </div>
          ))}
        </List>
      )}
      {mayAct && linkable.length > 0 && (
        <Form action={action} label={m.dossiers_event_link()}>
          <div class="field-beside">
            <Select
              name="evenement"
              label={m.dossiers_event_choose()}
              options={linkable.map((event) => ({
                value: event.id,
                label: `${event.title} · ${timeWords(event)}`,
              }))}
            />
            <SubmitButton kind="secondary">{m.dossiers_event_link()}</SubmitButton>
          </div>
        </Form>
      )}
    </Section>
  );
}
