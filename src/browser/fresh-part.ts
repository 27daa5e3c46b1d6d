/**
 * A part of a page that says how far something is: read again every few seconds, and put in place of
 * itself; once the page no longer has it, the whole page is shown afresh. Without scripts a link does it.
 */
class FreshPart extends HTMLElement {
  private timer = 0;

  connectedCallback(): void {
    this.timer = window.setTimeout(() => this.read(), Number(this.dataset.seconds) * 1000);
  }

  disconnectedCallback(): void {
    clearTimeout(this.timer);
  }

  /** By a request that parses by itself: a parser of texts is what Trusted Types keep scripts from. */
  private read(): void {
    const request = new XMLHttpRequest();
    request.responseType = 'document';
    request.onloadend = () => {
      if (request.status === 200 && request.responseXML) this.show(request.responseXML);
      if (this.isConnected) this.connectedCallback();
    };
    request.open('GET', location.href);
    request.send();
  }

  private show(page: Document): void {
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
}

customElements.define('fresh-part', FreshPart);
