import * as m from '../../../paraglide/messages.js';
import { ButtonLink } from '../../../ui/form.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { urls } from '../../../urls.ts';
import { CHANNELS, type Channel, type Side } from './thread.ts';

const words: Record<Channel, (inputs: { count: number }) => string> = {
  exchange: m.threads_panel_exchange,
  team: m.threads_panel_team,
  note: m.threads_panel_note,
};

/** On the sheet of an idea: how much is written around it, and whether somebody waits for an answer. */
export function ThreadPanel(props: {
  at: { edition: string; idea: string };
  counts: ReadonlyMap<Channel, { count: number; side: Side }>;
}) {
  const { at, counts } = props;
  return (
    <>
      {counts.size === 0 ? (
        <p>{m.threads_panel_none()}</p>
      ) : (
        <ul>
          {CHANNELS.filter((channel) => counts.has(channel)).map((channel) => (
            <li key={channel}>
              {words[channel]({ count: counts.get(channel)!.count })}{' '}
              {channel === 'exchange' && counts.get(channel)!.side === 'holder' && (
                <StateBadge tone="warning">{m.threads_panel_waiting()}</StateBadge>
              )}
            </li>
          ))}
        </ul>
      )}
      <ButtonLink kind="secondary" icon="mail" href={urls.threads(at)}>
        {m.threads_panel_open()}
      </ButtonLink>
    </>
  );
}
