import * as m from '../paraglide/messages.js';

/** The browser module that works instead of a puzzle. */
export const WORK_SCRIPT = 'proof-of-work.js';

/** Nothing to fill in: where scripts run, the browser works for the form that this stands in, and says so. */
export function WorkField({ name, challenge }: { name: string; challenge: string }) {
  return (
    <proof-of-work data-challenge={challenge} data-name={name} data-working={m.identity_working()}>
      <p class="hint" role="status" />
    </proof-of-work>
  );
}
