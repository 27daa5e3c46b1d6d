/**
 * Majority judgment (Balinski and Laraki): projects are compared by their majority value, the list of
 * grades got by taking out the lower middle judgment again and again. (voting-rules 5)
 */
import { type Contest, countBallots, countKnown, type Project } from './contest.ts';
import { rank, type Walk, walk } from './walk.ts';

/** How many times each grade was given, the worst first; the same number for every project. */
type Profile = readonly number[];

export interface Judged {
  project: Project;
  profile: Profile;
  /** Ballots that judge it. */
  namings: number;
}

/** Best first; those with identical profiles stand together. */
export function rankJudged(
  contest: Contest,
  { defaultGrade, tieBreak }: { defaultGrade: number; tieBreak: readonly string[] },
): Judged[][] {
  const { ballots } = countBallots(contest);
  const judged = contest.projects.map((project): Judged => {
    const profile = Array.from({ length: contest.grades }, (_, grade) =>
      countKnown(contest, project.key, grade),
    );
    let namings = count(profile);
    for (const { marks, times } of contest.piles) {
      const grade = marks.get(project.key);
      if (grade === undefined) continue;
      profile[grade]! += times;
      namings += times;
    }
    profile[defaultGrade]! += ballots - namings;
    return { project, profile, namings };
  });
  return rank(judged, (a, b) => compareProfiles(a.profile, b.profile), tieBreak);
}

export function countJudgment(
  contest: Contest,
  how: {
    defaultGrade: number;
    tieBreak: readonly string[];
    seats: number | null;
    fundUnsupported: boolean;
  },
): Walk & { judged: { project: string; profile: Profile; majorityGrade: number; rank: number }[] } {
  const levels = rankJudged(contest, how);
  const walked = walk(
    contest,
    levels.map((level) =>
      level.map(({ project, profile, namings }) => ({
        project,
        score: gradeAt(profile, 0),
        namings,
        barred: namings > 0 || how.fundUnsupported ? null : ('no-support' as const),
      })),
    ),
    { left: contest.budget, stops: false, seats: how.seats, tieBreak: how.tieBreak },
  );
  let before = 0;
  const judged = levels.flatMap((level) => {
    const place = before + 1;
    before += level.length;
    return level.map(({ project, profile }) => ({
      project: project.key,
      profile,
      majorityGrade: gradeAt(profile, 0),
      rank: place,
    }));
  });
  return { ...walked, judged };
}

/**
 * Negative where `a` is better. The sorted judgments are read outward from the lower middle, one from one
 * side, one from the other; two readings can only part where one of them comes upon another grade.
 */
export function compareProfiles(a: Profile, b: Profile): number {
  for (const step of [...listChanges(a), ...listChanges(b)].sort((one, other) => one - other)) {
    const difference = gradeAt(b, step) - gradeAt(a, step);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The grade that the majority value has after so many removals; 0 where nobody judged. */
export function gradeAt(profile: Profile, step: number): number {
  const place = placeOf(step, count(profile));
  let upTo = 0;
  for (const [grade, times] of profile.entries()) {
    upTo += times;
    if (place < upTo) return grade;
  }
  return 0;
}

/** The steps at which a reading comes upon a grade for the first time on its side; step 0 among them. */
function listChanges(profile: Profile): number[] {
  const judges = count(profile);
  if (judges === 0) return [];
  const steps = [0];
  let upTo = 0;
  for (const times of profile.slice(0, -1)) {
    upTo += times;
    // the last judgment of the grade below, the first of the one above
    for (const place of [upTo - 1, upTo])
      if (place >= 0 && place < judges) steps.push(stepOf(place, judges));
  }
  return steps;
}

const count = (profile: Profile) => profile.reduce((sum, times) => sum + times, 0);

/** Lower middle of so many judgments, sorted, from 0. */
const middle = (judges: number) => Math.ceil(judges / 2) - 1;

/**
 * Taking out the middle of an odd number leaves an even one, whose lower middle is just below; taking out
 * the lower middle of an even number leaves an odd one, whose middle is just above.
 */
function placeOf(step: number, judges: number): number {
  const away = Math.ceil(step / 2);
  const firstBelow = judges % 2 === 1;
  return middle(judges) + ((step % 2 === 1) === firstBelow ? -away : away);
}

function stepOf(place: number, judges: number): number {
  const away = place - middle(judges);
  if (away === 0) return 0;
  const isOdd = away < 0 === (judges % 2 === 1);
  return 2 * Math.abs(away) - (isOdd ? 1 : 0);
}
