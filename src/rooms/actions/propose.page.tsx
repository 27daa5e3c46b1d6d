import * as m from '../../paraglide/messages.js';
import { Checkboxes, Radios } from '../../ui/choices.tsx';
import { ButtonLink, ErrorSummary, Form, type Problems, SubmitButton } from '../../ui/form.tsx';
import { Column } from '../../ui/layout.tsx';
import { EmptyState } from '../../ui/list.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { urls } from '../../urls.ts';
import type { Fund } from '../funds/index.ts';
import type { OwnGroup } from '../groups/index.ts';
import { CRITERIA } from './action.ts';
import { criterionExamples, criterionHelps, criterionWords } from './action-words.page.ts';

interface Props {
  fund: Fund;
  isOpen: boolean;
  /** Those that the reader leads or manages. */
  groups: readonly OwnGroup[];
  typed: { group: string; criteria: readonly string[] };
  problems: Problems;
}

/** R4: the five criteria come first, each with its help and an example; then which group proposes (R3). */
export function ProposePage({ fund, isOpen, groups, typed, problems }: Props) {
  const certified = groups.filter(({ certifiedAt }) => certifiedAt !== null);
  const others = groups.filter(({ certifiedAt }) => certifiedAt === null);
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.propose_title()}
        lead={m.propose_lead()}
        breadcrumb={[
          { label: m.funds_title(), href: urls.funds() },
          { label: fund.name, href: urls.fund({ fund: fund.slug }) },
        ]}
      />
      {!isOpen && (
        <Notice tone="warning" title={m.propose_closed_title()}>
          <p>{m.propose_closed_words()}</p>
        </Notice>
      )}
      {groups.length === 0 && <NoGroup />}
      {others.length > 0 && (certified.length === 0 || problems.groupe || problems.form) && (
        <Uncertified groups={others} />
      )}
      {isOpen && certified.length > 0 && (
        <Form action={urls.proposeAction({ fund: fund.slug })}>
          <Checkboxes
            name="criteres"
            label={m.propose_criteria()}
            hint={m.propose_criteria_hint()}
            values={[...typed.criteria]}
            problems={problems}
            required
            options={CRITERIA.map((criterion) => ({
              value: criterion,
              label: <strong>{criterionWords[criterion](fund.cap)}</strong>,
              hint: (
                <>
                  {criterionHelps[criterion]()}
                  <br />
                  {m.propose_example({ example: criterionExamples[criterion]() })}
                </>
              ),
            }))}
          />
          <Radios
            name="groupe"
            label={m.propose_group()}
            hint={m.propose_group_hint()}
            value={typed.group || (certified.length === 1 ? certified[0]!.slug : '')}
            problems={problems}
            required
            options={certified.map(({ slug, name }) => ({ value: slug, label: <bdi>{name}</bdi> }))}
          />
          <p class="hint">{m.propose_steps()}</p>
          <SubmitButton size="large">{m.propose_begin()}</SubmitButton>
        </Form>
      )}
    </Column>
  );
}

function NoGroup() {
  return (
    <EmptyState
      icon="citizens"
      title={m.propose_none_title()}
      actions={<ButtonLink href={urls.groups()}>{m.propose_none_see()}</ButtonLink>}
    >
      <p>{m.propose_none_words()}</p>
    </EmptyState>
  );
}

/** R3: why, and what to do about it. */
function Uncertified({ groups }: { groups: readonly OwnGroup[] }) {
  return (
    <Notice tone="warning" title={m.propose_uncertified_title()}>
      <p>{m.propose_uncertified_words()}</p>
      <ul>
        {groups.map(({ slug, name }) => (
          <li key={slug}>
            <a href={urls.groupCertification({ group: slug })}>
              {m.propose_uncertified_link({ group: name })}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
