/** The receipt of the ballot cast. */
import type { ComponentChildren } from 'preact';
import * as m from '../paraglide/messages.js';
import { Icon } from './icon.tsx';

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
