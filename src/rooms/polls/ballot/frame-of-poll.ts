import type { Poll } from '../poll.ts';
import { screenOf } from '../settings.ts';
import { type BallotFrame, takesBlank } from './ballot-frame.ts';

export type FramedPoll = Pick<
  Poll,
  'kind' | 'minimumChoices' | 'maximumChoices' | 'options' | 'settings'
>;

export function frameOf(poll: FramedPoll): BallotFrame {
  const { kind, settings, options } = poll;
  const screen = screenOf(kind, settings);
  // the only envelope limits the whole ballot
  const [only, ...others] = settings.envelopes;
  const own = others.length === 0 ? only : undefined;
  const most = kind === 'choose-one' ? 1 : poll.maximumChoices;
  return {
    screen,
    single: kind === 'choose-one',
    // a ballot without any choice is none, but a blank one
    minimumChoices: Math.max(
      takesBlank(poll) ? 0 : 1,
      poll.minimumChoices,
      own?.minimumChoices ?? 0,
    ),
    maximumChoices: Math.min(most, options.length, own?.maximumChoices ?? Infinity),
    envelopes: settings.envelopes.map(({ key, oneOf, minimumChoices, maximumChoices, limits }) => ({
      key,
      oneOf,
      minimumChoices,
      maximumChoices,
      limits,
    })),
    groups: settings.groups,
    topGrade: screen === 'judgment' ? settings.mentions.length - 1 : screen === 'yes-no' ? 1 : null,
    options: options.map(({ key, envelope, cost, category, zone }) => ({
      key,
      envelope,
      cost,
      category,
      zone,
    })),
  };
}
