import { type Edit, type Mark, markWords, placeLine } from './mark-words.ts';

const KEYS: Record<string, Mark> = { b: 'strong', i: 'emphasis', k: 'link' };

/**
 * Buttons that put marks into a text, and a preview that follows what is typed. The server makes it out of the whole
 * form, as its button « Voir l’aperçu » does: what a mark means is written once. Without scripts that button does it.
 */
class MarkedEditor extends HTMLElement {
  private area!: HTMLTextAreaElement;
  private pause = 0;
  private request: XMLHttpRequest | null = null;
  private follows = false;

  connectedCallback(): void {
    const template = this.querySelector('template');
    const area = this.querySelector('textarea');
    if (!template || !area) return;
    this.area = area;
    template.replaceWith(template.content.cloneNode(true));
    const buttons = [...this.querySelectorAll<HTMLButtonElement>('[role="toolbar"] button')];
    this.roam(buttons);
    for (const button of buttons)
      button.addEventListener('click', () => {
        const { mark, place } = button.dataset;
        if (mark) this.put(mark as Mark);
        else if (place) this.write(placeLine(this.area.value, this.area.selectionEnd, place));
        else this.switchPreview(button);
      });
    area.addEventListener('keydown', (event) => {
      const mark = KEYS[event.key.toLowerCase()];
      if (!mark || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      this.put(mark);
    });
    area.addEventListener('input', () => this.wait());
  }

  disconnectedCallback(): void {
    clearTimeout(this.pause);
    this.request?.abort();
  }

  /** One stop of the Tab key for the whole bar; arrows go from button to button. */
  private roam(buttons: HTMLButtonElement[]): void {
    for (const button of buttons.slice(1)) button.tabIndex = -1;
    for (const [at, button] of buttons.entries())
      button.addEventListener('keydown', (event) => {
        const last = buttons.length - 1;
        const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: last }[event.key];
        if (to === undefined) return;
        event.preventDefault();
        const next = buttons[(to + buttons.length) % buttons.length]!;
        for (const one of buttons) one.tabIndex = one === next ? 0 : -1;
        next.focus();
      });
  }

  private put(mark: Mark): void {
    const { area } = this;
    this.write(
      markWords(
        area.value,
        area.selectionStart,
        area.selectionEnd,
        mark,
        this.dataset.linkWords ?? '',
      ),
    );
  }

  private write({ from, to, insert, start, end }: Edit): void {
    const { area } = this;
    area.focus();
    area.setSelectionRange(from, to);
    // the only way that leaves « Annuler » working; where it is not known the text is set, and told as if typed
    if (!document.execCommand('insertText', false, insert)) {
      area.setRangeText(insert, from, to);
      area.dispatchEvent(new Event('input', { bubbles: true }));
    }
    area.setSelectionRange(start, end);
  }

  private switchPreview(button: HTMLButtonElement): void {
    this.follows = !this.follows;
    button.setAttribute('aria-pressed', String(this.follows));
    if (this.follows) this.read();
    else this.previewPart()?.replaceChildren();
  }

  private previewPart(): HTMLElement | null {
    return this.querySelector<HTMLElement>('[data-preview]');
  }

  private wait(): void {
    if (!this.follows) return;
    clearTimeout(this.pause);
    this.pause = window.setTimeout(() => this.read(), 500);
  }

  /** By a request that parses by itself: a parser of texts is what Trusted Types keep scripts from. */
  private read(): void {
    const { form } = this.area;
    if (!form) return;
    const typed = new URLSearchParams();
    for (const [name, value] of new FormData(form))
      if (typeof value === 'string') typed.append(name, value);
    typed.set('geste', 'apercu');
    this.request?.abort();
    const request = new XMLHttpRequest();
    this.request = request;
    request.responseType = 'document';
    request.onload = () => {
      const place = `[data-preview="${this.area.name}"]`;
      const fresh = request.responseXML?.querySelector<HTMLElement>(place);
      if (request.status === 200 && fresh && this.follows) this.previewPart()?.replaceWith(fresh);
    };
    request.open('POST', form.getAttribute('action') ?? location.href);
    request.send(typed);
  }
}

customElements.define('marked-editor', MarkedEditor);
