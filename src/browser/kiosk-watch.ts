/**
 * A kiosk while somebody votes: gestures are told to the server now and then, and without any the screen
 * asks, then leaves. A page that the browser brings back from its history leaves at once.
 */
class KioskWatch extends HTMLElement {
  private last = 0;
  private told = 0;

  connectedCallback(): void {
    this.last = this.told = performance.now();
    for (const kind of ['pointerdown', 'keydown', 'scroll', 'touchmove'])
      addEventListener(kind, () => this.gesture(), { capture: true, passive: true });
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted) this.leave();
    });
    setInterval(() => this.look(), 1000);
  }

  private gesture(): void {
    const now = performance.now();
    this.last = now;
    if (now - this.told < 20_000) return;
    this.told = now;
    const { presence } = this.dataset;
    if (presence) fetch(presence, { method: 'POST', body: new URLSearchParams() }).catch(() => {});
  }

  private look(): void {
    const left = Number(this.dataset.seconds) - (performance.now() - this.last) / 1000;
    if (left <= 0) this.leave();
    // taken away a moment after a gesture, not under the finger that makes it
    else this.warn(left <= Number(this.dataset.warning));
  }

  private leave(): void {
    document.querySelector<HTMLFormElement>('#quitter')?.submit();
  }

  private warn(shown: boolean): void {
    const warning = this.querySelector<HTMLElement>('[data-part="warning"]');
    if (warning && warning.hidden === shown) warning.hidden = !shown;
  }
}

customElements.define('kiosk-watch', KioskWatch);
