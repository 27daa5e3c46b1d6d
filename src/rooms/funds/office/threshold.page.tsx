import * as m from '../../../paraglide/messages.js';
import { Field, TextArea } from '../../../ui/field.tsx';
import { ErrorSummary, Form, Hidden, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { formatMoney, formatPercent } from '../../../ui/format.ts';
import { Column, Section } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import { type Fund, LENGTHS } from '../fund.ts';
import type { ShownMoney } from '../money.page.tsx';
import type { ThresholdChange } from '../threshold.ts';
import { ThresholdHistory } from '../threshold-history.page.tsx';

interface Props {
  fund: Fund;
  money: ShownMoney;
  suggested: number;
  changes: readonly ThresholdChange[];
  nicknames: ReadonlyMap<string, string>;
  typed: { threshold: string; reason: string };
  problems: Problems;
}

/** Changes the threshold, with a reason that everybody reads (R18). */
export function ThresholdPage(props: Props) {
  const { fund, money, suggested, typed, problems } = props;
  const at = { fund: fund.slug };
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.funds_threshold_title({ name: fund.name })}
        lead={m.funds_threshold_now({ count: fund.threshold })}
        breadcrumb={[
          { label: m.site_nav_admin(), href: urls.admin() },
          { label: m.funds_office_title(), href: urls.adminFunds() },
          { label: fund.name, href: urls.adminFund(at) },
        ]}
      />
      {money.endowed > 0 && (
        <Notice
          tone="info"
          title={
            suggested === fund.threshold
              ? m.funds_threshold_suggested_same()
              : m.funds_threshold_suggested({ count: suggested })
          }
        >
          <p>
            {m.funds_threshold_remains({
              remaining: formatMoney(money.remaining),
              endowed: formatMoney(money.endowed),
              percent: formatPercent(money.remaining / money.endowed),
            })}{' '}
            {m.funds_threshold_never()}
          </p>
        </Notice>
      )}
      <Form action={urls.adminFundThreshold(at)}>
        <Hidden name="version" value={fund.version} />
        <Field
          name="seuil"
          label={m.funds_threshold_new()}
          hint={m.funds_threshold_effects()}
          value={typed.threshold}
          inputMode="numeric"
          width="short"
          problems={problems}
          required
        />
        <TextArea
          name="motif"
          label={m.funds_threshold_reason()}
          hint={m.funds_threshold_reason_hint()}
          value={typed.reason}
          limit={LENGTHS.reason}
          rows={4}
          problems={problems}
          required
        />
        <SubmitButton size="large">{m.funds_threshold_submit()}</SubmitButton>
      </Form>
      <Section title={m.funds_threshold_history()}>
        <ThresholdHistory {...props} />
      </Section>
    </Column>
  );
}
