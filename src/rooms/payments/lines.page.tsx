import * as m from '../../paraglide/messages.js';
import { Field, Select } from '../../ui/field.tsx';
import {
  ButtonLink,
  ErrorSummary,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../ui/form.tsx';
import { formatMoney } from '../../ui/format.ts';
import { Panel, Stack } from '../../ui/layout.tsx';
import { EmptyState } from '../../ui/list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Money } from '../../ui/text.tsx';
import { urls } from '../../urls.ts';
import type { StatementLine } from './line.store.ts';
import type { Awaited } from './matching.ts';
import { sayDay } from './words.page.ts';

/** A movement that nobody has told apart yet, with what it may be. */
interface OpenLine {
  line: StatementLine;
  suggested: Awaited | null;
  possible: readonly Awaited[];
}

interface Props {
  lines: readonly OpenLine[];
  all: number;
  /** The movement whose form came back, and what was typed. */
  at: string;
  reason: string;
  problems: Problems;
}

/** Movements to tell apart: a suggestion to confirm, a payment to name, or a reason to put it aside. */
export function LinesPage({ lines, all, at, reason, problems }: Props) {
  return (
    <Stack>
      <ErrorSummary
        problems={problems}
        ids={{ motif: `motif-${at}`, paiement: `paiement-${at}` }}
      />
      <PageHeader
        title={m.payments_lines_title()}
        {...(all > 0 && { lead: m.payments_lines_lead({ count: all }) })}
        breadcrumb={[
          { label: m.ledger_title(), href: urls.finances() },
          { label: m.payments_title(), href: urls.transfers() },
          { label: m.payments_statements_title(), href: urls.bankStatements() },
        ]}
      />
      {lines.length === 0 && (
        <EmptyState icon="success" title={m.payments_lines_none()}>
          <p>
            <ButtonLink kind="secondary" href={urls.bankStatements()}>
              {m.payments_import_title()}
            </ButtonLink>
          </p>
        </EmptyState>
      )}
      {lines.map((one) => (
        <LinePanel
          key={one.line.id}
          {...one}
          reason={one.line.id === at ? reason : ''}
          problems={one.line.id === at ? problems : {}}
        />
      ))}
    </Stack>
  );
}

function LinePanel({
  line,
  suggested,
  possible,
  reason,
  problems,
}: OpenLine & { reason: string; problems: Problems }) {
  const at = { line: line.id };
  const about = `${sayDay(line.day)}, ${formatMoney(line.amount)}`;
  return (
    <Panel>
      <h2 class="title-4">
        {sayDay(line.day)}, <Money cents={line.amount} />
      </h2>
      <p>
        <bdi>{line.words || m.payments_line_wordless()}</bdi>
      </p>
      {line.returned && <p>{m.payments_line_returned()}</p>}
      {suggested ? (
        <Form action={urls.bankLineMatch(at)} label={m.payments_line_confirm_for({ line: about })}>
          <p>
            {m.payments_line_suggested()} <strong>{sayAwaited(suggested)}</strong>
          </p>
          <Hidden name="paiement" value={suggested.id} />
          <SubmitButton icon="check" about={about}>
            {m.payments_line_confirm()}
          </SubmitButton>
        </Form>
      ) : (
        possible.length > 0 && (
          <Form action={urls.bankLineMatch(at)} label={m.payments_line_choose_for({ line: about })}>
            <Select
              name="paiement"
              id={`paiement-${line.id}`}
              label={m.payments_line_choose()}
              options={possible.map((one) => ({ value: one.id, label: sayAwaited(one) }))}
              empty
              problems={problems}
            />
            <SubmitButton about={about}>{m.payments_line_confirm()}</SubmitButton>
          </Form>
        )
      )}
      <Form action={urls.bankLineAside(at)} label={m.payments_line_aside_for({ line: about })}>
        <Field
          name="motif"
          id={`motif-${line.id}`}
          label={m.payments_line_reason()}
          hint={m.payments_line_reason_hint()}
          value={reason}
          problems={problems}
        />
        <SubmitButton kind="secondary" about={about}>
          {m.payments_line_put_aside()}
        </SubmitButton>
      </Form>
    </Panel>
  );
}

const sayAwaited = ({ endToEndId, label }: Awaited): string => `${label} (${endToEndId})`;
