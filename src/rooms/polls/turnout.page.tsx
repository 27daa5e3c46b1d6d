import * as m from '../../paraglide/messages.js';

/** The one figure of an open poll (V15). */
export function Turnout({ voters }: { voters: number }) {
  return (
    <p>
      <strong>{voters === 0 ? m.polls_turnout_none() : m.polls_turnout({ count: voters })}</strong>{' '}
      {m.polls_turnout_explained()}
    </p>
  );
}
