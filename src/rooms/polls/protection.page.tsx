import * as m from '../../paraglide/messages.js';
import { Section } from '../../ui/layout.tsx';
import type { Poll } from './poll.ts';

interface ProtectionWords {
  title: () => string;
  yes: readonly (() => string)[];
  no: readonly (() => string)[];
}

const wordsOf: Record<Poll['profile'], ProtectionWords> = {
  P0: {
    title: m.public_protects_title,
    yes: [m.public_protects_1, m.public_protects_2, m.public_protects_3],
    no: [
      m.public_protects_not_1,
      m.public_protects_not_2,
      m.public_protects_not_3,
      m.public_protects_not_4,
    ],
  },
  P1: {
    title: m.polls_protects_title,
    yes: [m.polls_protects_1, m.polls_protects_2, m.polls_protects_3],
    no: [m.polls_protects_not_1, m.polls_protects_not_2, m.polls_protects_not_3],
  },
  P2: {
    title: m.sealed_protects_title,
    yes: [m.sealed_protects_1, m.sealed_protects_2, m.sealed_protects_3],
    no: [
      m.sealed_protects_not_1,
      m.sealed_protects_not_2,
      m.sealed_protects_not_3,
      m.sealed_protects_not_4,
    ],
  },
};

/** What a poll's profile protects and what it does not, in plain words (integrity part 0, point 2). */
export function Protection({ poll }: { poll: Pick<Poll, 'profile' | 'manifestHash'> }) {
  const { title, yes, no } = wordsOf[poll.profile];
  return (
    <Section title={title()} id="protection">
      <div class="prose">
        <h3>{m.polls_protects_yes_title()}</h3>
        <ul>
          {yes.map((say) => (
            <li key={say()}>{say()}</li>
          ))}
        </ul>
        <h3>{m.polls_protects_no_title()}</h3>
        <ul>
          {no.map((say) => (
            <li key={say()}>{say()}</li>
          ))}
        </ul>
        <p>
          {m.polls_manifest_words()} <code translate={false}>{poll.manifestHash}</code>
        </p>
      </div>
    </Section>
  );
}
