import * as m from '../../paraglide/messages.js';
import { Money } from '../../ui/text.tsx';

/** Cents of what may still be a draft: nobody asks for 0 €, so that none is not said yet. */
export function WrittenAmount({ cents }: { cents: number }) {
  if (cents > 0) return <Money cents={cents} />;
  return (
    <>
      <span aria-hidden="true">–</span>
      <span class="visually-hidden">{m.requests_amount_none()}</span>
    </>
  );
}
