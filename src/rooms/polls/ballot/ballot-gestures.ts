/** What a form of the ballot asks for, and what becomes of the basket. Forms may hold anything. */
import type { BallotFrame } from './ballot-frame.ts';
import { type Basket, changeBasket, type Gesture, type RefusedGesture } from './basket.ts';

interface Fields {
  text(name: string): string;
  has(name: string): boolean;
}

/** The one thing that a button asked for; null: nothing but to save what is written. */
export function readGesture(form: Fields): Gesture | null {
  const acts = {
    ajouter: 'add',
    retirer: 'remove',
    monter: 'up',
    descendre: 'down',
    plus: 'more',
    moins: 'less',
  } as const;
  for (const [name, act] of Object.entries(acts)) {
    const key = form.text(name);
    if (key !== '') return { act, key };
  }
  const envelope = form.text('retirer-quartier');
  return envelope === '' ? null : { act: 'leave', envelope };
}

export interface Gestures {
  basket: Basket;
  /** By option. */
  refused: ReadonlyMap<string, RefusedGesture>;
  /** What was typed and is no answer, by option. */
  typed: ReadonlyMap<string, string>;
}

/** Every answer that the form brings, then the one thing that was asked for: what can be kept is kept. */
export function follow(frame: BallotFrame, basket: Basket, form: Fields): Gestures {
  const refused = new Map<string, RefusedGesture>();
  const typed = new Map<string, string>();
  let kept = basket;
  const apply = (key: string, gesture: Gesture): boolean => {
    const change = changeBasket(frame, kept, gesture);
    if (change.ok) kept = change.basket;
    else refused.set(key, change);
    return change.ok;
  };
  for (const { key } of frame.options) {
    const name = `note-${key}`;
    if (!form.has(name)) continue;
    const answer = readAnswer(form.text(name));
    if (answer === undefined) {
      typed.set(key, form.text(name).slice(0, 20));
      refused.set(key, { ok: false, refusal: 'not-a-number', about: null, gap: 0 });
    } else apply(key, { act: 'set', key, points: answer });
  }
  const gesture = readGesture(form);
  if (gesture) apply(gesture.act === 'leave' ? '' : gesture.key, gesture);
  return { basket: kept, refused, typed };
}

/** A whole number that is not absurd, or nothing; undefined: neither. */
function readAnswer(text: string): number | null | undefined {
  if (text === '') return null;
  return /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}
