import * as m from '../../paraglide/messages.js';

/** Seen by nobody, and so filled in by programs only. */
export const TRAP_NAME = 'site-web';

/** A field that a person never meets: neither on a screen nor by keyboard nor by voice. */
export function FormTrap() {
  return (
    <div class="visually-hidden" aria-hidden="true">
      <label for={TRAP_NAME}>{m.contact_trap()}</label>
      <input
        class="input"
        id={TRAP_NAME}
        name={TRAP_NAME}
        type="text"
        tabIndex={-1}
        autoComplete="off"
      />
    </div>
  );
}
