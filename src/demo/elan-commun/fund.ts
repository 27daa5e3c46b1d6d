import {
  changeThreshold,
  createFund,
  findFundById,
  moveEndowment,
  openFund,
  USUAL_STEPS,
} from '../../rooms/funds/index.ts';
import type { Member, Place } from '../place.ts';
import { expectOk, type Story } from '../story.ts';
import { setFrench } from '../typography.ts';
import { fundText } from './fund-text.ts';

interface Told {
  /** Who prepares and opens it, and who gives it its money. */
  office: Member;
  finance: Member;
  day: (before: number, time: string) => Date;
}

/** « Fonds d’actions solidaires » : 20 000 € given in two steps, and a threshold that came back to five groups. */
export function liveFund(story: Story, place: Place, { office, finance, day }: Told): void {
  const { db } = place;
  const organisationId = place.organisation.id;
  const [settling, giving] = [office, finance].map(({ id }) => ({ organisationId, by: id }));
  let fundId: string;
  story.at(day(182, '10:00'), async () => {
    const { links, ...text } = fundText;
    const fund = await createFund(
      db,
      settling!,
      {
        ...text,
        name: setFrench(text.name),
        summary: setFrench(text.summary),
        presentation: setFrench(text.presentation),
        rules: setFrench(text.rules),
        visibleTo: 'members',
        cap: 30_000,
        countProposer: false,
        allowRepeats: false,
        threshold: 5,
      },
      {
        links: links.map(({ label, address }) => ({ label: setFrench(label), address })),
        steps: USUAL_STEPS,
      },
    );
    fundId = fund.id;
  });
  const give = (before: number, amount: number, words: string) =>
    story.at(day(before, '11:00'), async () => {
      const given = await moveEndowment(db, giving!, fundId, 'endowed', {
        amount,
        words: setFrench(words),
        countedOn: day(before, '12:00').toISOString().slice(0, 10),
        once: `demo-${before}`,
      });
      expectOk(given, words);
    });
  give(180, 1_200_000, 'Budget 2026, vote de l’assemblée');
  story.at(day(179, '18:00'), async () => {
    const opened = await openFund(db, settling!, fundId);
    if (!opened.ok) throw new Error(opened.refusals.join());
  });
  const change = (before: number, threshold: number, reason: string) =>
    story.at(day(before, '18:30'), async () => {
      const fund = (await findFundById(db, organisationId, fundId))!;
      const asked = { threshold, reason: setFrench(reason) };
      // no action stands between two thresholds yet
      const hooks = { hold: async () => {}, release: async () => {} };
      expectOk(await changeThreshold(db, settling!, fund, asked, hooks), reason);
    });
  change(
    150,
    6,
    'Avec douze mille euros seulement, mieux vaut que six groupes s’engagent avant de financer.',
  );
  give(120, 800_000, 'Complément voté par l’assemblée représentative');
  change(
    118,
    5,
    'Le fonds est complété : on revient aux cinq groupes décidés par l’assemblée représentative.',
  );
}
