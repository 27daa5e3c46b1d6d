import * as m from '../../../paraglide/messages.js';
import { Form, SubmitButton } from '../../../ui/form.tsx';
import { ConfirmPage } from '../../../ui/next-step.tsx';
import { urls } from '../../../urls.ts';

export type OfficeAct = 'seal' | 'count';

const acts: Record<
  OfficeAct,
  {
    address: typeof urls.adminPollSeal | typeof urls.adminPollCount;
    question: () => string;
    warning: () => string;
    button: () => string;
  }
> = {
  seal: {
    address: urls.adminPollSeal,
    question: m.polls_office_seal_question,
    warning: m.polls_office_seal_warning,
    button: m.polls_office_seal_button,
  },
  count: {
    address: urls.adminPollCount,
    question: m.polls_office_count_question,
    warning: m.polls_office_count_warning,
    button: m.polls_office_count_button,
  },
};

export function actQuestion(act: OfficeAct): string {
  return acts[act].question();
}

/** Once more before an act that cannot be taken back. */
export function ActConfirmation({ act, edition }: { act: OfficeAct; edition: string }) {
  const { address, question, warning, button } = acts[act];
  return (
    <ConfirmPage
      question={question()}
      form={
        <Form action={address({ edition })}>
          <SubmitButton kind={act === 'count' ? 'primary' : 'danger'} size="large">
            {button()}
          </SubmitButton>
        </Form>
      }
      cancelHref={urls.adminPoll({ edition })}
      cancelLabel={m.polls_office_cancel()}
    >
      <p>{warning()}</p>
    </ConfirmPage>
  );
}
