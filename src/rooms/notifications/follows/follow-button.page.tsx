import * as m from '../../../paraglide/messages.js';
import { ButtonForm, ButtonLink } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import type { Following } from './following.ts';

interface Props extends Following {
  target: { kind: string; id: string };
  /** What is followed, said after the words of the button. */
  about: string;
  /** What one is told; every news unless said. */
  hint?: string;
}

/** To hear of a thing, or no more (R82). Signed out, the button leads to one's account, and back. */
export function FollowButton({ target, about, hint, followers, isFollowing, signedIn }: Props) {
  const at = { kind: target.kind, target: target.id };
  return (
    <>
      {!signedIn ? (
        <ButtonLink kind="secondary" icon="bell" href={urls.follow(at)} about={about}>
          {m.follow_button()}
        </ButtonLink>
      ) : isFollowing ? (
        <ButtonForm kind="secondary" icon="check" action={urls.unfollow(at)} about={about}>
          {m.follow_stop()}
        </ButtonForm>
      ) : (
        <ButtonForm kind="secondary" icon="bell" action={urls.follow(at)} about={about}>
          {m.follow_button()}
        </ButtonForm>
      )}
      <p class="hint">
        {hint ?? (isFollowing ? m.follow_followed_hint() : m.follow_hint())}{' '}
        {followers > 0 && m.follow_count({ count: followers })}
      </p>
    </>
  );
}
