import * as m from '../../../paraglide/messages.js';
import { Stat, Stats } from '../../../ui/charts.tsx';
import { Field, TextArea } from '../../../ui/field.tsx';
import { ErrorSummary, Form, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { formatMoney } from '../../../ui/format.ts';
import { Section, Split, Stack } from '../../../ui/layout.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import { AccountLines } from './account-lines.page.tsx';
import { deskCrumbs } from './crumbs.page.ts';
import { LENGTHS } from './donation.ts';
import type { HolderNames } from './donations.page.tsx';
import type { AccountLine } from './solidarity.ts';
import { TowardFields } from './toward-fields.page.tsx';

export interface TypedGift {
  toward: string;
  name: string;
  amount: string;
  reason: string;
}

interface Props {
  balance: number;
  lines: readonly AccountLine[];
  next: number | null;
  names: HolderNames;
  typed: TypedGift;
  problems: Problems;
}

/** The solidarity fund: what it holds, a gift from it, and its entries. */
export function SolidarityPage({ balance, lines, next, names, typed, problems }: Props) {
  return (
    <Stack>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.donations_solidarity()}
        lead={m.donations_solidarity_lead()}
        breadcrumb={deskCrumbs()}
      />
      <Stats>
        <Stat value={formatMoney(balance)} label={m.donations_solidarity_balance()} />
      </Stats>
      <Split
        aside={
          <Section title={m.donations_give()}>
            {balance === 0 ? (
              <p>{m.donations_give_nothing()}</p>
            ) : (
              <Form action={urls.solidarity()}>
                <TowardFields toward={typed.toward} name={typed.name} problems={problems} />
                <Field
                  name="montant"
                  label={m.donations_amount()}
                  value={typed.amount}
                  suffix="€"
                  inputMode="decimal"
                  width="short"
                  required
                  problems={problems}
                />
                <TextArea
                  name="motif"
                  label={m.donations_reason()}
                  limit={LENGTHS.reason}
                  rows={3}
                  value={typed.reason}
                  required
                  problems={problems}
                />
                <SubmitButton>{m.donations_give_now()}</SubmitButton>
              </Form>
            )}
          </Section>
        }
      >
        <Section title={m.donations_lines()}>
          <AccountLines
            title={m.donations_lines()}
            lines={lines}
            names={names}
            nextHref={next === null ? undefined : urls.solidarity({ apres: next })}
          />
        </Section>
      </Split>
    </Stack>
  );
}
