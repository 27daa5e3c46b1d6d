/** A button that copies words of the page; without scripts there is none, and they are selected by hand. */
class CopyWords extends HTMLElement {
  connectedCallback(): void {
    const template = this.querySelector('template');
    const words = document.getElementById(this.dataset.of ?? '');
    // a page that is not served over https has no clipboard
    if (!template || !words || !navigator.clipboard) return;
    template.replaceWith(template.content.cloneNode(true));
    this.querySelector('button')?.addEventListener('click', async () => {
      await navigator.clipboard.writeText(words.textContent ?? '');
      this.querySelector('[role="status"]')!.textContent = this.dataset.done ?? '';
    });
  }
}

customElements.define('copy-words', CopyWords);
