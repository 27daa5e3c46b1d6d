import { readNow } from '../../../platform/database/database.ts';
import { found } from '../../../platform/http/refused.ts';
import { mayIn } from '../../../platform/http/route.ts';
import type { SignedInVisit } from '../../../platform/http/visit.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import { listPeopleInRoles } from '../../identity/index.ts';
import type { OfficeVisit } from '../../spaces/index.routes.ts';
import { type Edition, readNumber } from '../../spaces/index.ts';
import { listIdeasByNumber } from './decision.store.ts';
import {
  DECIDING_ROLES,
  DECISION_STATES,
  type DecidedIdea,
  type DecisionFilter,
  mayDecide,
  type Outcome,
} from './decision.ts';
import type { AskedDecisions } from './decisions.page.tsx';
import { STATE_SLUGS } from './words.page.tsx';

/** The idea of the address, in its edition. */
export async function loadIdea(
  visit: SignedInVisit<'edition' | 'idea'>,
  edition: Edition,
): Promise<DecidedIdea> {
  const number = found(readNumber(visit.params.idea), 'idea');
  const { db, organisation } = visit;
  const [idea] = await listIdeasByNumber(db, organisation.id, edition.id, [number]);
  return found(idea, 'idea');
}

/** Who decides in an edition, and whether the visitor does (R44). */
export async function readDeciders(visit: OfficeVisit, edition: Edition) {
  const { db, organisation, visitor } = visit;
  const deciders = await listPeopleInRoles(db, organisation.id, DECIDING_ROLES, edition.id);
  const isOfficer = mayIn('officer', visitor, edition.id);
  return {
    names: deciders.map(({ nickname }) => nickname),
    isOfficer,
    mayDecide:
      mayIn('decider', visitor, edition.id) &&
      mayDecide(
        deciders.map(({ id }) => id),
        { personId: visitor.id, isOfficer },
      ),
  };
}

export const actOf = ({ organisation, visitor }: OfficeVisit) => ({
  organisationId: organisation.id,
  by: visitor.id,
});

const OUTCOMES: Record<string, Outcome> = { retenue: 'to-vote', 'non-retenue': 'refused' };

/** What a list is asked for; words that name nothing ask for nothing. */
export function readAsked(
  edition: Edition,
  read: (name: string) => string,
): { filter: DecisionFilter; asked: AskedDecisions } {
  const state =
    DECISION_STATES.find((one) => STATE_SLUGS[one] === read('etat')) ?? DECISION_STATES[0];
  const category = edition.categories.find(({ slug }) => slug === read('categorie'));
  const issue = Object.hasOwn(OUTCOMES, read('issue')) ? read('issue') : undefined;
  const motif = isUuid(read('motif')) ? read('motif') : undefined;
  const recherche = read('recherche').slice(0, 100);
  return {
    filter: {
      state,
      categoryId: category?.id ?? null,
      outcome: issue ? OUTCOMES[issue]! : null,
      reasonId: motif ?? null,
      search: recherche,
    },
    asked: { etat: STATE_SLUGS[state], recherche, categorie: category?.slug, issue, motif },
  };
}

/** Ideas chosen one by one, by number; `12-3` also says the version that was read. */
export function readChosenNumbers(words: readonly string[]): { number: number; version: number }[] {
  return words.flatMap((word) => {
    const match = /^([1-9]\d{0,8})(?:-([1-9]\d{0,5}))?$/.exec(word);
    return match ? [{ number: Number(match[1]), version: Number(match[2] ?? 0) }] : [];
  });
}

/** Milliseconds of the database's clock. */
export async function readMoment(visit: OfficeVisit): Promise<number> {
  return (await readNow(visit.db)).getTime();
}
