import * as m from '../../../paraglide/messages.js';
import { Field } from '../../../ui/field.tsx';
import { ButtonForm, ErrorSummary, Form, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { formatDate } from '../../../ui/format.ts';
import { Actions, Section } from '../../../ui/layout.tsx';
import { EmptyState, List } from '../../../ui/list.tsx';
import { OfficialBadge } from '../../../ui/official-badge.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import { PersonLink } from '../public/person-link.page.tsx';
import type { GivingRefusal } from './official.store.ts';
import { type LabelProblem, LONGEST_LABEL, type OfficialAccount } from './official.ts';

export const OFFICIAL_FIELDS = { nickname: 'surnom', label: 'intitule' } as const;

export const labelWords: Record<LabelProblem | GivingRefusal | 'nobody', () => string> = {
  'label-missing': m.profiles_problem_label,
  'label-too-long': () => m.profiles_problem_too_long({ max: LONGEST_LABEL }),
  'label-unreadable': m.profiles_problem_label_unreadable,
  'label-is-nickname': m.profiles_problem_label_nickname,
  'has-another': m.profiles_problem_label_another,
  nobody: m.profiles_problem_nobody,
};

interface OfficialsPageProps {
  holding: readonly OfficialAccount[];
  former: readonly OfficialAccount[];
  nicknames: ReadonlyMap<string, string>;
  typed: { nickname: string; label: string };
  problems: Problems;
}

export function OfficialsPage({ holding, former, nicknames, typed, problems }: OfficialsPageProps) {
  const nameOf = ({ personId }: OfficialAccount) => nicknames.get(personId) ?? '';
  const day = (at: Date) => formatDate(at, 'day');
  return (
    <>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.profiles_officials_title()}
        lead={m.profiles_officials_lead()}
        breadcrumb={[{ label: m.spaces_office(), href: urls.admin() }]}
      />
      {holding.length === 0 ? (
        <EmptyState icon="shield" title={m.profiles_officials_none_title()}>
          <p>{m.profiles_officials_none()}</p>
        </EmptyState>
      ) : (
        <List>
          {holding.map((one) => (
            <div key={one.id} class="office-step">
              <p>
                <PersonLink nickname={nameOf(one)} /> <OfficialBadge label={one.label} />
              </p>
              <p class="hint">{m.profiles_officials_since({ day: day(one.givenAt) })}</p>
              <ButtonForm
                action={urls.endOfficialAccount({ account: one.id })}
                kind="quiet"
                size="small"
                icon="delete"
                about={one.label}
              >
                {m.profiles_officials_end()}
              </ButtonForm>
            </div>
          ))}
        </List>
      )}
      <Section title={m.profiles_officials_give()} lead={m.profiles_officials_give_lead()}>
        <Form action={urls.officialAccounts()}>
          <Field
            name={OFFICIAL_FIELDS.nickname}
            label={m.profiles_officials_nickname()}
            value={typed.nickname}
            problems={problems}
            width="medium"
            required
          />
          <Field
            name={OFFICIAL_FIELDS.label}
            label={m.profiles_officials_label()}
            hint={m.profiles_officials_label_hint()}
            value={typed.label}
            problems={problems}
            required
          />
          <Actions>
            <SubmitButton size="large">{m.profiles_officials_submit()}</SubmitButton>
          </Actions>
        </Form>
      </Section>
      {former.length > 0 && (
        <Section title={m.profiles_officials_former()}>
          <List>
            {former.map((one) => (
              <p key={one.id}>
                <bdi>{one.label}</bdi> · <bdi>{nameOf(one)}</bdi> ·{' '}
                {m.profiles_officials_from_to({
                  from: day(one.givenAt),
                  to: day(one.endedAt ?? one.givenAt),
                })}
              </p>
            ))}
          </List>
        </Section>
      )}
    </>
  );
}
