import { dayInParis } from '../../../platform/clock/paris.ts';
import type { Form } from '../../../platform/http/form.ts';
import { post, type Route } from '../../../platform/http/route.ts';
import { openKeys } from '../../../platform/keys/keys.ts';
import { urls } from '../../../urls.ts';
import { matchEntry, writeMark } from '../../electorate/index.ts';
import { readBirthDate, readTypedDate } from '../../identity/index.ts';
import { countRefusedStep } from '../watch/counting.routes.ts';
import { isImpossible } from '../watch/counting.ts';
import {
  type Identifying,
  type IdentityVisit,
  keepProof,
  loadIdentifying,
  showStep,
} from './identifying.routes.tsx';
import {
  CLAIMED,
  type ClaimRefusals,
  claimProblems,
  RegisterForm,
  type TypedClaim,
} from './register-form.page.tsx';
import { countTry } from './try-limits.routes.ts';

const nothing: TypedClaim = {
  last: '',
  first: '',
  birth: { day: '', month: '', year: '' },
  number: '',
};

/** One entry of the register, by name and birth date: the same words for nobody and for several (W10). */
export const registerRoutes: readonly Route[] = [
  post(
    urls.voteIdentityRegister,
    'anyone',
    async (visit) => {
      const loaded = await loadIdentifying(visit, 'roll');
      if ('answer' in loaded) return loaded.answer;
      const { db, organisation, config } = visit;
      const { poll, edition, now } = loaded;
      const typed = readClaim(await visit.form());
      const birth = readBirthDate(typed.birth, dayInParis(now));
      const show = (refusals: ClaimRefusals) => {
        const problems = claimProblems(refusals);
        return showStep(loaded, drawRegister(visit, loaded, typed, problems), problems);
      };
      if (isImpossible(birth)) countRefusedStep(visit, loaded, poll, 'birth-impossible');
      if (typeof birth === 'string' || typed.last === '' || typed.first === '')
        return show({
          last: typed.last === '' ? 'name-missing' : null,
          first: typed.first === '' ? 'name-missing' : null,
          birth: typeof birth === 'string' ? birth : null,
        });
      const forgiveTry = await countTry(visit, loaded, 'register');
      const match = await matchEntry(db, organisation.id, edition.id, {
        lastName: typed.last,
        firstName: typed.first,
        birthDate: birth.date,
        ...(typed.number !== '' && { number: typed.number }),
      });
      if (!match.ok) {
        countRefusedStep(visit, loaded, poll, 'register-not-found');
        // the vote of a space has no point of vote to come to
        return show({ claim: edition.spaceId ? 'not-on-list' : 'not-found' });
      }
      await forgiveTry();
      const rollKey = openKeys(config.keysFolder).rollKey();
      return keepProof(visit, loaded, {
        method: 'roll',
        marks: [writeMark(rollKey, poll.id, { kind: 'entry', value: match.entry.id })],
        birthDate: match.entry.birthDate ?? birth.date,
        livesHere: true,
      });
    },
    { unlogged: true },
  ),
];

export function drawRegister(
  _: IdentityVisit,
  { edition }: Identifying,
  typed = nothing,
  problems = {},
) {
  return (
    <RegisterForm
      action={urls.voteIdentityRegister({ edition: edition.slug })}
      typed={typed}
      problems={problems}
    />
  );
}

function readClaim(form: Form): TypedClaim {
  return {
    last: form.text(CLAIMED.last),
    first: form.text(CLAIMED.first),
    birth: readTypedDate(form, CLAIMED.birth),
    number: form.text(CLAIMED.number),
  };
}
