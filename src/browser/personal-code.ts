/**
 * The QR code of a letter holds its code behind the `#` of the vote's address, which no server ever sees. It is
 * kept by this tab until the form that asks for it, and taken out of the address at once.
 */
const KEPT = 'code-personnel';

const fragment = /^#code=([0-9A-Za-z-]{11,20})$/.exec(location.hash)?.[1];
if (fragment) {
  try {
    sessionStorage.setItem(KEPT, fragment);
  } catch {
    // A browser that keeps nothing: the code is typed.
  }
  history.replaceState(history.state, '', location.pathname + location.search);
}

class PersonalCode extends HTMLElement {
  connectedCallback(): void {
    const input = this.querySelector('input');
    if (input?.value !== '') return;
    try {
      input.value = sessionStorage.getItem(KEPT) ?? '';
      sessionStorage.removeItem(KEPT);
    } catch {
      // Nothing was kept.
    }
  }
}

customElements.define('personal-code', PersonalCode);
