import { dayInParis } from '../../../platform/clock/paris.ts';
import type { Form } from '../../../platform/http/form.ts';
import { post, type Route } from '../../../platform/http/route.ts';
import { openKeys } from '../../../platform/keys/keys.ts';
import { urls } from '../../../urls.ts';
import { checkNames, declaredMark, writeMark } from '../../electorate/index.ts';
import { readBirthDate, readTypedDate } from '../../identity/index.ts';
import { countRefusedStep } from '../watch/counting.routes.ts';
import { isImpossible } from '../watch/counting.ts';
import {
  DECLARED,
  DeclarationForm,
  type DeclarationRefusals,
  declarationProblems,
  type TypedDeclaration,
} from './declaration.page.tsx';
import {
  type Identifying,
  type IdentityVisit,
  keepProof,
  loadIdentifying,
  showStep,
} from './identifying.routes.tsx';

const nothing: TypedDeclaration = {
  names: '',
  birth: { day: '', month: '', year: '' },
  address: '',
  residence: '',
  honour: false,
};

/** Name, birth date and address on honour, without an account (R69, W17). */
export const declarationRoutes: readonly Route[] = [
  post(
    urls.voteIdentityDeclare,
    'anyone',
    async (visit) => {
      const loaded = await loadIdentifying(visit, 'declaration');
      if ('answer' in loaded) return loaded.answer;
      const { poll, now } = loaded;
      const typed = readDeclaration(await visit.form());
      const birth = readBirthDate(typed.birth, dayInParis(now));
      const here = poll.residenceRequired;
      const refusals: DeclarationRefusals = {
        names: checkNames(typed.names),
        birth: typeof birth === 'string' ? birth : null,
        residence: here && typed.residence === '' ? 'residence-missing' : null,
        address: here && typed.address === '' ? 'address-missing' : null,
        honour: typed.honour ? null : 'honour-missing',
      };
      const problems = declarationProblems(refusals, visit.organisation.name);
      if (isImpossible(birth)) countRefusedStep(visit, loaded, poll, 'birth-impossible');
      if (typeof birth === 'string' || Object.keys(problems).length > 0)
        return showStep(loaded, drawDeclaration(visit, loaded, typed, problems), problems);
      const rollKey = openKeys(visit.config.keysFolder).rollKey();
      const mark = declaredMark({ names: typed.names, birthDate: birth.date });
      return keepProof(visit, loaded, {
        method: 'declaration',
        marks: [writeMark(rollKey, poll.id, mark)],
        birthDate: birth.date,
        livesHere: here ? typed.residence === 'oui' : null,
      });
    },
    { unlogged: true },
  ),
];

export function drawDeclaration(
  visit: IdentityVisit,
  { edition, poll }: Identifying,
  typed = nothing,
  problems = {},
) {
  return (
    <DeclarationForm
      action={urls.voteIdentityDeclare({ edition: edition.slug })}
      typed={typed}
      problems={problems}
      residence={poll.residenceRequired ? visit.organisation.name : null}
    />
  );
}

function readDeclaration(form: Form): TypedDeclaration {
  const residence = form.text(DECLARED.residence);
  return {
    names: form.text(DECLARED.names),
    birth: readTypedDate(form, DECLARED.birth),
    address: form.text(DECLARED.address),
    residence: residence === 'oui' || residence === 'non' ? residence : '',
    honour: form.has(DECLARED.honour),
  };
}
