import * as m from '../../../paraglide/messages.js';
import { Form, Hidden, SubmitButton } from '../../../ui/form.tsx';
import { ConfirmPage } from '../../../ui/next-step.tsx';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';
import type { Typed } from './opening-settings.ts';
import { PollTermsList } from './terms.page.tsx';
import type { CompleteTerms } from './terms.ts';

interface Props {
  edition: Edition;
  typed: Typed;
  terms: CompleteTerms;
}

/** Once more before the terms are signed: they cannot be changed afterwards. */
export function OpeningConfirmation({ edition, typed, terms }: Props) {
  const at = { edition: edition.slug };
  return (
    <ConfirmPage
      question={m.polls_office_open_question()}
      form={
        <Form action={urls.adminPollOpen(at)}>
          {Object.entries(typed).map(([name, value]) => (
            <Hidden key={name} name={name} value={value} />
          ))}
          <Hidden name="confirmation" value="oui" />
          <SubmitButton size="large">{m.polls_office_open_confirm()}</SubmitButton>
        </Form>
      }
      cancelHref={urls.adminPoll(at)}
      cancelLabel={m.polls_office_cancel()}
    >
      <p>{m.polls_office_open_warning()}</p>
      <PollTermsList
        currency={edition.currency}
        poll={{
          ...terms,
          minimumAge: edition.minimumAgeVote,
          residenceRequired: edition.residenceRequired,
        }}
      />
    </ConfirmPage>
  );
}
