/**
 * The review of a sealed ballot: shows what this browser holds, checks it as the server would have, and
 * puts the ciphertext into the form. `cast-ballot` then sends the form like any other.
 */
import { type BallotTerms, checkBallot } from '../rooms/polls/ballot/ballot.ts';
import type { BallotFrame } from '../rooms/polls/ballot/ballot-frame.ts';
import { type Basket, readBasket } from '../rooms/polls/ballot/basket.ts';
import { type BallotWords, sayCounted } from '../rooms/polls/ballot/counted-words.ts';
import { type Entry, writeEntry } from '../rooms/polls/ballot/entry.ts';
import { readKept, writeKept } from './ballot/kept-here.ts';
import { type SealingTerms, sealChoices } from './ballot/sealing.ts';

class SealBallot extends HTMLElement {
  connectedCallback(): void {
    this.show('plain', false);
    const { path = '' } = this.dataset;
    const basket = readBasket(readKept(path), this.parse<BallotFrame>('frame'));
    this.show(basket.length > 0 ? 'filled' : 'empty', true);
    if (basket.length === 0) return;
    this.find('choices').replaceChildren(...basket.map((entry) => this.writeLine(entry)));
    this.addEventListener('ballot-cast', () => writeKept(path, ''));
    void this.seal(basket);
  }

  private async seal(basket: Basket): Promise<void> {
    const ballot = checkBallot(this.parse<BallotTerms>('terms'), basket.map(writeEntry));
    if (!ballot.ok) {
      this.show('not-ready', true);
      return;
    }
    const field = this.querySelector<HTMLInputElement>('input[name="scelle"]');
    try {
      // arrays of texts and whole numbers have one way only to be written; a form that is shown again
      // because its answer was lost keeps the ballot it was sent with
      if (field)
        field.value ||= await sealChoices(
          JSON.stringify(ballot.choices),
          this.parse<SealingTerms>('sealing'),
        );
    } catch {
      this.show('failed', true);
      return;
    }
    this.show('next', true);
  }

  private writeLine({ key, points }: Entry): HTMLElement {
    const line = document.createElement('li');
    const title = document.createElement('bdi');
    title.textContent = this.parse<Record<string, string>>('titles')[key] ?? key;
    line.append(title);
    if (points !== null) {
      const said = document.createElement('strong');
      const words = this.parse<BallotWords>('words');
      said.textContent =
        this.parse<Record<string, string>>('answers')[points] ??
        `${points.toLocaleString(words.tag)} ${sayCounted(words.unit, points, words)}`;
      line.append(' · ', said);
    }
    return line;
  }

  private parse<T>(name: string): T {
    return JSON.parse(this.dataset[name] ?? '') as T;
  }

  private show(part: string, shown: boolean): void {
    this.find(part).hidden = !shown;
  }

  private find(part: string): HTMLElement {
    return this.querySelector<HTMLElement>(`[data-part="${part}"]`)!;
  }
}

customElements.define('seal-ballot', SealBallot);
