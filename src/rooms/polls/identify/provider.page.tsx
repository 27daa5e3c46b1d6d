import * as m from '../../../paraglide/messages.js';
import { ButtonLink } from '../../../ui/form.tsx';
import { Actions } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';

/** The providers that the organisation offers, each a way there and back. */
export function ProviderChoice(props: {
  providers: readonly { name: string; href: string }[];
  points: string;
}) {
  if (props.providers.length === 0)
    return (
      <Notice>
        <p>{m.identify_provider_none()}</p>
        <p>
          <a href={props.points}>{m.identify_desk_points()}</a>
        </p>
      </Notice>
    );
  return (
    <Actions>
      {props.providers.map(({ name, href }) => (
        <ButtonLink key={href} href={href} size="large">
          {m.identify_provider_with({ name })}
        </ButtonLink>
      ))}
    </Actions>
  );
}
