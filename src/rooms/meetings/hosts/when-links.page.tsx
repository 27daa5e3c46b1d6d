import * as m from '../../../paraglide/messages.js';

interface Props {
  when: 'coming' | 'past';
  href: (when: 'coming' | 'past') => string;
}

/** « À venir » and « Passés »: what is to come, and what was. */
export function WhenLinks({ when, href }: Props) {
  return (
    <nav aria-label={m.meetings_when_label()}>
      <p>
        {(['coming', 'past'] as const).map((one) => (
          <>
            {one === 'past' && ' · '}
            {one === when ? (
              <strong aria-current="true">
                {one === 'past' ? m.meetings_when_past() : m.meetings_when_coming()}
              </strong>
            ) : (
              <a href={href(one)}>
                {one === 'past' ? m.meetings_when_past() : m.meetings_when_coming()}
              </a>
            )}
          </>
        ))}
      </p>
    </nav>
  );
}
