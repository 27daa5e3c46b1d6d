/**
 * A passkey, proven or made: the device's answer to the server's challenge is written into the form, which is then
 * sent the plain way. Where there is no script or no such device, the page says what else one can do.
 */
import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';

class PasskeyForm extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    if (!form || !browserSupportsWebAuthn()) return;
    const without = this.querySelector<HTMLElement>('[data-part="without"]');
    if (without) without.hidden = true;
    this.piece('with').hidden = false;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.answer(form);
    });
  }

  private async answer(form: HTMLFormElement): Promise<void> {
    const button = form.querySelector('button');
    const field = form.querySelector<HTMLInputElement>('input[name="cle"]');
    if (!button || !field || button.disabled) return;
    button.disabled = true;
    this.piece('failed').hidden = true;
    const said = this.piece('said');
    said.textContent = said.dataset.waiting ?? '';
    try {
      field.value = JSON.stringify(await this.askDevice());
    } catch {
      // cancelled, too late, or known already: the browser does not say which
      this.piece('failed').hidden = false;
      return;
    } finally {
      said.textContent = '';
      button.disabled = false;
    }
    form.submit();
  }

  private async askDevice(): Promise<object> {
    const asked = await fetch(this.dataset.ask ?? '', {
      method: 'POST',
      body: new URLSearchParams(),
    });
    if (!asked.ok) throw new Error(`${asked.status}`);
    const optionsJSON = await asked.json();
    return this.dataset.mode === 'create'
      ? startRegistration({ optionsJSON })
      : startAuthentication({ optionsJSON });
  }

  private piece(name: string): HTMLElement {
    return this.querySelector<HTMLElement>(`[data-part="${name}"]`)!;
  }
}

customElements.define('passkey-form', PasskeyForm);
