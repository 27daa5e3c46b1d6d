/**
 * Works for the form that it stands in, instead of a puzzle: looks for a number whose SHA-256 with the challenge begins
 * with enough zero bits. Begins as soon as somebody types; a form sent earlier waits for it, and says so. Where there is
 * no hashing (a page that is not served over https), the form is sent as without scripts.
 */
class ProofOfWork extends HTMLElement {
  #found: Promise<void> | null = null;
  #isDone = false;

  connectedCallback(): void {
    const form = this.closest('form');
    if (!form || !globalThis.crypto?.subtle) return;
    form.addEventListener('input', () => this.#begin(form), { once: true });
    form.addEventListener('submit', (event) => {
      if (this.#isDone) return;
      event.preventDefault();
      const status = this.querySelector('[role="status"]');
      if (status) status.textContent = this.dataset.working ?? '';
      const button = (event as SubmitEvent).submitter;
      this.#begin(form).then(() => form.requestSubmit(button));
    });
  }

  #begin(form: HTMLFormElement): Promise<void> {
    this.#found ??= seek(this.dataset.challenge ?? '')
      .then((sent) => {
        const field = document.createElement('input');
        Object.assign(field, { type: 'hidden', name: this.dataset.name, value: sent });
        form.append(field);
      })
      // a device that cannot: the form goes as without scripts
      .catch(() => {})
      .then(() => {
        this.#isDone = true;
        const status = this.querySelector('[role="status"]');
        if (status) status.textContent = '';
      });
    return this.#found;
  }
}

/** Hashes asked for in a round. */
const AT_ONCE = 256;

async function seek(challenge: string): Promise<string> {
  const bits = Number(challenge.split('.')[1]);
  const encoder = new TextEncoder();
  for (let from = 0; ; from += AT_ONCE) {
    // some browsers hash small things at once: the page answers between two rounds, and the form's event ends first
    await new Promise((resume) => setTimeout(resume));
    const tried = Array.from({ length: AT_ONCE }, (_, at) => `${challenge}:${from + at}`);
    const hashes = await Promise.all(
      tried.map((one) => crypto.subtle.digest('SHA-256', encoder.encode(one))),
    );
    const at = hashes.findIndex((hash) => new DataView(hash).getUint32(0) >>> (32 - bits) === 0);
    if (at >= 0) return tried[at]!;
  }
}

customElements.define('proof-of-work', ProofOfWork);
