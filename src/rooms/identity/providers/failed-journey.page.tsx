import * as m from '../../../paraglide/messages.js';
import { ButtonLink } from '../../../ui/form.tsx';
import { Column } from '../../../ui/layout.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';

/** Why somebody came back from a provider with nothing in hand. */
export type JourneyFailure = 'provider-down' | 'answer-refused' | 'expired';

const words: Record<
  JourneyFailure,
  { title: (names: { name: string }) => string; words: (names: { name: string }) => string }
> = {
  'provider-down': { title: m.providers_down_title, words: m.providers_down },
  'answer-refused': { title: m.providers_refused_title, words: m.providers_refused },
  expired: { title: () => m.providers_expired_title(), words: () => m.providers_expired() },
};

export const journeyTitle = (failure: JourneyFailure, name: string): string =>
  words[failure].title({ name });

interface Props {
  failure: JourneyFailure;
  provider: string;
  /** Where to begin again, or otherwise. */
  retry: string;
}

export function FailedJourneyPage({ failure, provider, retry }: Props) {
  return (
    <Column>
      <PageHeader
        title={journeyTitle(failure, provider)}
        lead={words[failure].words({ name: provider })}
        actions={<ButtonLink href={retry}>{m.providers_back()}</ButtonLink>}
      />
    </Column>
  );
}
