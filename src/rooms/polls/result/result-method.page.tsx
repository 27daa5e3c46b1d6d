import type { ComponentChildren } from 'preact';
import * as m from '../../../paraglide/messages.js';
import { formatList, formatNumber } from '../../../ui/format.ts';
import { Section } from '../../../ui/layout.tsx';
import { LongList } from '../../../ui/long-list.tsx';
import { Table } from '../../../ui/table.tsx';
import { ballotWords, ruleWords, sayTieBreak } from '../rule-words.page.ts';
import { listHouseRules } from './house-words.page.ts';
import type { PollResult } from './result.ts';
import { MachineWords } from './result-check.page.tsx';
import type { Reading } from './result-reading.page.ts';
import { sayNumber } from './result-words.page.ts';
import { listTies, type TieFigures, type TieLevel } from './tie-figures.ts';

interface Props {
  result: PollResult;
  lots: ReadonlyMap<string, string>;
  reading: Reading;
}

/** How it was counted, what the règlement adds, and which ties were broken. */
export function ResultMethod({ result, lots, reading }: Props) {
  const { kind } = result;
  const { poll, money } = reading;
  // the same rule for every envelope
  const { rule, tieBreak, fundUnsupported } = result.envelopes[0]!.tally;
  const most = poll.maximumChoices;
  // without money nothing is skipped for not fitting: the name of a walk would mislead
  const named = money || result.envelopes[0]!.tally.method !== 'greedy';
  const ties = result.envelopes.flatMap(listTies);
  const house = listHouseRules(poll, reading.about);
  return (
    <Section title={m.results_method()} id="methode">
      <div class="prose">
        <p>
          {named && <strong>{ruleWords[rule].name()}. </strong>}
          {ballotWords[kind]({ most })}{' '}
          {kind === 'ordinal' && rule !== 'schulze' && rule !== 'stv'
            ? `${m.rules_ranks_worth({ most })} `
            : ''}
          {ruleWords[rule].method({ kind, money })}
        </p>
        <p>
          {m.results_method_ties({ by: sayTieBreak(tieBreak) })}{' '}
          {fundUnsupported ? m.results_unsupported_yes() : m.results_unsupported_no()}
        </p>
      </div>
      {house.length > 0 && (
        <Part title={m.results_house()}>
          <ul>
            {house.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </Part>
      )}
      <Part title={m.results_ties()}>
        {ties.length === 0 ? (
          <p>{m.results_ties_none()}</p>
        ) : (
          <LongList
            items={ties}
            wrap={(shown) => (
              <ul>
                {shown.map((tie) => (
                  <li key={tie.projects.join()}>{sayTie(tie, result, reading)}</li>
                ))}
              </ul>
            )}
          />
        )}
      </Part>
      {lots.size > 0 && <Draw seed={result.root} lots={lots} reading={reading} />}
    </Section>
  );
}

function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <div class="prose">
      <h3>{title}</h3>
      {children}
    </div>
  );
}

/** Who was tied, in what, and what set them apart. */
export function sayTie(
  { level, projects, by, decisive }: TieFigures,
  { kind }: PollResult,
  reading: Reading,
): string {
  return [
    m.results_tie_line({
      level: sayLevel(level, kind, reading),
      projects: formatList(projects.map(reading.about)),
      by: sayTieBreak(by),
    }),
    decisive === null ? '' : decisive ? m.results_tie_decisive() : m.results_tie_harmless(),
  ].join(' ');
}

function sayLevel(level: TieLevel, kind: PollResult['kind'], { say }: Reading): string {
  switch (level.by) {
    case 'score':
      return m.results_tie_at_score({ score: sayNumber(kind, level.score) });
    case 'ratio':
      return m.results_tie_at_ratio();
    case 'profile':
      return m.results_tie_at_profile();
    case 'margin':
      return m.results_tie_at_margin({ number: formatNumber(level.margin) });
    case 'price':
      return m.results_tie_at_price({ round: level.round });
    case 'moment':
      return m.results_tie_at_moment({ time: say(level.time) });
    case 'unbeaten':
      return m.results_tie_at_unbeaten();
    case 'fewest':
      return m.results_tie_at_fewest({ round: level.round });
  }
}

/** A draw that anyone can hold again. */
function Draw({
  seed,
  lots,
  reading,
}: {
  seed: string;
  lots: ReadonlyMap<string, string>;
  reading: Reading;
}) {
  const drawn = [...lots].sort(([, a], [, b]) => (a < b ? -1 : 1));
  const first = drawn[0]![0];
  return (
    <div class="stack">
      <div class="prose">
        <h3 id="tirage">{m.results_draw()}</h3>
        <p>{m.results_draw_words()}</p>
        <p>
          {m.results_draw_seed()} <MachineWords text={seed} />
        </p>
        <p>
          {m.results_draw_redo({ title: reading.about(first) })}{' '}
          <MachineWords text={`printf %s '${seed}:${first}' | sha256sum`} />
        </p>
      </div>
      <details>
        <summary>{m.results_draw_table()}</summary>
        <Table
          caption={m.results_draw_table()}
          captionHidden
          columns={[
            { key: 'label', label: reading.subject.one() },
            { key: 'key', label: m.results_draw_key() },
            { key: 'lot', label: m.results_draw_lot() },
          ]}
          rows={drawn.map(([key, lot]) => ({
            label: reading.label(key),
            key: <MachineWords text={key} />,
            lot: <MachineWords text={lot} />,
          }))}
        />
      </details>
    </div>
  );
}
