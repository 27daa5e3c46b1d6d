import type { Exclusion, HouseCount } from '../rooms/tally/index.ts';
import { plain } from './pabulib-words.ts';
import { say, whole } from './tally-figures.ts';
import { describeTies, nameOf, type Words } from './tally-step-words.ts';

const exclusionWords: Record<Exclusion['why'], (because: string) => string> = {
  'too-few-namings': () => 'trop peu de bulletins le nomment',
  incompatible: (because) => `incompatible avec ${because}, retenu avant lui`,
  'holder-has-enough': () => 'même porteur que des projets retenus avant lui',
};

/** What the règlement added to the rule, a line each. */
export function describeHouseRules(house: HouseCount, ballots: number, words: Words): string[] {
  const { quorum, guarantees, exclusions, ties, part, satisfaction } = house;
  const name = (id: string) => nameOf(id, words).filter(Boolean).join(' ');
  return [
    ...(quorum
      ? [
          `Quorum : ${say(quorum.asked, 'bulletin')} demandés, ${whole.format(ballots)} déposés : ${quorum.reached ? 'atteint' : 'pas atteint, rien n’est retenu'}`,
        ]
      : []),
    ...guarantees.map(
      ({ zone, projects }) =>
        `Garanti à ${plain(zone)} : ${projects.map(name).join(', ') || 'aucun projet ne convient'}`,
    ),
    ...exclusions.map(
      ({ project, why, because }) =>
        `Écarté : ${name(project)} (${exclusionWords[why](plain(because ?? ''))})`,
    ),
    ...(part ? [`En partie : ${name(part.project)} reçoit ${words.money(part.amount)}`] : []),
    ...(ties.length > 0 ? describeTies(ties) : []),
    ...[{ zone: '', ...satisfaction }, ...satisfaction.zones].map(
      ({ zone, ballots: named, satisfied }) =>
        `Bulletins qui ont choisi un projet retenu${zone && ` à ${plain(zone)}`} : ${whole.format(satisfied)} sur ${whole.format(named)}`,
    ),
  ];
}
