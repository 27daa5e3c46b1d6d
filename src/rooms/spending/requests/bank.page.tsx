import * as m from '../../../paraglide/messages.js';
import { BankFields, type TypedAccount } from '../../../ui/bank-fields.tsx';
import { FileField, Select } from '../../../ui/field.tsx';
import { Form, Hidden } from '../../../ui/form.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { urls } from '../../../urls.ts';
import { SaveButtons } from './details.page.tsx';
import { type StepFrame, StepPage } from './frame.page.tsx';

export interface TypedBank extends TypedAccount {
  /** Of a member; '' : somebody outside. */
  payee: string;
}

interface Props extends StepFrame {
  members: readonly { id: string; name: string }[];
  typed: TypedBank;
  accept: string;
  /** Where the bank's paper is read. */
  paper: string | null;
}

/** Fourth step: who is paid, and where. What was typed once is never shown again but by its last four signs. */
export function BankPage({ members, typed, accept, paper, ...frame }: Props) {
  const { request, problems } = frame;
  return (
    <StepPage step="bank" {...frame}>
      {request.hasBank && (
        <Notice tone="info">{m.requests_bank_kept({ last4: request.ibanLast4 })}</Notice>
      )}
      <Form action={urls.requestBank({ request: String(request.number) })} upload>
        <Hidden name="version" value={request.version} />
        <Select
          name="payee"
          label={m.requests_bank_payee()}
          hint={m.requests_bank_payee_hint()}
          value={typed.payee}
          empty={m.requests_bank_payee_other()}
          options={members.map(({ id, name }) => ({ value: id, label: name }))}
          problems={problems}
        />
        <BankFields typed={typed} problems={problems} required={false} />
        <FileField
          name="file"
          label={m.requests_bank_file()}
          hint={
            paper ? (
              <>
                {m.requests_document_file_hint()} {m.requests_bank_file_kept()}
              </>
            ) : (
              m.requests_document_file_hint()
            )
          }
          accept={accept}
          problems={problems}
        />
        {paper && (
          <p>
            <a href={paper}>{m.requests_desk_rib()}</a>
          </p>
        )}
        <SaveButtons />
      </Form>
    </StepPage>
  );
}
