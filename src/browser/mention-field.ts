/**
 * Offers nicknames after an @ in a text: arrows choose, Enter or Tab takes, Escape closes. Without it, one types them.
 */
class MentionField extends HTMLElement {
  private area: HTMLTextAreaElement | null = null;
  private readonly list = document.createElement('ul');
  private readonly heard = document.createElement('p');
  private chosen = 0;
  private pause = 0;
  /** Of the latest question: answers of older ones are left. */
  private asked = 0;

  connectedCallback(): void {
    const area = this.querySelector('textarea');
    if (!area) return;
    this.area = area;
    this.list.id = `${area.id}-mentions`;
    this.list.className = 'mention-list';
    this.list.setAttribute('role', 'listbox');
    this.list.setAttribute('aria-label', this.dataset.label ?? '');
    this.list.hidden = true;
    this.heard.className = 'visually-hidden';
    this.heard.setAttribute('role', 'status');
    this.append(this.list, this.heard);
    area.setAttribute('aria-autocomplete', 'list');
    area.addEventListener('input', () => {
      clearTimeout(this.pause);
      this.pause = window.setTimeout(() => void this.offer(), 200);
    });
    area.addEventListener('keydown', (event) => this.press(event));
    area.addEventListener('blur', () => this.close());
    // before the text loses its place
    this.list.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      const at = [...this.list.children].indexOf((event.target as Element).closest('li')!);
      if (at >= 0) this.take(at);
    });
  }

  /** What is typed after the last @, as long as nobody is named yet. */
  private typed(): string | null {
    const { area } = this;
    if (!area || area.selectionStart !== area.selectionEnd) return null;
    const before = area.value.slice(0, area.selectionStart);
    return (
      /(?:^|[^\p{L}\p{N}._-])@([\p{L}\p{N}][\p{L}\p{M}\p{N} ._'’·-]{1,39})$/u.exec(before)?.[1] ??
      null
    );
  }

  private async offer(): Promise<void> {
    const typed = this.typed();
    const asked = ++this.asked;
    if (typed === null) {
      this.close();
      return;
    }
    try {
      const source = new URL(this.dataset.source ?? '', location.href);
      source.searchParams.set('q', typed);
      const answer = await fetch(source);
      if (!answer.ok || asked !== this.asked) return;
      const nicknames = (await answer.json()) as string[];
      if (asked === this.asked) this.show(nicknames);
    } catch {
      // no network: one types them
      this.close();
    }
  }

  private show(nicknames: string[]): void {
    if (nicknames.length === 0) {
      this.close();
      return;
    }
    this.chosen = 0;
    this.list.replaceChildren(
      ...nicknames.map((nickname, at) => {
        const line = document.createElement('li');
        line.id = `${this.list.id}-${at}`;
        line.setAttribute('role', 'option');
        line.textContent = nickname;
        return line;
      }),
    );
    this.list.hidden = false;
    this.area?.setAttribute('aria-controls', this.list.id);
    const template =
      (nicknames.length === 1 ? this.dataset.foundOne : this.dataset.foundOther) ?? '#';
    this.heard.textContent = template.replace('#', String(nicknames.length));
    this.mark();
  }

  private mark(): void {
    for (const [at, line] of [...this.list.children].entries())
      line.setAttribute('aria-selected', String(at === this.chosen));
    this.area?.setAttribute('aria-activedescendant', `${this.list.id}-${this.chosen}`);
  }

  private press(event: KeyboardEvent): void {
    if (this.list.hidden || event.isComposing) return;
    const count = this.list.children.length;
    if (event.key === 'ArrowDown') this.chosen = (this.chosen + 1) % count;
    else if (event.key === 'ArrowUp') this.chosen = (this.chosen + count - 1) % count;
    else if (event.key === 'Enter' || event.key === 'Tab') this.take(this.chosen);
    else if (event.key === 'Escape') this.close();
    else return;
    event.preventDefault();
    if (!this.list.hidden) this.mark();
  }

  private take(at: number): void {
    const { area } = this;
    const typed = this.typed();
    const nickname = this.list.children[at]?.textContent;
    if (!area || typed === null || !nickname) {
      this.close();
      return;
    }
    const end = area.selectionStart;
    area.setRangeText(`${nickname} `, end - typed.length, end, 'end');
    this.close();
    // the counter of characters counts what was added
    area.dispatchEvent(new Event('input', { bubbles: true }));
    clearTimeout(this.pause);
  }

  private close(): void {
    this.asked += 1;
    this.list.hidden = true;
    this.list.replaceChildren();
    this.heard.textContent = '';
    this.area?.removeAttribute('aria-activedescendant');
    this.area?.removeAttribute('aria-controls');
  }
}

customElements.define('mention-field', MentionField);
