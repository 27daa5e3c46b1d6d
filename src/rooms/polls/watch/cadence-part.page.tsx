import * as m from '../../../paraglide/messages.js';
import { dayInParis } from '../../../platform/clock/paris.ts';
import { BarChart } from '../../../ui/charts.tsx';
import { formatDate, formatNumber, formatTime } from '../../../ui/format.ts';
import { Section } from '../../../ui/layout.tsx';
import { type HourCount, placeOf } from './cadence.ts';
import type { WatchReport } from './report.ts';
import { sayPlace } from './watch-words.page.ts';

interface Day {
  at: Date;
  votes: number;
  busiest: HourCount;
}

/** Votes day by day, a chart for each channel and point, with its table. */
export function CadencePart({ report: { hours, points } }: { report: WatchReport }) {
  const places = [...new Set(hours.map(placeOf))].sort();
  return (
    <Section title={m.watch_cadence()} lead={m.watch_cadence_lead()} id="rythme">
      {places.length === 0 && <p>{m.watch_cadence_none()}</p>}
      {places.map((place, at) => {
        const own = hours.filter((hour) => placeOf(hour) === place);
        const days = listDays(own);
        return (
          <BarChart
            key={place}
            id={`rythme-${at + 1}`}
            title={m.watch_chart_title({ place: sayPlace(own[0]!, points) })}
            description={m.watch_chart_description({
              votes: formatNumber(days.reduce((sum, { votes }) => sum + votes, 0)),
              days: formatNumber(days.length),
              most: formatNumber(Math.max(...days.map(({ votes }) => votes))),
            })}
            bars={days.map((day) => ({ label: formatDate(day.at, 'short'), value: day.votes }))}
            labelHead={m.watch_head_day()}
            valueHead={m.watch_head_votes()}
            extra={[
              {
                head: m.watch_head_busiest(),
                cells: days.map(({ busiest }) =>
                  m.watch_busiest_hour({
                    time: formatTime(busiest.hour),
                    votes: formatNumber(busiest.votes),
                  }),
                ),
              },
            ]}
          />
        );
      })}
    </Section>
  );
}

function listDays(hours: readonly HourCount[]): Day[] {
  const days = new Map<string, Day>();
  for (const hour of hours) {
    const key = dayInParis(hour.hour);
    const day = days.get(key);
    days.set(key, {
      at: day?.at ?? hour.hour,
      votes: (day?.votes ?? 0) + hour.votes,
      busiest: day && day.busiest.votes >= hour.votes ? day.busiest : hour,
    });
  }
  return [...days.values()];
}
