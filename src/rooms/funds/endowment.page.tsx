import * as m from '../../paraglide/messages.js';
import { DateField } from '../../ui/date-field.tsx';
import { Field } from '../../ui/field.tsx';
import { ErrorSummary, Form, Hidden, type Problems, SubmitButton } from '../../ui/form.tsx';
import { formatMoney } from '../../ui/format.ts';
import { Panel, Section, Split, Stack } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { urls } from '../../urls.ts';
import type { Fund } from './fund.ts';
import { FundMoneyTable, type ShownMoney } from './money.page.tsx';

/** An amount as it was typed. */
export interface TypedEndowment {
  amount: string;
  words: string;
  day: { day: string; month: string; year: string };
  /** Made with the form: sent twice, it counts once. */
  once: string;
}

export type Way = 'endowed' | 'lowered';

interface Props {
  fund: Fund;
  money: ShownMoney;
  /** What stands in each of the two forms. */
  typed: Record<Way, TypedEndowment>;
  /** Of the form that was sent. */
  sent: Way | null;
  problems: Problems;
}

/** What the movement gives to a fund and takes back, for whoever keeps its accounts (R1). */
export function EndowmentPage(props: Props) {
  const { fund, money, problems } = props;
  const forms = (['endowed', 'lowered'] as const).filter(
    (way) => way === 'endowed' || money.remaining > 0,
  );
  return (
    <Stack>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.funds_endowment_title({ name: fund.name })}
        lead={m.funds_endowment_lead()}
        breadcrumb={[
          { label: m.funds_title(), href: urls.funds() },
          { label: fund.name, href: urls.fund({ fund: fund.slug }) },
        ]}
      />
      <Split
        aside={
          <Section title={m.funds_money()}>
            <FundMoneyTable money={money} />
          </Section>
        }
      >
        <Stack>
          {forms.map((way) => (
            <MoveForm key={way} {...props} way={way} />
          ))}
        </Stack>
      </Split>
    </Stack>
  );
}

function MoveForm({ fund, money, typed, sent, problems, way }: Props & { way: Way }) {
  const at = { fund: fund.slug };
  const own = sent === way ? problems : {};
  const said = typed[way];
  // two forms of a page have fields of the same kind: each its own names
  const name = (field: string) => fieldName(way, field);
  const gives = way === 'endowed';
  return (
    <Panel
      {...(gives && { tone: 'brand' as const })}
      title={gives ? m.funds_endow_title() : m.funds_lower_title()}
    >
      <p>
        {gives
          ? m.funds_endow_words()
          : m.funds_lower_words({ remaining: formatMoney(money.remaining) })}
      </p>
      <Form action={gives ? urls.fundEndowment(at) : urls.fundLowering(at)}>
        <Hidden name="cle" value={said.once} />
        <Field
          name={name('montant')}
          label={m.funds_amount()}
          value={said.amount}
          inputMode="decimal"
          width="medium"
          suffix="€"
          problems={own}
          required
        />
        <Field
          name={name('libelle')}
          label={m.funds_words()}
          hint={m.funds_words_hint()}
          value={said.words}
          problems={own}
          required
        />
        <DateField
          name={name('jour')}
          label={m.funds_day()}
          value={said.day}
          problems={own}
          required
        />
        <SubmitButton kind={gives ? 'primary' : 'secondary'}>
          {gives ? m.funds_endow() : m.funds_lower()}
        </SubmitButton>
      </Form>
    </Panel>
  );
}

export const fieldName = (way: Way, field: string): string =>
  way === 'endowed' ? field : `repris-${field}`;
