/** A button that prints the page; without scripts there is none, and the browser's own menu prints as well. */
class PrintPage extends HTMLElement {
  connectedCallback(): void {
    const template = this.querySelector('template');
    if (!template) return;
    template.replaceWith(template.content.cloneNode(true));
    this.querySelector('button')?.addEventListener('click', () => print());
  }
}

customElements.define('print-page', PrintPage);
