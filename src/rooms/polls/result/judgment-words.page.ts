/** What majority judgment says of a project, and against the one just ahead (R176). */
import * as m from '../../../paraglide/messages.js';
import { formatNumber, formatPercent } from '../../../ui/format.ts';
import type { GaugeFigures, JudgedFigures } from './judgment-figures.ts';
import type { Reading } from './result-reading.page.ts';

export function sayJudged(judged: JudgedFigures, reading: Reading): string {
  const { gauge, missing, behind } = judged;
  return [
    sayMention(judged, reading),
    missing > 0 && m.results_why_unjudged({ count: missing, number: formatNumber(missing) }),
    behind && sayBehind(gauge, behind, reading),
  ]
    .filter(Boolean)
    .join(' ');
}

/** The majority mention, and what lies above and below it where something can. */
function sayMention({ majorityGrade, profile, gauge, judgments }: JudgedFigures, reading: Reading) {
  const share = (count: number) => formatPercent(judgments > 0 ? count / judgments : 0);
  const said = {
    mention: reading.mention(majorityGrade),
    better: share(gauge.better),
    worse: share(gauge.worse),
  };
  if (majorityGrade === profile.length - 1) return m.results_why_judged_best(said);
  return majorityGrade === 0 ? m.results_why_judged_worst(said) : m.results_why_judged(said);
}

function sayBehind(
  own: GaugeFigures,
  { project, gauge, separation }: NonNullable<JudgedFigures['behind']>,
  { about, mention }: Reading,
): string {
  const title = about(project);
  switch (separation.by) {
    case 'tie':
      return m.results_why_behind_same({ title });
    case 'majority-grade':
      return m.results_why_behind_grade({ title });
    case 'majority-gauge':
      return sayGauges(gauge, own, title);
    case 'later-judgments':
      return m.results_why_behind_later({
        title,
        removed: formatNumber(Number(separation.removed)),
        ahead: mention(separation.ahead),
        behind: mention(separation.behind),
      });
  }
}

/** The larger group decides: better opinions win over lower ones, more of them over fewer, fewer lower ones over more. */
function sayGauges(ahead: GaugeFigures, own: GaugeFigures, title: string): string {
  const of = (gauge: GaugeFigures) => {
    const count = gauge[gauge.leads];
    return m.results_judgments({ count, number: formatNumber(count) });
  };
  const said = { title, ahead: of(ahead), behind: of(own) };
  if (ahead.leads !== own.leads) return m.results_why_behind_side(said);
  return own.leads === 'better'
    ? m.results_why_behind_better(said)
    : m.results_why_behind_worse(said);
}
