/**
 * A part of a page that says how far something is: read again every few seconds, and put in place of
 * itself; once the page no longer has it, the whole page is shown afresh. Without scripts a link does it.
 */
class FreshPart extends HTMLElement {
  private timer = 0;

  connectedCallback(): void {
    this.timer = window.setTimeout(() => void this.read(), Number(this.dataset.seconds) * 1000);
  }

  disconnectedCallback(): void {
    clearTimeout(this.timer);
  }

  private async read(): Promise<void> {
    const answer = await fetch(location.href).catch(() => null);
    if (answer?.ok) {
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const fresh = page.querySelector('fresh-part');
      if (!fresh) {
        location.reload();
        return;
      }
      const said = fresh.querySelector('[role="status"]')?.textContent ?? '';
      const status = this.querySelector('[role="status"]');
      // only the words move: focus and buttons stay where they are
      if (status && status.textContent !== said) status.textContent = said;
    }
    this.connectedCallback();
  }
}

customElements.define('fresh-part', FreshPart);
