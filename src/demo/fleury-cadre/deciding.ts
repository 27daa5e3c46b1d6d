/** The office looks at ideas and proposes; the decider decides; some are told. */
import {
  decideMany,
  listReasons,
  prepareDecision,
  publishDecisions,
  saveStudy,
  writeDecisionLetters,
} from '../../rooms/review/index.ts';
import { expectCount, expectOk, type Story } from '../story.ts';
import { setFrench } from '../typography.ts';
import { decided, prepared, published, unmet } from './decided.ts';
import { actBy, findIdeaCalled, type Stage } from './stage.ts';

/** The port in the addresses of letters that nobody receives. */
const PORT = { port: 80 };

type Texts = typeof published;

export function writeDecisions(story: Story, stage: Stage): void {
  const { place, edition, townHall } = stage;
  const { db, organisation } = place;
  story.at(stage.day(-7, '16:00'), async () => {
    for (const title of Object.keys({ ...published, ...decided, ...prepared }))
      await study(stage, title);
  });
  story.at(stage.day(-6, '17:10'), () => prepare(stage, published));
  story.at(stage.day(-5, '12:15'), () => decide(stage, published));
  story.at(stage.day(-4, '18:00'), async () => {
    const act = actBy(stage, townHall.officer);
    const done = expectOk(
      await publishDecisions(db, act, edition.id, { state: 'to-publish' }),
      'the first batch',
    );
    await writeDecisionLetters(db, PORT, {
      organisationId: organisation.id,
      batchId: done.batchId,
    });
  });
  story.at(stage.day(-3, '17:40'), () => prepare(stage, decided));
  story.at(stage.day(-2, '12:30'), () => decide(stage, decided));
  story.at(stage.day(-1, '16:20'), () => prepare(stage, prepared));
}

/** What the règlement asks, looked at one by one. */
async function study(stage: Stage, title: string): Promise<void> {
  const { place, edition, townHall } = stage;
  const failed = unmet[title];
  const criteria = Object.fromEntries(
    edition.criteria.map(({ id, name }) => [
      id,
      failed?.criteria.includes(name) ? ('unmet' as const) : ('met' as const),
    ]),
  );
  const content = {
    criteria,
    admissible: failed === undefined,
    admissibilityNote: setFrench(failed?.note ?? ''),
    capitalCost: null,
    yearlyCost: null,
    delayMonths: null,
  };
  const { id } = findIdeaCalled(stage, title);
  expectOk(await saveStudy(place.db, actBy(stage, townHall.officer), id, content), title);
}

async function prepare(stage: Stage, texts: Texts): Promise<void> {
  const { place, edition, townHall } = stage;
  const { db, organisation } = place;
  const reasons = await listReasons(db, organisation.id, edition.id);
  for (const [title, { reason, text, personal = '' }] of Object.entries(texts)) {
    const { id, number } = findIdeaCalled(stage, title);
    const proposal = {
      outcome: reason === undefined ? ('to-vote' as const) : ('refused' as const),
      reasonId: reasons.find(({ french }) => french === reason)?.id ?? null,
      publicText: setFrench(text),
      personalText: setFrench(personal),
    };
    const act = actBy(stage, townHall.officer);
    const done = await prepareDecision(db, act, { id, number, editionId: edition.id }, proposal, 0);
    expectOk(done, title);
  }
}

async function decide(stage: Stage, texts: Texts): Promise<void> {
  const { place, edition, townHall } = stage;
  const ideas = Object.keys(texts).map((title) => ({
    ideaId: findIdeaCalled(stage, title).id,
    version: 1,
  }));
  const act = actBy(stage, townHall.decider);
  const done = expectOk(await decideMany(place.db, act, edition.id, { ideas }), 'deciding');
  expectCount('decisions', done.decided, ideas.length);
}
