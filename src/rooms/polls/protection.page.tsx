import * as m from '../../paraglide/messages.js';
import { Section } from '../../ui/layout.tsx';

/** What profile P1 protects and what it does not, in plain words (integrity part 0, point 2). */
export function Protection({ manifestHash }: { manifestHash: string }) {
  return (
    <Section title={m.polls_protects_title()} id="protection">
      <div class="prose">
        <h3>{m.polls_protects_yes_title()}</h3>
        <ul>
          <li>{m.polls_protects_1()}</li>
          <li>{m.polls_protects_2()}</li>
          <li>{m.polls_protects_3()}</li>
        </ul>
        <h3>{m.polls_protects_no_title()}</h3>
        <ul>
          <li>{m.polls_protects_not_1()}</li>
          <li>{m.polls_protects_not_2()}</li>
          <li>{m.polls_protects_not_3()}</li>
        </ul>
        <p>
          {m.polls_manifest_words()} <code translate={false}>{manifestHash}</code>
        </p>
      </div>
    </Section>
  );
}
