/**
 * Choosing without waiting for the network: the basket is a cookie of this browser, so adding and
 * removing need no server. Where this does not run, each button is a form that does the same.
 */
class BallotBasket extends HTMLElement {
  /** Per number of choices: what is chosen, what is left, what the notice says. */
  private words: readonly (readonly [string, string, string])[] = [];
  private most = 0;

  connectedCallback(): void {
    this.most = Number(this.dataset.most);
    this.words = JSON.parse(this.dataset.words ?? '[]');
    this.addEventListener('submit', (event) => {
      const form = event.target as HTMLFormElement;
      const option = form.closest<HTMLElement>('[data-option]');
      if (!option) return;
      event.preventDefault();
      this.toggle(option);
    });
    // back from the review page, where choices may have been removed
    addEventListener('pageshow', () => this.show());
    this.show();
  }

  private toggle(option: HTMLElement): void {
    const key = option.dataset.option!;
    const keys = this.read();
    if (!keys.includes(key) && keys.length >= this.most) {
      this.refuse(option);
      return;
    }
    this.write(keys.includes(key) ? keys.filter((other) => other !== key) : [...keys, key]);
    this.show();
    option.querySelector<HTMLElement>('[data-when]:not([hidden]) button')?.focus();
  }

  private read(): string[] {
    const known = new Set(
      [...this.querySelectorAll<HTMLElement>('[data-option]')].map((one) => one.dataset.option),
    );
    const value = /(?:^|; )panier=([^;]*)/.exec(document.cookie)?.[1] ?? '';
    const keys = decodeURIComponent(value).split('.');
    return [...new Set(keys)].filter((key) => known.has(key));
  }

  private write(keys: readonly string[]): void {
    const secure = location.protocol === 'https:' ? '; Secure' : '';
    const age = keys.length > 0 ? Number(this.dataset.age) : 0;
    // biome-ignore lint/suspicious/noDocumentCookie: the server reads this very cookie; cookieStore is not everywhere
    document.cookie = `panier=${encodeURIComponent(keys.join('.'))}; Path=${this.dataset.path}; Max-Age=${age}; SameSite=Lax${secure}`;
  }

  /** Everything that says how many are chosen, and which. */
  private show(): void {
    const keys = this.read();
    for (const option of this.querySelectorAll<HTMLElement>('[data-option]')) {
      const chosen = keys.includes(option.dataset.option!);
      option.querySelector('.card')?.classList.toggle('card-chosen', chosen);
      for (const part of option.querySelectorAll<HTMLElement>('[data-when]'))
        part.hidden = (part.dataset.when === 'chosen') !== chosen;
      if (!chosen || keys.length < this.most) option.querySelector('[data-refused]')?.remove();
    }
    const [chosen = '', left = '', notice = ''] = this.words[keys.length] ?? [];
    this.setText('[data-basket="chosen"]', chosen);
    this.setText('[data-basket="left"]', left);
    this.showPart('.basket-words', '[data-basket="warning"]', 'warning', keys.length > 0);
    this.showPart('[data-slot="notice"]', '.notice', 'notice', keys.length > 0);
    // the hidden word that gives the tone stays in front
    const title = this.querySelector('[data-slot="notice"] .notice-title');
    if (title) title.lastChild!.textContent = notice;
  }

  /** Puts a part in its place, or takes it away. */
  private showPart(place: string, selector: string, name: string, shown: boolean): void {
    const slot = this.querySelector(place);
    const there = slot?.querySelector(selector);
    if (shown && !there) slot?.append(this.clonePart(name));
    else if (!shown) there?.remove();
  }

  /** One more than allowed: said where the finger is, and read out. */
  private refuse(option: HTMLElement): void {
    option.querySelector('[data-refused]')?.remove();
    const box = document.createElement('div');
    box.dataset.refused = '';
    box.setAttribute('role', 'alert');
    option.append(box);
    box.append(this.clonePart('full'));
    // not behind the bar at the foot of the screen
    box.scrollIntoView({ block: 'center' });
  }

  private clonePart(name: string): Node {
    const template = this.querySelector<HTMLTemplateElement>(`template[data-part="${name}"]`);
    return template ? template.content.cloneNode(true) : document.createTextNode('');
  }

  private setText(selector: string, words: string): void {
    const element = this.querySelector(selector);
    if (element && element.textContent !== words) element.textContent = words;
  }
}

customElements.define('ballot-basket', BallotBasket);
