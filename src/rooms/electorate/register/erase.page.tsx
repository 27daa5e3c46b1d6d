import * as m from '../../../paraglide/messages.js';
import { Form, SubmitButton } from '../../../ui/form.tsx';
import { formatNumber } from '../../../ui/format.ts';
import { ConfirmPage } from '../../../ui/next-step.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';
import type { ErasingRefusal } from './keeping.ts';
import { erasingProblems } from './words.page.ts';

/** Asked once more before all names go. */
export function ErasePage({
  edition,
  entries,
  refusal,
}: {
  edition: Edition;
  entries: number;
  refusal: ErasingRefusal | null;
}) {
  const at = { edition: edition.slug };
  return (
    <ConfirmPage
      question={m.register_erase_question()}
      form={
        !refusal && (
          <Form action={urls.adminRegisterErase(at)}>
            <SubmitButton kind="danger" icon="delete">
              {m.register_erase()}
            </SubmitButton>
          </Form>
        )
      }
      cancelHref={urls.adminRegister(at)}
      cancelLabel={m.register_erase_keep()}
    >
      {refusal ? (
        <Notice tone="warning">{erasingProblems[refusal]()}</Notice>
      ) : (
        <p>{m.register_erase_words({ count: entries, number: formatNumber(entries) })}</p>
      )}
    </ConfirmPage>
  );
}
