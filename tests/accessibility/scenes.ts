import type { Page } from 'playwright-core';
import type { Right } from '../../src/platform/http/route.ts';
import { SEGMENTS } from '../../src/rooms/spaces/setup/parts.ts';
import { routes } from '../../src/site.tsx';
import { urls } from '../../src/urls.ts';
import { listRefusals } from './refused-scenes.ts';
import type { Stage } from './stage.ts';
import { listVoteScenes } from './vote-scenes.ts';

export type RoleName =
  | 'anonymous'
  | 'newcomer'
  /** A member who has not agreed to the charter in force. */
  | 'hesitant'
  | 'resident'
  /** An officer whose session has not proven a second factor. */
  | 'unproven'
  | 'officer'
  | 'administrator';

/** One page as somebody meets it. */
export interface Scene {
  /** The pattern of its address, or what is met there. */
  name: string;
  path: string;
  /** Who may see it; the first is the one it was made for. */
  roles: readonly RoleName[];
  /** The name of a button that sends the form as it is, to meet its problems. */
  press?: string;
  /** The path it leads to, when that is another on purpose. */
  leadsTo?: RegExp;
  /** 200 when left out. */
  answers?: number;
}

/** Answers that are no pages of ours, or that only lead to one. */
const NOT_PAGES =
  /^\/(couleurs|langue|fichiers|carte\/fond|personnes\/completer|_sante|connexion\/fournisseur|flux)|\.(pdf|csv|ics|xlsx|zip|mjs|json|jsonld|webp|html)$|\/fichiers\/:file$|\/exports\/:file$|\/document$|\/documents\/:file$|\/images\/:file$|\/kits\/:kit\/:item$|\/:piece$|\/:edition\/preparer$|\/scrutin\/ouvrir$|\/feuille$|\/bilan\/:file$|\/image$|\/fichier$|\/versions\/:version\/pages\/:page$|\/notifications\/:notice$/;

const rolesOf: Record<Right, readonly RoleName[]> = {
  anyone: ['anonymous', 'resident', 'officer', 'administrator'],
  'signed-in': ['resident', 'officer', 'administrator'],
  'second-factor': ['resident', 'officer', 'administrator'],
  officer: ['officer', 'administrator'],
  reader: ['officer', 'administrator'],
  communicator: ['officer', 'administrator'],
  decider: ['officer', 'administrator'],
  organiser: ['officer', 'administrator'],
  agent: ['officer', 'administrator'],
  ambassador: ['officer', 'administrator'],
  'action-reviewer': ['officer', 'administrator'],
  moderator: ['officer', 'administrator'],
  'space-organiser': ['officer', 'administrator'],
  'space-author': ['officer', 'administrator'],
  staff: ['officer', 'administrator'],
  technician: ['administrator'],
  administrator: ['administrator'],
  // a town has no shared money: finances.test.ts looks at that of a movement
  finance: [],
  'this-machine': ['anonymous'],
};

/** Pages whose address is completed, or whose answer is not the usual one. */
const elsewhere: Record<string, Partial<Pick<Scene, 'roles' | 'leadsTo' | 'answers'>>> = {
  // whoever is signed in is led on from these
  ...Object.fromEntries(
    [
      urls.signIn,
      urls.signInByPasskey,
      urls.signInByCode,
      urls.signInCode,
      urls.signUp,
      urls.signUpSent,
    ].map(({ pattern }) => [pattern, { roles: ['anonymous'] as const }]),
  ),
  [urls.ownWork.pattern]: { leadsTo: /^\/(mon-espace|administration|etude|recueil)/ },
  [urls.idea.pattern]: { leadsTo: /\/idees\/1-/ },
  [urls.kiosk.pattern]: { answers: 410 },
  // a town has no groups, funds and actions: their own tests look at those of a movement
  ...Object.fromEntries(
    routes
      .filter(({ address }) =>
        /^(\/administration)?\/(groupes|fonds|actions|a|examen-des-actions|depenses)(\/|$)/.test(
          address.pattern,
        ),
      )
      .map(({ address }) => [address.pattern, { answers: 404 }]),
  ),
};

