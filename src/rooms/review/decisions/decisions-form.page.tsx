import type { ComponentChildren } from 'preact';
import * as m from '../../../paraglide/messages.js';
import { ButtonLink, Hidden } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import type { DecisionsProps } from './decisions.page.tsx';

/** What can be done to the ideas of a list, chosen one by one or all that the filter leaves. */
export function Choosing(props: DecisionsProps & { children: ComponentChildren }) {
  const { edition, state, asked, total, frozen, children } = props;
  const at = { edition: edition.slug };
  if (frozen || state === 'published') return <>{children}</>;
  if (state === 'to-decide') return props.mayDecide ? <Deciding {...props} /> : children;
  if (!props.mayPrepare) return <>{children}</>;
  const isPreparing = state === 'to-prepare';
  const action = isPreparing ? urls.adminPrepareDecisions : urls.adminPublishDecisions;
  return (
    <form class="stack" method="get" action={action(at)}>
      {children}
      <p class="actions">
        <button type="submit" class="button button-secondary">
          <span>{isPreparing ? m.decide_prepare_chosen() : m.decide_publish_chosen()}</span>
        </button>
        <ButtonLink href={action(at, { ...asked, tous: 'oui' })}>
          {isPreparing
            ? m.decide_prepare_all({ count: total })
            : m.decide_publish_all({ count: total })}
        </ButtonLink>
      </p>
    </form>
  );
}

function Deciding({
  edition,
  asked,
  total,
  readAt,
  children,
}: DecisionsProps & { children: ComponentChildren }) {
  return (
    <form class="stack" method="post" action={urls.adminDecide({ edition: edition.slug })}>
      <Hidden name="lu" value={readAt} />
      {Object.entries(asked).map(
        ([name, value]) => value && <Hidden key={name} name={name} value={value} />,
      )}
      {children}
      <p class="hint">{m.decide_deciding_words()}</p>
      <p class="actions">
        <button type="submit" class="button button-secondary">
          <span>{m.decide_decide_chosen()}</span>
        </button>
        <button type="submit" class="button button-primary" name="tous" value="oui">
          <span>{m.decide_decide_all({ count: total })}</span>
        </button>
      </p>
    </form>
  );
}
