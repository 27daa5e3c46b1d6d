/** The ballot in the making, and the receipt of the ballot cast. */
import type { ComponentChildren } from 'preact';
import * as m from '../paraglide/messages.js';
import { Icon } from './icon.tsx';

export type BasketBarProps = {
  chosen: number;
  allowed: number;
  /** "Vérifier mon vote". */
  action: ComponentChildren;
  /** What must not be overlooked: "Votre vote n’est pas encore déposé." */
  warning?: ComponentChildren;
  /** Name of the bar for screen readers; "Votre sélection" unless said. */
  label?: string;
  /** A small `EnvelopeBar`, when the ballot has an envelope. */
  envelope?: ComponentChildren;
};

/**
 * Stays at the foot of the screen while one chooses. A script may rewrite
 * `[data-basket="chosen"]` and `[data-basket="left"]`.
 */
export function BasketBar(props: BasketBarProps) {
  const { chosen, allowed, action, warning, envelope } = props;
  return (
    <section class="basket-bar" aria-label={props.label ?? m.ui_basket()}>
      <div class="basket-words" role="status">
        <p>
          <Icon name="basket" />
          <strong data-basket="chosen">{m.ui_basket_chosen({ count: chosen, allowed })}</strong>
        </p>
        <p class={chosen > allowed ? 'basket-left basket-over' : 'basket-left'} data-basket="left">
          {leftWords(chosen, allowed)}
        </p>
        {warning && (
          <p class="basket-warning" data-basket="warning">
            <Icon name="warning" />
            <span>{warning}</span>
          </p>
        )}
      </div>
      {envelope}
      <div class="basket-action">{action}</div>
    </section>
  );
}

/** What may still be chosen, in words. */
export function leftWords(chosen: number, allowed: number): string {
  if (chosen > allowed) return m.ui_basket_over({ count: chosen - allowed });
  return chosen === allowed ? m.ui_basket_full() : m.ui_basket_left({ count: allowed - chosen });
}

export type ReceiptProps = {
  title: string;
  /** The tracking code; shown in groups of four. */
  code: string;
  /** Facts of the receipt: poll, date, projects. */
  items: { term: string; detail: ComponentChildren }[];
  /** What this code is for, and what it does not tell. */
  note?: ComponentChildren;
  /** A QR code or another picture. */
  picture?: ComponentChildren;
  actions?: ComponentChildren;
  level?: 1 | 2;
};

/** A paper one wants to keep; prints alone on its sheet. */
export function Receipt(props: ReceiptProps) {
  const Title = `h${props.level ?? 2}` as 'h2';
  const groups = props.code.match(/.{1,4}/gu) ?? [];
  return (
    <section class="receipt">
      <div class="receipt-paper">
        <Icon name="vote" class="receipt-mark" />
        <Title>{props.title}</Title>
        <dl class="receipt-items">
          {props.items.map(({ term, detail }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{detail}</dd>
            </div>
          ))}
        </dl>
        <div class="receipt-stub">
          <p class="receipt-label">{m.ui_receipt_code()}</p>
          <p class="receipt-code" translate={false}>
            {groups.map((group, index) => (
              <>
                {index > 0 && ' '}
                <span>{group}</span>
              </>
            ))}
          </p>
          {props.picture}
          {props.note && <div class="receipt-note">{props.note}</div>}
        </div>
      </div>
      {props.actions && <div class="actions">{props.actions}</div>}
    </section>
  );
}
