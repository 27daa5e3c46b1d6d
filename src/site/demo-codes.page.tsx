import * as m from '../paraglide/messages.js';
import { ButtonLink } from '../ui/form.tsx';
import { Actions, Column } from '../ui/layout.tsx';
import { EmptyState } from '../ui/list.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Table } from '../ui/table.tsx';
import { urls } from '../urls.ts';

export interface DemoCode {
  email: string;
  /** Six digits. */
  code: string;
}

export function DemoCodesPage({ codes }: { codes: readonly DemoCode[] }) {
  return (
    <Column>
      <PageHeader title={m.factor_demo_title()} lead={m.factor_demo_lead()} />
      {codes.length === 0 ? (
        <EmptyState icon="lock" title={m.factor_demo_empty_title()}>
          {m.factor_demo_empty()}
        </EmptyState>
      ) : (
        <>
          <Table
            caption={m.factor_demo_title()}
            captionHidden
            columns={[
              { key: 'person', label: m.factor_demo_person() },
              { key: 'code', label: m.factor_demo_code(), numeric: true },
            ]}
            rows={codes.map(({ email, code }) => ({
              person: email,
              code: <strong>{code}</strong>,
            }))}
          />
          <p class="hint">{m.factor_demo_wait()}</p>
          <Actions>
            <ButtonLink kind="secondary" href={urls.demoCodes()}>
              {m.factor_demo_reload()}
            </ButtonLink>
          </Actions>
        </>
      )}
    </Column>
  );
}