/** Every page of the site, as the router knows it, and what is met when something goes wrong. */
export function listScenes(stage: Stage): Scene[] {
  const { town, due, sealed, particulars } = stage;
  const pages = routes.filter(
    ({ method, address, right }) =>
      method === 'GET' && right !== 'finance' && !NOT_PAGES.test(address.pattern),
  );
  const acts: Record<string, string> = {
    [urls.adminPollSeal.pattern]: urls.adminPollSeal(at(due.seal)),
    [urls.adminPollOpenBox.pattern]: urls.adminPollOpenBox(at(sealed.due)),
    [urls.adminPollCount.pattern]: urls.adminPollCount(at(due.count)),
    [urls.adminPollPublish.pattern]: urls.adminPollPublish(at(due.publish)),
    [urls.adminPollBureau.pattern]: urls.adminPollBureau(at(due.publish)),
    [urls.adminEditionPart.pattern]: urls.adminEditionPart({
      ...at(town.collecting),
      part: SEGMENTS.budget,
    }),
    [urls.adminMailWords.pattern]: urls.adminMailWords({
      ...at(town.collecting),
      moment: 'fin-de-la-collecte',
    }),
    [urls.publicProfile.pattern]: urls.publicProfile({ person: 'Secret de Fleury agente' }),
    [urls.charterVersion.pattern]: urls.charterVersion({ version: '1' }),
    [urls.dataSet.pattern]: urls.dataSet({ set: 'idees' }),
    [urls.rulesDifferences.pattern]: urls.rulesDifferences(at(town.collecting), { de: 1, a: 1 }),
  };
  return [
    ...pages.map(({ address: { pattern }, right }) => ({
      name: pattern,
      path: acts[pattern] ?? town.address(pattern),
      roles: rolesOf[right],
      ...particulars[pattern],
      ...elsewhere[pattern],
    })),
    ...Object.values(SEGMENTS).map((part) => ({
      name: `a step of the preparation: ${part}`,
      path: urls.adminEditionPart({ ...at(town.preparing), part }),
      roles: ['officer'] as const,
    })),
    {
      name: 'a step of the preparation: departments',
      path: urls.adminServices(at(town.preparing)),
      roles: ['officer'],
    },
    {
      name: 'ideas on a map',
      path: urls.ideas(at(town.collecting), { vue: 'carte' }),
      roles: ['anonymous'],
    },
    {
      name: 'realisations on a map',
      path: urls.globalDelivery({ vue: 'carte' }),
      roles: ['anonymous'],
    },
    {
      name: 'the showcase of realisations',
      path: urls.globalDelivery({ vue: 'vitrine' }),
      roles: ['anonymous'],
    },
    {
      name: 'realisations in figures',
      path: urls.globalDelivery({ vue: 'chiffres' }),
      roles: ['anonymous'],
    },
    { name: 'a hidden idea', answers: 410, ...particulars['a hidden idea']! },
    { name: 'a report of realisations', ...particulars['a report of realisations']! },
    {
      name: 'projects on a map',
      path: urls.projects(at(town.voting), { vue: 'carte' }),
      roles: ['anonymous'],
    },
    {
      name: 'a search, and what was found',
      path: urls.search({ q: 'jardin secret' }),
      roles: ['anonymous'],
    },
    {
      name: 'a search that finds nothing',
      path: urls.search({ q: 'zzyzx' }),
      roles: ['anonymous'],
    },
    { name: 'nothing to follow yet', path: urls.deliveries(at(town.voting)), roles: ['anonymous'] },
    { name: 'a page that is not there', path: '/nulle-part', roles: ['anonymous'], answers: 404 },
    { name: 'second factors in use', path: urls.accountFactors(), roles: ['administrator'] },
    { name: 'a page for others', path: urls.admin(), roles: ['resident'], answers: 403 },
    ...listVoteScenes(stage),
    ...stage.voterScenes,
    ...stage.decisionScenes,
    ...listRefusals(town, particulars),
  ];
}

const at = ({ slug }: { slug: string }) => ({ edition: slug });

/** Goes to a scene, sends its form where the scene says so, and says so when another page is met. */
export async function enter(page: Page, scene: Scene): Promise<string[]> {
  const { path, press, leadsTo, answers = 200 } = scene;
  const missed: string[] = [];
  const response = await page.goto(path);
  const { pathname } = new URL(page.url());
  const asked = new URL(path, page.url()).pathname;
  if (leadsTo ? !leadsTo.test(pathname) : pathname !== asked) missed.push(`led to ${pathname}`);
  if (response?.status() !== answers) missed.push(`answered ${response?.status()}`);
  // a page that says how far a count is shows itself afresh at its end: not in the middle of a measure
  await page.waitForFunction(() => document.querySelector('fresh-part') === null, null, {
    timeout: 60_000,
  });
  if (press === undefined) return missed;
  await page.locator('main').getByRole('button', { name: press }).first().click();
  await page.getByRole('alert').filter({ visible: true }).first().waitFor();
  return missed;
}
