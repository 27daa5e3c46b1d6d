/** What this device holds of a text that the server may not have. */
interface Kept {
  /** The saving that the text follows. */
  base: string;
  /** The page it was typed on. */
  page: string;
  text: string;
}

/**
 * Saves a draft as one types, and keeps it on this device until the server has it: through a lost
 * connection, a lost session, a closed window. The form around it works without.
 */
class DraftAutosave extends HTMLElement {
  private form!: HTMLFormElement;
  private status!: HTMLElement;
  private pause = 0;
  private saving: Promise<void> = Promise.resolve();
  /** The form itself is on its way with this text: a saving beside it would look like somebody else's. */
  private isSent = false;
  /** What the server has: its time of saving, and the values it showed. */
  private savedAt = '0';
  private savedText = '';
  /** The server took all of it: nothing is left for this device to keep. */
  private isWhole = true;
  /** Told to the server with each saving: what another page saved meanwhile is not written over. */
  private readonly page = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');

  connectedCallback(): void {
    const form = this.querySelector('form');
    const status = this.querySelector<HTMLElement>('[data-autosave]');
    if (!form || !status) return;
    this.form = form;
    this.status = status;
    this.savedAt = this.dataset.savedAt ?? '0';
    // A page that came back with problems shows what was sent: the server has kept it, or says that it has not.
    if (this.dataset.unsaved === undefined) {
      this.savedText = this.text();
      this.restore();
    } else {
      this.keep();
      this.save();
    }
    form.addEventListener('input', () => {
      this.isSent = false;
      this.keep();
      clearTimeout(this.pause);
      this.pause = window.setTimeout(() => this.save(), 1500);
    });
    form.addEventListener('submit', () => {
      clearTimeout(this.pause);
      this.isSent = true;
    });
    addEventListener('online', () => this.save());
    // The page goes away: what is small enough may still leave after it.
    addEventListener('pagehide', () => {
      if (!this.isSent) this.save('saved', true);
    });
  }

  private get key(): string {
    return `brouillon:${this.dataset.draft}`;
  }

  /** The values of the form as they would be sent. */
  private text(): string {
    const values = new URLSearchParams();
    for (const [name, value] of new FormData(this.form)) {
      // what the page follows is told beside the text, as `base`
      if (typeof value === 'string' && name !== 'version') values.append(name, value);
    }
    return values.toString();
  }

  private keep(): void {
    try {
      const kept: Kept = { base: this.savedAt, page: this.page, text: this.text() };
      localStorage.setItem(this.key, JSON.stringify(kept));
    } catch {
      // No room, or no permission: the server still has what was sent to it.
    }
  }

  private forget(): void {
    try {
      localStorage.removeItem(this.key);
    } catch {}
  }

  /**
   * Takes up what this device kept, unless the server got something newer meanwhile from elsewhere. What it
   * got from the page that kept it is older: its last answer was not heard.
   */
  private restore(): void {
    let kept: Kept | null = null;
    try {
      kept = JSON.parse(localStorage.getItem(this.key) ?? 'null');
    } catch {}
    if (!kept) return;
    const follows = kept.base === this.savedAt || kept.page === this.dataset.savedBy;
    if (!follows || kept.text === this.savedText) {
      this.forget();
      return;
    }
    const values = [...new URLSearchParams(kept.text)];
    // more rows than the server knew to show: the page that has them all
    const { whole } = this.dataset;
    const isShown = values.every(
      ([name, value]) => value === '' || this.form.elements.namedItem(name) !== null,
    );
    if (!isShown && whole && new URL(whole, location.href).href !== location.href) {
      this.isWhole = false;
      location.replace(whole);
      return;
    }
    for (const [name, value] of values) {
      const control = this.form.elements.namedItem(name);
      if (control instanceof RadioNodeList || control instanceof HTMLTextAreaElement) {
        control.value = value;
      } else if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement) {
        if (control.type === 'radio') (control as HTMLInputElement).checked = true;
        else control.value = value;
      }
    }
    for (const area of this.form.querySelectorAll('textarea')) {
      area.dispatchEvent(new Event('input', { bubbles: false }));
    }
    this.say('restored');
    this.save('restored');
  }

  /** One save at a time, each with what is there when its turn comes. */
  private save(done = 'saved', keepalive = false): Promise<void> {
    clearTimeout(this.pause);
    this.saving = this.saving.then(() => this.send(done, keepalive));
    return this.saving;
  }

  private async send(done: string, keepalive: boolean): Promise<void> {
    const text = this.text();
    if (text === this.savedText) {
      if (this.isWhole) this.forget();
      return;
    }
    try {
      const answer = await fetch(this.dataset.address ?? '', {
        method: 'POST',
        body: new URLSearchParams(`${text}&page=${this.page}&base=${this.savedAt}`),
        keepalive,
        redirect: 'error',
      });
      if (answer.ok) {
        this.savedAt = answer.headers.get('x-saved-at') ?? this.savedAt;
        const version = this.form.elements.namedItem('version');
        if (version instanceof HTMLInputElement) version.value = this.savedAt;
        this.savedText = text;
        // what the server could not take as it stands comes back from here
        this.isWhole = answer.headers.get('x-saved') !== 'in-part';
        if (this.isWhole && this.text() === text) this.forget();
        else this.keep();
        this.say(done === 'saved' && !this.isWhole ? 'inPart' : done);
      } else if (answer.status === 401) {
        this.say('signedOut');
      } else if (answer.status === 412) {
        this.say('elsewhere');
      }
    } catch {
      this.say('offline');
    }
  }

  private say(words: string): void {
    this.status.textContent = this.dataset[words] ?? '';
  }
}

customElements.define('draft-autosave', DraftAutosave);
