import * as m from '../../paraglide/messages.js';
import { formatDate } from '../../ui/format.ts';
import { Section } from '../../ui/layout.tsx';
import { List } from '../../ui/list.tsx';
import { StateBadge } from '../../ui/tag.tsx';
import { Prose } from '../../ui/text.tsx';
import { urls } from '../../urls.ts';
import { nameCounty } from '../groups/index.page.ts';
import type { Group } from '../groups/index.ts';
import type { Action } from './action.ts';
import { type Commitment, stateOfCommitment } from './commitment.ts';
import { commitmentStates } from './commitment-words.page.tsx';

interface Props {
  action: Action;
  commitments: readonly Commitment[];
  groups: ReadonlyMap<string, Group>;
}

/** Groups that are committed, in the order of commitment: what they do otherwise, and when (R15). */
export function CommittedGroups({ action, commitments, groups }: Props) {
  return (
    <Section title={m.commit_groups()} id="groupes" lead={m.commit_groups_lead()}>
      {commitments.length === 0 ? (
        <p>{m.commit_groups_none()}</p>
      ) : (
        <List look="rows" label={m.commit_groups()}>
          {commitments.map((commitment) => {
            const group = groups.get(commitment.groupId);
            const state = commitmentStates[stateOfCommitment(commitment)];
            return (
              <div key={commitment.id}>
                <p>
                  {group && (
                    <strong>
                      <a href={urls.group({ group: group.slug })}>
                        <bdi>{group.name}</bdi>
                      </a>
                    </strong>
                  )}{' '}
                  <StateBadge tone={state.tone}>{state.words()}</StateBadge>
                  <br />
                  <span class="hint">
                    {[
                      ...(group?.county ? [nameCounty(group.county)] : []),
                      ...(commitment.groupId === action.groupId ? [m.commit_proposes()] : []),
                      ...sayPeriod(commitment),
                    ].join(' · ')}
                  </span>
                </p>
                {commitment.adaptation && <Prose text={commitment.adaptation} />}
              </div>
            );
          })}
        </List>
      )}
    </Section>
  );
}

/** The middle of a day, so that it is that day in Paris. */
export const noonOf = (day: string): Date => new Date(`${day}T12:00:00Z`);

/** « du 3 au 12 mai 2027 » ; nothing where no period is planned. */
export function sayPeriod({
  plannedFrom,
  plannedTo,
}: Pick<Commitment, 'plannedFrom' | 'plannedTo'>): string[] {
  if (plannedFrom === null || plannedTo === null) return [];
  const until = formatDate(noonOf(plannedTo), 'day');
  if (plannedFrom === plannedTo) return [m.commit_planned_on({ day: until })];
  return [m.commit_planned({ from: formatDate(noonOf(plannedFrom), 'day'), until })];
}
