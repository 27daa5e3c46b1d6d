import * as m from '../../paraglide/messages.js';
import { formatDate } from '../../ui/format.ts';
import { List } from '../../ui/list.tsx';
import { StateBadge } from '../../ui/tag.tsx';
import { urls } from '../../urls.ts';
import { roleWords, standingOf, standingTones, standingWords } from './group-words.page.ts';
import type { OwnGroup } from './own-groups.store.ts';

/** The reader's own groups, on their page: what they are there, how the group stands, who knocks. */
export function OwnGroupLines({ groups }: { groups: readonly OwnGroup[] }) {
  return (
    <List label={m.groups_own_groups()}>
      {groups.map((group) => {
        const standing = standingOf(group);
        const at = { group: group.slug };
        return (
          <p key={group.id}>
            <a href={urls.group(at)}>
              <bdi>{group.name}</bdi>
            </a>{' '}
            <StateBadge tone={standingTones[standing]}>{standingWords[standing]()}</StateBadge>
            <br />
            <span class="hint">
              {m.groups_own_role({ role: roleWords[group.role]() })}
              {group.isTreasurer && <> {m.groups_own_treasurer()}</>}
            </span>
            {group.losesAt && (
              <>
                <br />
                <a href={urls.groupCertification(at)}>
                  {m.groups_own_loses({ date: formatDate(group.losesAt) })}
                </a>
              </>
            )}
            {group.requests > 0 && (
              <>
                <br />
                <a href={urls.groupMembers(at)}>
                  {m.groups_own_requests({ count: group.requests })}
                </a>
              </>
            )}
          </p>
        );
      })}
    </List>
  );
}
