import * as m from '../../../paraglide/messages.js';
import { excerptOf } from '../../../platform/text/excerpt.ts';
import { LongList } from '../../../ui/long-list.tsx';
import { Table } from '../../../ui/table.tsx';

/** Lines that were not taken, each with what to put right. */
export function OddLines({
  lines,
}: {
  lines: readonly { line: number; text: string; words: string }[];
}) {
  if (lines.length === 0) return null;
  return (
    <LongList
      items={lines}
      wrap={(some) => (
        <Table
          caption={m.access_odd_lines()}
          columns={[
            { key: 'line', label: m.access_odd_line() },
            { key: 'text', label: m.access_odd_text() },
            { key: 'words', label: m.access_odd_words() },
          ]}
          rows={some.map(({ line, text, words }) => ({
            line: String(line),
            text: <bdi>{excerptOf(text)}</bdi>,
            words,
          }))}
        />
      )}
    />
  );
}
