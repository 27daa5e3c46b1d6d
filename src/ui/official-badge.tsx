import * as m from '../paraglide/messages.js';
import { StateBadge } from './tag.tsx';

/** Whoever speaks for an organisation: an icon and words, beside their name (R136). */
export function OfficialBadge({ label }: { label: string }) {
  return (
    <StateBadge tone="info" icon="shield">
      {m.profiles_official({ label })}
    </StateBadge>
  );
}
