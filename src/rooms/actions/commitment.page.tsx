import * as m from '../../paraglide/messages.js';
import { Checkbox } from '../../ui/choices.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { TextArea } from '../../ui/field.tsx';
import {
  ButtonForm,
  ErrorSummary,
  Fieldset,
  Form,
  type Problems,
  SubmitButton,
} from '../../ui/form.tsx';
import { formatNumber } from '../../ui/format.ts';
import { Column, Section } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Prose } from '../../ui/text.tsx';
import { urls } from '../../urls.ts';
import type { Fund } from '../funds/index.ts';
import type { Group } from '../groups/index.ts';
import type { Action } from './action.ts';
import { actionSegment } from './action-address.ts';
import { COMMITMENT_LENGTHS, type Commitment } from './commitment.ts';

export interface TypedCommitment {
  promised: boolean;
  adaptation: string;
  from: TypedDay;
  to: TypedDay;
}
export interface TypedDay {
  day: string;
  month: string;
  year: string;
}

interface Props {
  fund: Fund;
  action: Action;
  group: Group;
  /** null: the group is not committed yet. */
  commitment: Commitment | null;
  typed: TypedCommitment;
  problems: Problems;
}

/** Where a group promises to do the action where it lives, or changes what it said (R15, R27). */
export function CommitmentPage({ fund, action, group, commitment, typed, problems }: Props) {
  const at = { fund: fund.slug, action: actionSegment(action), group: group.slug };
  const counts = fund.countProposer || group.id !== action.groupId;
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={commitmentTitle(commitment)}
        kicker={<bdi>{group.name}</bdi>}
        lead={<bdi>{action.title}</bdi>}
        breadcrumb={[
          { label: m.commit_catalogue_title(), href: urls.fundActions({ fund: fund.slug }) },
          { label: action.title, href: urls.fundAction(at) },
        ]}
      />
      {!commitment && <p>{m.commit_is_a_promise({ threshold: formatNumber(fund.threshold) })}</p>}
      {!counts && <Notice tone="info">{m.commit_proposer_not_counted()}</Notice>}
      <Section title={m.commit_guide()} level={2}>
        <Prose text={action.reproduction} />
      </Section>
      <Form action={urls.actionCommitment(at)}>
        <TextArea
          name="adaptation"
          label={m.commit_adaptation()}
          hint={m.commit_adaptation_hint()}
          value={typed.adaptation}
          limit={COMMITMENT_LENGTHS.adaptation}
          rows={6}
          problems={problems}
        />
        <Fieldset legend={m.commit_period()} hint={m.commit_period_hint()} id="periode">
          <DateField
            name="debut"
            label={m.commit_period_from()}
            value={typed.from}
            problems={problems}
          />
          <DateField name="fin" label={m.commit_period_to()} value={typed.to} problems={problems} />
        </Fieldset>
        {!commitment && (
          <Checkbox
            name="promesse"
            value="oui"
            label={m.commit_promise({ group: group.name })}
            checked={typed.promised}
            problems={problems}
            required
          />
        )}
        <SubmitButton icon="check">{commitment ? m.commit_save() : m.commit_commit()}</SubmitButton>
      </Form>
      {commitment && commitment.doneOn.length === 0 && (
        <Section title={m.commit_withdraw()}>
          <p>
            {action.state === 'published' ? m.commit_withdraw_before() : m.commit_withdraw_after()}
          </p>
          <ButtonForm kind="danger" action={urls.actionCommitmentWithdraw(at)}>
            {m.commit_withdraw()}
          </ButtonForm>
        </Section>
      )}
    </Column>
  );
}

export const commitmentTitle = (commitment: Commitment | null): string =>
  commitment ? m.commit_change() : m.commit_title();
