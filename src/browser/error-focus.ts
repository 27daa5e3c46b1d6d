/** Brings a page that came back with problems to its summary, and each of its links to the field itself. */
class ErrorFocus extends HTMLElement {
  connectedCallback(): void {
    this.querySelector<HTMLElement>('[role="alert"]')?.focus();
    this.addEventListener('click', (event) => {
      const link = (event.target as Element).closest('a');
      const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (!field) return;
      event.preventDefault();
      // The label must be in view too, or one sees a box without knowing what it asks.
      const frame = field.closest('fieldset, .field') ?? field;
      frame.scrollIntoView({ block: 'start' });
      field.focus({ preventScroll: true });
    });
  }
}

customElements.define('error-focus', ErrorFocus);
