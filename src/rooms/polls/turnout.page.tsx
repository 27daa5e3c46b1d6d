import * as m from '../../paraglide/messages.js';
import { formatNumber } from '../../ui/format.ts';

/** The one figure of an open poll (V15). */
export function Turnout({ voters }: { voters: number }) {
  return (
    <p>
      <strong>
        {voters === 0
          ? m.polls_turnout_none()
          : m.polls_turnout({ count: voters, number: formatNumber(voters) })}
      </strong>{' '}
      {m.polls_turnout_explained()}
    </p>
  );
}
