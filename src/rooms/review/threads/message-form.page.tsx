import * as m from '../../../paraglide/messages.js';
import { Checkbox, Checkboxes } from '../../../ui/choices.tsx';
import { TextArea } from '../../../ui/field.tsx';
import { Form, Hidden, SubmitButton } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { type Candidate, type Channel, MESSAGE_LENGTH, type Side } from './thread.ts';
import { CHANNEL_SEGMENTS } from './threads.page.tsx';

interface Props {
  at: { edition: string; idea: string };
  channel: Channel;
  side: Side;
  candidates: readonly Candidate[];
  ownId: string;
  body: string;
  problem?: string | undefined;
  /** The page of ours that it stands on, if not the exchanges' own. */
  back?: string;
  /** Id of its field, where several of one channel stand on a page. */
  field?: string;
}

export function MessageForm({
  at,
  channel,
  side,
  candidates,
  ownId,
  body,
  problem,
  back,
  field,
}: Props) {
  const others = candidates.filter(({ id }) => id !== ownId);
  return (
    <Form action={urls.writeMessage({ ...at, channel: CHANNEL_SEGMENTS[channel] })}>
      {back && <Hidden name="retour" value={back} />}
      <TextArea
        name="message"
        id={field ?? `message-${channel}`}
        label={labels[channel]()}
        rows={4}
        limit={MESSAGE_LENGTH}
        value={body}
        problems={problem ? { message: problem } : {}}
        required
      />
      {channel === 'note' && others.length > 0 && (
        <Checkboxes
          name="mention"
          label={m.threads_mention()}
          hint={m.threads_mention_hint()}
          options={others.map(({ id, name, of }) => ({
            value: id,
            label: (
              <>
                <bdi>{name}</bdi>
                {of && (
                  <>
                    {' · '}
                    <bdi>{of}</bdi>
                  </>
                )}
              </>
            ),
          }))}
        />
      )}
      {channel === 'exchange' && side === 'office' && (
        <Checkbox name="relaye" label={m.threads_relay()} hint={m.threads_relay_hint()} />
      )}
      <SubmitButton icon="mail">{buttons[channel]()}</SubmitButton>
    </Form>
  );
}

const labels: Record<Channel, () => string> = {
  exchange: m.threads_exchange_label,
  team: m.threads_team_label,
  note: m.threads_notes_label,
};

const buttons: Record<Channel, () => string> = {
  exchange: m.threads_exchange_button,
  team: m.threads_team_button,
  note: m.threads_notes_button,
};
