/**
 * Runs the independent verifier in the reader's browser, beside the page: the same file that people
 * download. The bundle is fetched from the site, or read from a file that the reader chose; nothing is sent.
 */
import type { Check, Report, Words } from '../verifier/report.ts';
import type { WorkerAnswer, WorkerRequest } from '../verifier/worker.ts';

/** What a page must hold before a script may be loaded by its address (require-trusted-types-for). */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): {
    createScriptURL(url: string): string;
  };
}

class VerifyBundle extends HTMLElement {
  private worker: Worker | null = null;
  private download: AbortController | null = null;

  connectedCallback(): void {
    const form = this.querySelector('form');
    if (!form || typeof Worker === 'undefined') return;
    this.find('plain').hidden = true;
    this.find('form').hidden = false;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.verify(form);
    });
    this.find('stop').addEventListener('click', () => this.stop('stopped'));
  }

  private async verify(form: HTMLFormElement): Promise<void> {
    this.stop(null);
    this.find('report').hidden = true;
    this.busy(true);
    const fields = new FormData(form);
    const receipts = `${fields.get('receipts') ?? ''}`.split('\n').map((line) => line.trim());
    const archive = await this.load(fields.get('file'));
    if (!archive) return;
    const worker = this.openWorker();
    if (!worker) return this.stop('no-worker');
    const request: WorkerRequest = {
      archive,
      receipts: receipts.filter((line) => line !== ''),
      full: fields.get('full') !== null,
    };
    worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => this.hear(data);
    worker.onerror = () => this.stop('no-worker');
    worker.postMessage(request);
  }

  /** null: it could not be had, and the page says so. */
  private async load(file: FormDataEntryValue | null): Promise<Uint8Array | null> {
    if (file instanceof File && file.size > 0) return new Uint8Array(await file.arrayBuffer());
    this.say('fetch');
    const download = new AbortController();
    this.download = download;
    try {
      const answer = await fetch(this.dataset.bundle!, { signal: download.signal });
      if (!answer.ok) throw new Error(`${answer.status}`);
      return new Uint8Array(await answer.arrayBuffer());
    } catch {
      if (!download.signal.aborted) this.stop('no-fetch');
      return null;
    }
  }

  private openWorker(): Worker | null {
    const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
    const ours = { createScriptURL: (url: string) => url };
    try {
      policy ??= trustedTypes?.createPolicy('verifier', ours) ?? ours;
      this.worker = new Worker(policy.createScriptURL(this.dataset.verifier!), { type: 'module' });
      return this.worker;
    } catch {
      return null;
    }
  }

  private hear(answer: WorkerAnswer): void {
    if (answer.kind === 'progress') {
      this.say(answer.step);
      this.querySelector('progress')!.value = answer.share;
      return;
    }
    this.stop('done');
    if (answer.kind === 'report') this.show(answer.report);
    else this.showVerdict('unusable', this.read(answer));
    this.find('report').hidden = false;
    this.find('report').querySelector('h3')?.focus();
  }

  private show(report: Report): void {
    this.showVerdict(report.verdict, null);
    this.find('checks').replaceChildren(...report.checks.map((check) => this.writeCheck(check)));
    this.find('notes').replaceChildren(
      ...report.notes.map((note) => writeElement('p', this.read(note))),
    );
  }

  private showVerdict(verdict: string, words: string | null): void {
    this.find('checks').replaceChildren();
    this.find('notes').replaceChildren();
    for (const one of this.querySelectorAll<HTMLElement>('[data-verdict]')) {
      one.hidden = one.dataset.verdict !== verdict;
      const text = one.querySelector('.notice-words > div');
      if (!one.hidden && words !== null) text?.replaceChildren(writeElement('p', words));
    }
  }

  private writeCheck(check: Check): HTMLElement {
    const item = document.createElement('li');
    const mark = check.ok === null ? 'unknown' : check.ok ? 'ok' : 'fault';
    const template = this.querySelector<HTMLTemplateElement>(`template[data-mark="${mark}"]`)!;
    const line = writeElement('p', ` ${this.read(check)}`);
    line.prepend(template.content.cloneNode(true));
    item.append(line);
    if (check.entries.length === 0) return item;
    const list = document.createElement('ul');
    for (const entry of check.entries) {
      const fault = writeElement('li', `${this.read(entry)} `);
      const name = writeElement('code', entry.id);
      name.translate = false;
      fault.append(name);
      list.append(fault);
    }
    item.append(list);
    return item;
  }

  /** Ends what is under way; `saying` null: silently. */
  private stop(saying: string | null): void {
    this.worker?.terminate();
    this.worker = null;
    this.download?.abort();
    this.download = null;
    this.busy(false);
    if (saying) this.say(saying);
  }

  private busy(busy: boolean): void {
    this.find('progress').hidden = !busy;
    this.querySelector('progress')?.removeAttribute('value');
    for (const button of this.querySelectorAll<HTMLButtonElement>('button[type="submit"]'))
      button.disabled = busy;
  }

  private say(name: string): void {
    const words = this.querySelector<HTMLTemplateElement>(`template[data-say="${name}"]`);
    const status = this.find('status');
    const said = words?.content.textContent ?? '';
    if (status.textContent !== said) status.textContent = said;
  }

  private read({ words, words_en }: Words): string {
    // French spaces do not break before : ; ! ? »
    return this.dataset.locale === 'en'
      ? words_en
      : words.replace(/ ([:;!?»])/g, '\u202f$1').replace(/« /g, '«\u202f');
  }

  private find(name: string): HTMLElement {
    return this.querySelector<HTMLElement>(`[data-part="${name}"]`)!;
  }
}

let policy: { createScriptURL(url: string): string } | null = null;

function writeElement(name: string, text: string): HTMLElement {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

customElements.define('verify-bundle', VerifyBundle);
