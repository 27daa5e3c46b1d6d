/**
 * A part of a form that the server alone works out of what is typed above it: asked again at each pause, and put in
 * place of itself. Nothing is kept that way. Without scripts, or without an answer, a button does it.
 */
class TypedPart extends HTMLElement {
  private pause = 0;
  private request: XMLHttpRequest | null = null;

  connectedCallback(): void {
    this.querySelector('form')?.addEventListener('input', ({ currentTarget }) => {
      clearTimeout(this.pause);
      this.request?.abort();
      this.pause = window.setTimeout(() => this.read(currentTarget as HTMLFormElement), 500);
    });
  }

  disconnectedCallback(): void {
    clearTimeout(this.pause);
    this.request?.abort();
  }

  /** By a request that parses by itself: a parser of texts is what Trusted Types keep scripts from. */
  private read(form: HTMLFormElement): void {
    const typed = new URLSearchParams();
    for (const [name, value] of new FormData(form))
      if (typeof value === 'string') typed.append(name, value);
    const request = new XMLHttpRequest();
    this.request = request;
    request.responseType = 'document';
    request.onload = () => {
      if (request.status === 200 && request.responseXML) this.show(request.responseXML);
    };
    request.open('GET', `${form.getAttribute('action')}?${typed}`);
    request.send();
  }

  private show(page: Document): void {
    const part = this.querySelector<HTMLElement>('[data-typed]');
    const fresh = page.querySelector<HTMLElement>('typed-part [data-typed]');
    if (!part || !fresh) return;
    const held = part.contains(document.activeElement) ? document.activeElement?.id : null;
    part.replaceWith(fresh);
    if (held) document.getElementById(held)?.focus();
    // a sentence for who hears the page, not the whole part
    const status = this.querySelector('[role="status"]');
    const said = fresh.dataset.typed ?? '';
    if (status && status.textContent !== said) status.textContent = said;
  }
}

customElements.define('typed-part', TypedPart);
