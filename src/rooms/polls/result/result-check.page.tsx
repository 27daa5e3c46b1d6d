import * as m from '../../../paraglide/messages.js';
import { ButtonLink } from '../../../ui/form.tsx';
import { Actions, Section } from '../../../ui/layout.tsx';
import { DescriptionList } from '../../../ui/table.tsx';
import type { Manifest } from '../poll.store.ts';
import type { Poll } from '../poll.ts';
import type { KeptResult } from './result.store.ts';

/** Where one goes to check; what is absent is not offered. */
export interface CheckAddresses {
  /** The whole record of the vote, as a file. */
  bundle?: string;
  /** How to count again. */
  verify?: string;
  findBallot?: string;
  /** Profile P0: who voted what. */
  publicVotes?: string;
  /** Other rules on the same ballots. */
  whatIf?: string;
  /** The minutes, as paper and for spreadsheets. */
  minutes?: { pdf: string; csv: string };
}

interface Props {
  poll: Pick<Poll, 'manifestHash'>;
  kept: KeptResult;
  manifest: Manifest;
  addresses?: CheckAddresses;
}

/** What it takes to count again, for whoever wants to: the links first, the fingerprints folded. */
export function ResultCheck({ poll, kept, manifest, addresses = {} }: Props) {
  const { bundle, verify, findBallot, publicVotes, whatIf, minutes } = addresses;
  return (
    <Section title={m.results_check()} lead={m.results_check_words()} id="verifier">
      {Object.keys(addresses).length > 0 && (
        <Actions>
          {verify && (
            <ButtonLink href={verify} icon="check">
              {m.results_check_verify()}
            </ButtonLink>
          )}
          {findBallot && (
            <ButtonLink href={findBallot} kind="secondary" icon="search">
              {m.results_check_find()}
            </ButtonLink>
          )}
          {bundle && (
            <ButtonLink href={bundle} kind="secondary" icon="download">
              {m.results_check_bundle()}
            </ButtonLink>
          )}
          {publicVotes && (
            <ButtonLink href={publicVotes} kind="secondary" icon="citizens">
              {m.results_check_public()}
            </ButtonLink>
          )}
          {minutes && (
            <>
              <ButtonLink href={minutes.pdf} kind="secondary" icon="download">
                {m.proclamation_download_pdf()}
              </ButtonLink>
              <ButtonLink href={minutes.csv} kind="secondary" icon="download">
                {m.proclamation_download_csv()}
              </ButtonLink>
            </>
          )}
          {whatIf && (
            <ButtonLink href={whatIf} kind="quiet">
              {m.results_check_what_if()}
            </ButtonLink>
          )}
        </Actions>
      )}
      <details>
        <summary>{m.results_check_details()}</summary>
        <DescriptionList
          look="stack"
          items={[
            { term: m.results_check_manifest(), detail: <MachineWords text={poll.manifestHash} /> },
            {
              term: m.results_check_signature(),
              detail: <MachineWords text={manifest.signature} />,
            },
            { term: m.results_check_root(), detail: <MachineWords text={kept.result.root} /> },
            { term: m.results_check_result(), detail: <MachineWords text={kept.hash} /> },
            {
              term: m.results_check_manifest_body(),
              detail: <MachineWords text={manifest.body} />,
            },
          ]}
        />
      </details>
    </Section>
  );
}

export function MachineWords({ text }: { text: string }) {
  return (
    <code class="machine-words" translate={false}>
      {text}
    </code>
  );
}
