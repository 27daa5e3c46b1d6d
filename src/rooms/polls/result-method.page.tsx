import * as m from '../../paraglide/messages.js';
import { formatList } from '../../ui/format.ts';
import { Section } from '../../ui/layout.tsx';
import { DescriptionList } from '../../ui/table.tsx';
import type { Manifest } from './poll.store.ts';
import type { Option, Poll } from './poll.ts';
import type { KeptResult } from './result.store.ts';
import { ballotWords, ruleWords, sayNumber, sayRanking, sayTieBreak } from './result-words.page.ts';

interface Props {
  poll: Poll;
  kept: KeptResult;
  manifest: Manifest;
  options: ReadonlyMap<string, Option>;
}

/** How it was counted, which ties were broken, and what it takes to count again. */
export function ResultMethod({ poll, kept, manifest, options }: Props) {
  const { result } = kept;
  return (
    <>
      <Section title={m.polls_result_method()}>
        <div class="prose">
          <p>{ballotWords[result.kind](poll.maximumChoices)}</p>
          <p>{ruleWords[result.rule].method(sayRanking(result.kind))}</p>
          <p>{m.polls_method_ties({ by: sayTieBreak(result.tieBreak) })}</p>
          <p>
            {result.fundUnsupported
              ? m.polls_method_unsupported_yes()
              : m.polls_method_unsupported_no()}
          </p>
        </div>
      </Section>
      <Section title={m.polls_result_ties()}>
        {result.ties.length === 0 ? (
          <p>{m.polls_result_ties_none()}</p>
        ) : (
          <div class="prose">
            <ul>
              {result.ties.map((tie) => (
                <li key={tie.options.join()}>
                  {m.polls_tie_line({
                    score:
                      tie.score === null
                        ? m.polls_tie_same_ratio()
                        : sayNumber(result.kind, tie.score),
                    projects: formatList(
                      tie.options.map((key) =>
                        m.polls_vote_about({ title: options.get(key)?.label ?? key }),
                      ),
                    ),
                    by: sayTieBreak(tie.by),
                  })}{' '}
                  {tie.decisive ? m.polls_tie_decisive() : m.polls_tie_harmless()}
                </li>
              ))}
            </ul>
          </div>
        )}
      </Section>
      <Section title={m.polls_result_check()} lead={m.polls_check_words()}>
        <DescriptionList
          look="stack"
          items={[
            { term: m.polls_check_manifest(), detail: machineWords(poll.manifestHash) },
            { term: m.polls_check_signature(), detail: machineWords(manifest.signature) },
            { term: m.polls_check_root(), detail: machineWords(result.root) },
            { term: m.polls_check_result(), detail: machineWords(kept.hash) },
          ]}
        />
        <details>
          <summary>{m.polls_check_manifest_body()}</summary>
          <p>{machineWords(manifest.body)}</p>
        </details>
      </Section>
    </>
  );
}

const machineWords = (text: string) => (
  <code class="machine-words" translate={false}>
    {text}
  </code>
);
