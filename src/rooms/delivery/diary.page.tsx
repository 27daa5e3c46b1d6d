import * as m from '../../paraglide/messages.js';
import { dayInParis } from '../../platform/clock/paris.ts';
import { formatDate } from '../../ui/format.ts';
import { Stack } from '../../ui/layout.tsx';
import { Prose } from '../../ui/text.tsx';
import { Timeline, type TimelineItem } from '../../ui/timeline.tsx';
import type { Post } from './posts/post.ts';
import { isLate, nextStep, type Realisation, type RealisationStep } from './realisation.ts';
import { ShownPicture } from './shown-picture.page.tsx';
import { sayDay, stageWords } from './stage.page.tsx';

interface Props {
  realisation: Realisation;
  /** The oldest first. */
  posts: readonly Post[];
  /** `YYYY-MM-DD` */
  today: string;
}

/** What was done and what was told, in the order of days; then what is to come. */
export function Diary({ realisation, posts, today }: Props) {
  const next = realisation.halt ? null : nextStep(realisation);
  const item = (step: RealisationStep): TimelineItem => ({
    title: step.title || stageWords[step.stage](),
    state: step.doneOn !== null ? 'done' : step === next ? 'current' : 'planned',
    date:
      step.doneOn === null
        ? sayDay(step.plannedOn, step.plannedIsMonth)
        : sayDay(step.doneOn, step.doneIsMonth),
    children: (
      <>
        {step.title && <p>{stageWords[step.stage]()}</p>}
        {step.description && <Prose text={step.description} />}
        {realisation.halt === null && isLate(step, today) && <p>{m.delivery_late()}</p>}
      </>
    ),
  });
  // of one day, the step before what is told of it
  const past = [
    ...realisation.steps.flatMap((step) =>
      step.doneOn === null ? [] : [{ day: step.doneOn, item: item(step) }],
    ),
    ...posts.flatMap((post) =>
      post.publishedAt === null
        ? []
        : [{ day: dayInParis(post.publishedAt), item: postItem(post, post.publishedAt) }],
    ),
  ].sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
  // what is abandoned has nothing to come
  const toCome = realisation.halt?.kind === 'abandoned' ? [] : realisation.steps;
  return (
    <Timeline
      label={m.delivery_diary()}
      items={[
        ...past.map((one) => one.item),
        ...toCome.filter((step) => step.doneOn === null).map(item),
      ]}
    />
  );
}

const postItem = (post: Post, publishedAt: Date): TimelineItem => ({
  title: <bdi>{post.title}</bdi>,
  state: 'done',
  date: formatDate(publishedAt, 'day'),
  children: (
    <Stack>
      <Prose text={post.body} />
      {post.pictures.map((picture) => (
        <ShownPicture key={picture.fileId} picture={picture} />
      ))}
    </Stack>
  ),
});
