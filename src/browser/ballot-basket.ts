/**
 * Filling in a ballot without waiting for the network: the basket is a cookie of this browser, so that no
 * gesture needs the server. Where this does not run, each button belongs to a form that does the same.
 */
import type { BallotFrame } from '../rooms/polls/ballot/ballot-frame.ts';
import { follow, readGesture } from '../rooms/polls/ballot/ballot-gestures.ts';
import {
  type Basket,
  type Gesture,
  readBasket,
  writeBasket,
} from '../rooms/polls/ballot/basket.ts';
import { type BallotWords, saidOf } from '../rooms/polls/ballot/counted-words.ts';
import { sayRefusedGesture } from '../rooms/polls/ballot/gesture-words.ts';
import { BASKET, BASKET_AGE } from '../rooms/polls/ballot/voter-cookies.ts';
import { readKept, writeKept } from './ballot/kept-here.ts';
import { findOption, readProblem, setText, showBallot } from './ballot/shown.ts';

class BallotBasket extends HTMLElement {
  private frame!: BallotFrame;
  private words!: BallotWords;
  /** What was wrong with the last gesture on an option, until the next one. */
  private readonly problems = new Map<string, string>();

  connectedCallback(): void {
    this.frame = JSON.parse(this.dataset.frame ?? '');
    this.words = JSON.parse(this.dataset.words ?? '');
    for (const part of this.querySelectorAll<HTMLElement>('[data-plain]')) part.hidden = true;
    // a form that came back with words keeps them
    for (const box of this.querySelectorAll<HTMLElement>('[data-option]')) {
      const said = readProblem(box);
      if (said) this.problems.set(box.dataset.option!, said);
    }
    this.addEventListener('submit', (event) => this.onSubmit(event));
    // an answer is kept as soon as it is given
    this.addEventListener('input', ({ target }) => {
      if (target instanceof HTMLInputElement && target.name.startsWith('note-')) {
        this.act(new Map([[target.name, target.value]]), target);
      }
    });
    // back from the review page, where choices may have been removed
    addEventListener('pageshow', () => {
      for (const input of this.querySelectorAll<HTMLInputElement>('input[name^="note-"]'))
        input.disabled = false;
      this.show();
    });
    this.show();
  }

  private onSubmit(event: SubmitEvent): void {
    const form = event.target as HTMLFormElement;
    const pressed = event.submitter as HTMLButtonElement | null;
    const fields = new Map<string, string>();
    for (const [name, value] of new FormData(form)) fields.set(name, String(value));
    if (pressed?.name) fields.set(pressed.name, pressed.value);
    // what shows another page is the server's: a review, another list, another district
    if (form.method !== 'post') return;
    if (fields.get('vers') || fields.has('retirer-quartier')) {
      if (this.keepsHere()) this.holdBack(fields, form);
      return;
    }
    event.preventDefault();
    this.act(fields, pressed);
  }

  private act(fields: ReadonlyMap<string, string>, from: HTMLElement | null): void {
    const form = {
      text: (name: string) => fields.get(name)?.trim() ?? '',
      has: (name: string) => fields.has(name),
    };
    const { basket, refused } = follow(this.frame, this.read(), form);
    this.write(basket);
    const gesture = readGesture(form);
    const keys = [...fields.keys()].flatMap((name) => /^note-(.*)$/.exec(name)?.[1] ?? []);
    if (gesture && 'key' in gesture) keys.push(gesture.key);
    const inRanking = from?.closest<HTMLElement>('[data-ranking]') ?? null;
    for (const key of keys) {
      const problem = refused.get(key);
      if (problem) this.problems.set(key, sayRefusedGesture(this.words, this.frame, key, problem));
      else this.problems.delete(key);
    }
    this.show();
    // not behind the bar at the foot of the screen
    const [first] = refused.keys();
    if (first !== undefined && !(from instanceof HTMLInputElement))
      findOption(this, first)
        ?.querySelector('[data-refused] .notice')
        ?.scrollIntoView({ block: 'center' });
    if (gesture && refused.size === 0) this.refocus(gesture, inRanking);
  }

  /** Choices of a sealed poll never leave this browser in clear, not even in a cookie. */
  private keepsHere(): boolean {
    return this.dataset.keep === 'here';
  }

  /** A form that shows another page is sent without the answers that it holds. */
  private holdBack(fields: ReadonlyMap<string, string>, form: HTMLFormElement): void {
    this.act(fields, null);
    for (const input of form.querySelectorAll<HTMLInputElement>('input[name^="note-"]'))
      input.disabled = true;
  }

  private read(): Basket {
    if (this.keepsHere()) return readBasket(readKept(this.dataset.path!), this.frame);
    const cookie = new RegExp(`(?:^|; )${BASKET}=([^;]*)`).exec(document.cookie)?.[1] ?? '';
    return readBasket(decodeURIComponent(cookie), this.frame);
  }

  private write(basket: Basket): void {
    if (this.keepsHere()) {
      writeKept(this.dataset.path!, writeBasket(basket));
      return;
    }
    const secure = location.protocol === 'https:' ? '; Secure' : '';
    const age = basket.length > 0 ? BASKET_AGE : 0;
    // biome-ignore lint/suspicious/noDocumentCookie: the server reads this very cookie; cookieStore is not everywhere
    document.cookie = `${BASKET}=${encodeURIComponent(writeBasket(basket))}; Path=${this.dataset.path}; Max-Age=${age}; SameSite=Lax${secure}`;
  }

  private show(): void {
    showBallot(this, this.frame, this.words, this.read(), this.problems);
  }

  /** A button that is gone leaves the focus to the one that takes its place. */
  private refocus(gesture: Gesture, ranking: HTMLElement | null): void {
    if (!('key' in gesture) || gesture.act === 'more' || gesture.act === 'less') return;
    if (!ranking) {
      findOption(this, gesture.key)
        ?.querySelector<HTMLElement>('[data-when]:not([hidden]) button')
        ?.focus();
      return;
    }
    const row = [...ranking.querySelectorAll<HTMLElement>('[data-ranked]')].find(
      ({ dataset }) => dataset.ranked === gesture.key,
    );
    const own = gesture.act === 'up' ? 'monter' : 'descendre';
    const button =
      row?.querySelector<HTMLElement>(`[data-gesture="${own}"]:not([hidden]) button`) ??
      (row ?? ranking).querySelector<HTMLElement>('[data-gesture]:not([hidden]) button') ??
      ranking;
    button.focus();
    // where it went: nothing else that is read out has changed
    const [title, place] = ['title', 'place'].map(
      (part) => row?.querySelector(`[data-${part}]`)?.textContent ?? '',
    );
    if (row) setText(this, '[data-said]', saidOf(this.words, title!, place!));
  }
}

customElements.define('ballot-basket', BallotBasket);
