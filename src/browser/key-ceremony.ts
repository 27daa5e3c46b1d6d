/**
 * The key ceremony: the key is made in this browser, each part is shown once to its trustee, who shows by
 * its last letters that it was kept. Only the public half and the hashes of the parts go into the form.
 */
import { TRUSTEE_LENGTH } from '../rooms/polls/sealed/sealing.ts';
import { endsLike } from '../rooms/polls/sealed/share.ts';
import { type MadeKey, makeKey } from './ballot/key-parts.ts';

class KeyCeremony extends HTMLElement {
  private made: MadeKey | null = null;
  private names: string[] = [];
  /** Whose part is shown, from 0. */
  private turn = 0;

  connectedCallback(): void {
    this.show('plain', false);
    this.show('names', true);
    this.onSubmit('names', (form) => void this.begin(form));
    this.onSubmit('share', () => this.check());
    this.find('save').addEventListener('click', () => this.save());
    this.find('print').addEventListener('click', () => print());
    // a part half kept is lost with the page
    addEventListener('beforeunload', (event) => {
      if (this.made) event.preventDefault();
    });
  }

  private async begin(form: HTMLFormElement): Promise<void> {
    this.show('names-wrong', false);
    this.show('failed', false);
    const names = [...new FormData(form).values()].map((name) => String(name).trim());
    const wrong = names.some((name) => name === '' || [...name].length > TRUSTEE_LENGTH);
    if (wrong || new Set(names).size < names.length) {
      this.show('names-wrong', true);
      return;
    }
    try {
      this.made = await makeKey();
    } catch {
      this.show('failed', true);
      return;
    }
    this.names = names;
    this.show('names', false);
    this.showPart();
  }

  private showPart(): void {
    this.find('share-title').textContent = this.fill(this.dataset.share ?? '');
    const groups = this.made!.shares[this.turn]!.split('-').map((group) => {
      const span = document.createElement('span');
      span.textContent = group;
      return span;
    });
    this.find('code').replaceChildren(...groups.flatMap((span) => [span, ' ']));
    this.field().value = '';
    this.show('check-wrong', false);
    this.show('share', true);
    this.find('share-title').focus();
  }

  private check(): void {
    const share = this.made!.shares[this.turn]!;
    if (!endsLike(share, this.field().value)) {
      this.show('check-wrong', true);
      this.field().focus();
      return;
    }
    this.made!.shares[this.turn] = '';
    this.turn += 1;
    if (this.turn < this.names.length) this.showPart();
    else this.finish();
  }

  private finish(): void {
    const { publicKey, shareHashes } = this.made!;
    this.made = null;
    this.find('code').replaceChildren();
    this.find('share').remove();
    this.set('sealingKey', publicKey);
    this.set('sealingHashes', shareHashes.join(' '));
    for (const [at, name] of this.names.entries()) this.set(`trustee${at + 1}`, name);
    this.show('done', true);
    this.find('done-title').focus();
  }

  private save(): void {
    const text = this.fill(this.dataset.file ?? '');
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
    link.download = `palabre-part-${this.turn + 1}.txt`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }

  private fill(text: string): string {
    return text
      .replace('{number}', String(this.turn + 1))
      .replace('{name}', () => this.names[this.turn] ?? '')
      .replace('{title}', () => this.dataset.title ?? '')
      .replace('{share}', () => this.made?.shares[this.turn] ?? '');
  }

  private onSubmit(part: string, act: (form: HTMLFormElement) => void): void {
    const form = this.find(part).querySelector('form')!;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      act(form);
    });
  }

  private field(): HTMLInputElement {
    return this.querySelector<HTMLInputElement>('#last-letters')!;
  }

  private set(name: string, value: string): void {
    this.find('done').querySelector<HTMLInputElement>(`input[name="${name}"]`)!.value = value;
  }

  private show(part: string, shown: boolean): void {
    this.find(part).hidden = !shown;
  }

  private find(part: string): HTMLElement {
    return this.querySelector<HTMLElement>(`[data-part="${part}"]`)!;
  }
}

customElements.define('key-ceremony', KeyCeremony);
