/**
 * Casting: draws the ballot's secret here rather than on the server, and sends the very same form again
 * when the network fails. The form carries a key, so that however often it arrives it counts once and
 * brings back the same receipt.
 */
class CastBallot extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    const nonce = form?.querySelector<HTMLInputElement>('input[name="alea"]');
    if (!form || !nonce) return;
    // a form that is shown again because its answer was lost keeps the one it was sent with
    nonce.value ||= Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) =>
      byte.toString(16).padStart(2, '0'),
    ).join('');
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.cast(form);
    });
  }

  private async cast(form: HTMLFormElement): Promise<void> {
    const button = form.querySelector('button');
    if (!button || button.disabled) return;
    button.disabled = true;
    this.show('sending', true);
    try {
      for (let attempt = 0; attempt < 4; attempt += 1) {
        const arrived = await this.send(form);
        if (arrived) return;
        this.show('offline', true);
        await this.untilOnline(1000 * 2 ** attempt);
      }
    } finally {
      button.disabled = false;
      this.show('sending', false);
    }
  }

  /** Whether an answer came; a page that is not the receipt is shown by sending the form the plain way. */
  private async send(form: HTMLFormElement): Promise<boolean> {
    let answer: Response;
    try {
      const body = new URLSearchParams();
      for (const [name, value] of new FormData(form)) body.append(name, String(value));
      answer = await fetch(form.action, { method: 'POST', body, redirect: 'follow' });
    } catch {
      return false;
    }
    if (answer.status >= 500) return false;
    if (answer.redirected) {
      this.dispatchEvent(new Event('ballot-cast', { bubbles: true }));
      location.assign(answer.url);
    } else form.submit();
    return true;
  }

  /** As soon as the network is said to be back, or after a while all the same. */
  private untilOnline(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      addEventListener('online', () => resolve(), { once: true });
      setTimeout(resolve, milliseconds);
    });
  }

  private show(part: string, shown: boolean): void {
    const element = this.querySelector<HTMLElement>(`[data-part="${part}"]`);
    if (element) element.hidden = !shown;
  }
}

customElements.define('cast-ballot', CastBallot);
