/** A field of open forms that nobody sees, and so filled in by programs only. */

export const TRAP_NAME = 'site-web';

/** `label`: for whoever reads the page without its style. */
export function TrapField({ label }: { label: string }) {
  return (
    <div class="visually-hidden" aria-hidden="true">
      <label for={TRAP_NAME}>{label}</label>
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
