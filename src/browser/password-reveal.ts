/** Adds a button that shows what is being typed in a password field, and hides it again on sending. */
class PasswordReveal extends HTMLElement {
  connectedCallback(): void {
    const field = this.querySelector('input');
    if (!field) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button button-quiet';
    button.setAttribute('aria-controls', field.id);
    const show = (shown: boolean): void => {
      field.type = shown ? 'text' : 'password';
      button.textContent = (shown ? this.dataset.hide : this.dataset.show) ?? '';
    };
    button.addEventListener('click', () => show(field.type === 'password'));
    field.form?.addEventListener('submit', () => show(false));
    show(false);
    this.append(button);
  }
}

customElements.define('password-reveal', PasswordReveal);
