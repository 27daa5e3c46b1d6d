import * as m from '../../paraglide/messages.js';
import { BarChart } from '../../ui/charts.tsx';
import { formatList } from '../../ui/format.ts';
import { LEVELS, type LevelCounts } from './mandate.ts';
import { levelWords } from './mandate-words.page.ts';

/** How many members of a network hold a mandate of each level. Who holds two is counted in both, and once in all. */
export function LevelFigures({ counts }: { counts: LevelCounts }) {
  if (counts.people === 0) return <p>{m.mandates_members_none()}</p>;
  const shown = LEVELS.filter((level) => counts.byLevel[level] > 0);
  const said = shown.map((level) =>
    m.mandates_level_count({ level: levelWords[level](), count: counts.byLevel[level] }),
  );
  return (
    <>
      <p class="lead">{m.mandates_members_count({ count: counts.people })}</p>
      <BarChart
        id="strates"
        title={m.mandates_by_level()}
        description={formatList(said)}
        labelHead={m.mandates_level()}
        valueHead={m.mandates_members()}
        bars={shown.map((level) => ({
          label: levelWords[level](),
          value: counts.byLevel[level],
        }))}
      />
    </>
  );
}
