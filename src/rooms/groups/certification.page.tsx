import * as m from '../../paraglide/messages.js';
import { Checkbox } from '../../ui/choices.tsx';
import { ErrorSummary, Form, type Problems, SubmitButton } from '../../ui/form.tsx';
import { formatDate } from '../../ui/format.ts';
import { Panel, Section, Stack } from '../../ui/layout.tsx';
import { List } from '../../ui/list.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { StateBadge } from '../../ui/tag.tsx';
import { Prose } from '../../ui/text.tsx';
import { urls } from '../../urls.ts';
import type { Assessed, CertificationAct } from './certification.ts';
import { History } from './group.page.tsx';
import type { Group } from './group.ts';
import {
  criterionWords,
  figureWords,
  remedyWords,
  standingOf,
  standingTones,
  standingWords,
} from './group-words.page.ts';
import type { GroupRight } from './membership.ts';

interface Props {
  group: Group;
  right: GroupRight;
  assessed: readonly Assessed[];
  charter: string;
  acts: readonly CertificationAct[];
  problems: Problems;
}

/** Each criterion with how the group stands; the request, for a lead; the history. */
export function CertificationPage({ group, right, assessed, charter, acts, problems }: Props) {
  const at = { group: group.slug };
  const standing = standingOf(group);
  const isReady = assessed.every(({ isMet }) => isMet);
  return (
    <Stack>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.groups_certification_title()}
        lead={m.groups_certification_lead()}
        breadcrumb={[
          { label: m.groups_title(), href: urls.groups() },
          { label: group.name, href: urls.group(at) },
        ]}
        meta={<StateBadge tone={standingTones[standing]}>{standingWords[standing]()}</StateBadge>}
      />
      {group.losesAt && (
        <Notice tone="warning" title={m.groups_warned_title()}>
          <p>{m.groups_warned_words({ date: formatDate(group.losesAt) })}</p>
        </Notice>
      )}
      <Section title={m.groups_criteria()}>
        <CriteriaLines assessed={assessed} />
      </Section>
      {right.leads && standing === 'none' && (
        <Panel tone="brand" title={m.groups_request_title()}>
          {isReady ? (
            <Form action={urls.groupCertification(at)}>
              <Prose text={charter} />
              <Checkbox name="charte" label={m.groups_charter_accept()} problems={problems} />
              <SubmitButton>{m.groups_request()}</SubmitButton>
            </Form>
          ) : (
            <p>{m.groups_request_not_yet()}</p>
          )}
        </Panel>
      )}
      {standing === 'requested' && <p>{m.groups_request_waiting()}</p>}
      <Section title={m.groups_history()} lead={m.groups_history_lead()}>
        <History acts={acts} />
      </Section>
    </Stack>
  );
}

/** « Rempli » or not, with its figure and what to do. */
export function CriteriaLines({ assessed }: { assessed: readonly Assessed[] }) {
  if (assessed.length === 0) return <p>{m.groups_criteria_none()}</p>;
  return (
    <List label={m.groups_criteria()}>
      {assessed.map(({ criterion, needed, figure, isMet, names }) => (
        <p key={criterion}>
          <StateBadge tone={isMet ? 'success' : 'warning'}>
            {isMet ? m.groups_met() : m.groups_unmet()}
          </StateBadge>{' '}
          <strong>{criterionWords[criterion]({ count: needed })}</strong>
          <br />
          {figureWords[criterion]({ count: figure })}
          {names.length > 0 && (
            <>
              {' '}
              <bdi>({names.join(', ')})</bdi>
            </>
          )}
          {!isMet && <> {remedyWords[criterion]()}</>}
        </p>
      ))}
    </List>
  );
}
