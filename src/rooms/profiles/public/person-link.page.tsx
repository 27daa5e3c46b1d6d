import type { ComponentChildren } from 'preact';
import * as m from '../../../paraglide/messages.js';
import { OfficialBadge } from '../../../ui/official-badge.tsx';
import { urls } from '../../../urls.ts';
import { sayNickname } from '../../identity/index.page.ts';

interface PersonLinkProps {
  /** '' or null: no public name. */
  nickname: string | null;
  /** What is said of them; the nickname itself unless given. */
  children?: ComponentChildren;
  /** Under which label they speak; none: for themselves. */
  official?: string | null | undefined;
}

/** Somebody's name, leading to what they did in public (R135); of nobody who has no public name, nor of an erased account. */
export function PersonLink({ nickname, children, official }: PersonLinkProps) {
  const name = nickname === null ? '' : sayNickname(nickname);
  const words = children ?? name;
  const isNamed = name !== '' && name !== m.personal_erased_name();
  return (
    <>
      <bdi>{isNamed ? <a href={urls.publicProfile({ person: name })}>{words}</a> : words}</bdi>
      {official && (
        <>
          {' '}
          <OfficialBadge label={official} />
        </>
      )}
    </>
  );
}
