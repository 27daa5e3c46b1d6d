import * as m from '../../../paraglide/messages.js';
import { ButtonForm } from '../../../ui/form.tsx';
import { ConfirmPage } from '../../../ui/next-step.tsx';
import { urls } from '../../../urls.ts';
import type { Fund } from '../fund.ts';

/** Asks once more: groups count on an open fund. */
export function ClosePage({ fund }: { fund: Fund }) {
  const at = { fund: fund.slug };
  return (
    <ConfirmPage
      question={m.funds_close_question({ name: fund.name })}
      form={
        <ButtonForm action={urls.adminFundClose(at)} kind="danger" icon="lock">
          {m.funds_close()}
        </ButtonForm>
      }
      cancelHref={urls.adminFund(at)}
      cancelLabel={m.funds_close_cancel()}
    >
      <p>{m.funds_close_words()}</p>
    </ConfirmPage>
  );
}
