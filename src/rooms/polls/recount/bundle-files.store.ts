import { dayInParis } from '../../../platform/clock/paris.ts';
import type { Db } from '../../../platform/database/database.ts';
import type { Edition } from '../../spaces/index.ts';
import { writePabulib } from '../../tally/index.ts';
import { writeCanonical } from '../box/box.crypto.ts';
import { countChannels, listSealedPages } from '../box/box.store.ts';
import { listHeads } from '../box/head.store.ts';
import { listPublicVoters } from '../box/public-ballot.store.ts';
import { listWithdrawn } from '../box/withdrawal.store.ts';
import { getManifest } from '../poll.store.ts';
import type { Poll } from '../poll.ts';
import { findResult } from '../result/result.store.ts';
import { findOpening } from '../sealed/opened-box.store.ts';
import { listStatements, type SignedStatement } from '../urn/channels.store.ts';
import { readSettlement } from '../urn/point-paper.ts';
import { listTotalsStatements } from '../urn/totals.store.ts';
import { recordInvalidation } from '../watch/invalidation.ts';
import { listConfirmed } from '../watch/invalidation-lists.store.ts';
import { listSources } from './pabulib-export.store.ts';
import { suppressSmallCells } from './small-cells.ts';

/** A file of the bundle, in pieces: no ballot box is ever held in memory as a whole. */
export interface BundleFile {
  name: string;
  pieces: () => AsyncIterable<string> | Iterable<string>;
}

/** Of a published poll: what it takes to check every ballot and to count again (integrity 1.5, rule 7). */
export interface BundleSource {
  organisationId: string;
  /** Name of the organisation. */
  unit: string;
  edition: Edition;
  poll: Poll;
}

/** Heads of a year, and some. */
const MOST_HEADS = 20_000;

/** Every file but the index and its signature, in the order in which they are written. */
export async function listBundleFiles(db: Db, source: BundleSource): Promise<BundleFile[]> {
  const { organisationId, poll, edition, unit } = source;
  const manifest = await getManifest(db, organisationId, poll.id);
  const heads = await listHeads(db, organisationId, poll.id, MOST_HEADS);
  const result = (await findResult(db, organisationId, poll.id))!;
  const labels = Object.fromEntries(poll.options.map(({ key, label }) => [key, label]));
  const withdrawn = await listWithdrawn(db, poll.id);
  const invalidations = await listConfirmed(db, { organisationId, pollId: poll.id });
  const record = {
    acts: poll.acts.map(({ kind, at }) => ({ kind, at: at.toISOString() })),
    extensions: poll.extensions.map(({ from, to, at, reason }) => ({
      from: from.toISOString(),
      to: to.toISOString(),
      at: at.toISOString(),
      reason,
    })),
    ...(withdrawn.length > 0 && { withdrawn }),
    ...(invalidations.length > 0 && {
      invalidations: invalidations.map((one) => recordInvalidation(one, dayInParis(one.at))),
    }),
    turnout: await describeTurnout(db, poll, result.result.voters),
    ...(votesOnPaper(poll) && { paper: describePaper(poll) }),
  };
  const opening = await findOpening(db, organisationId, poll.id);
  const voters = await listPublicVoters(db, organisationId, poll.id);
  const sources = await listSources(db, edition, unit, poll);
  return [
    whole('LISEZ-MOI.txt', README),
    whole('manifest.json', manifest.body),
    whole('labels.json', writeCanonical(labels)),
    { name: 'ballots.jsonl', pieces: () => writeBallots(db, poll, voters) },
    ...(opening
      ? [
          { name: 'sealed.jsonl', pieces: () => writeSealed(db, poll.id) },
          whole('opening.json', writeCanonical({ format: 'pb-opening-v1', ...opening })),
        ]
      : []),
    { name: 'leaves.txt', pieces: () => writeLeaves(db, poll.id) },
    whole('heads.json', writeCanonical(heads.reverse())),
    whole('record.json', writeCanonical(record)),
    whole('result.json', result.body),
    ...(votesOnPaper(poll) ? await listPaper(db, organisationId, poll) : []),
    ...sources.map(({ key, source }) => ({
      name: `election-${key}.pb`,
      pieces: () => writePabulib(source),
    })),
  ];
}

const whole = (name: string, text: string): BundleFile => ({ name, pieces: () => [text] });

/** Who voted by which channel, counts of fewer than ten left out; the whole is public in any case. */
async function describeTurnout(db: Db, poll: Poll, voters: number) {
  // the roll of an archived poll stayed where it was held
  if (poll.imported) return { voters, online: null, paper: null };
  const channels = await countChannels(db, poll.id);
  const [online = null, paper = null] = suppressSmallCells([channels.online, channels.paper]);
  return { voters, online, paper };
}

const votesOnPaper = ({ settings, imported }: Poll) => settings.paper !== 'none' && !imported;

/** Point by point: how many signed for paper, and why there were not as many ballots, as the minutes say it. */
function describePaper(poll: Poll) {
  const points = readSettlement(poll);
  const sum = (field: 'blank' | 'void') => points.reduce((total, point) => total + point[field], 0);
  return {
    // of all points together: of one alone they may tell what somebody did
    blank: sum('blank'),
    void: sum('void'),
    points: points.map(({ pointId, name, signedIn, setAside, reason }) => ({
      ...{ point: pointId, name, signedIn, setAside, reason },
    })),
  };
}

/** What was signed of each batch; who signed is told by what they did there, never by name. */
async function listPaper(db: Db, organisationId: string, poll: Poll): Promise<BundleFile[]> {
  const key = { organisationId, pollId: poll.id };
  const read = ({ statement, signature }: SignedStatement) => ({
    statement: JSON.parse(statement) as unknown,
    signature,
  });
  const batches = (await listStatements(db, organisationId, poll.id)).map(read);
  const totals = (await listTotalsStatements(db, key)).map(read);
  return [
    whole('paper.json', writeCanonical({ format: 'pb-paper-v1', batches })),
    ...(totals.length > 0
      ? [whole('totals.json', writeCanonical({ format: 'pb-totals-v1', totals }))]
      : []),
  ];
}

/** `voters`: under which public name each ballot of a public vote was cast, by commitment. */
async function* writeBallots(
  db: Db,
  poll: Poll,
  voters: ReadonlyMap<string, string>,
): AsyncGenerator<string> {
  for await (const page of listSealedPages(db, poll.id)) {
    yield page
      .map(({ choices, commitment, nonce }) => {
        const voter = voters.get(commitment);
        return `${writeCanonical({ choices, commitment, nonce, ...(voter !== undefined && { voter }) })}\n`;
      })
      .join('');
  }
}

/** The box of a sealed poll as it was cast: the ciphertexts, each with the token of its slot. */
async function* writeSealed(db: Db, pollId: string): AsyncGenerator<string> {
  for await (const page of listSealedPages(db, pollId, 'sealed_ballot'))
    yield page
      .map(({ choices: sealed, nonce: token, commitment }) => {
        return `${writeCanonical({ commitment, sealed, token })}\n`;
      })
      .join('');
}

async function* writeLeaves(db: Db, pollId: string): AsyncGenerator<string> {
  for await (const page of listSealedPages(db, pollId, 'sealed_ballot'))
    yield page.map(({ commitment }) => `${commitment}\n`).join('');
}

const README = `Le dossier public d'un scrutin
==============================

Ce dossier permet à chacun·e de vérifier le vote et de refaire le compte, sans nous.

manifest.json    les règles du scrutin, figées et signées à l'ouverture
labels.json      le titre de chaque projet ; son empreinte est dans manifest.json
ballots.jsonl    chaque bulletin, avec l'aléa qui le relie à son engagement ; l'ordre ne dit rien
leaves.txt       les engagements, triés
sealed.jsonl     d'un vote scellé : chaque bulletin tel qu'il a été déposé, chiffré
opening.json     d'un vote scellé : la clé qui ouvre ces bulletins, et ceux qui étaient nuls
heads.json       les relevés signés de l'urne, publiés heure par heure pendant le vote
record.json      qui a fait quoi et quand (actes du scrutin), combien de personnes ont voté, les bulletins retirés et les règles qui en ont déclaré invalides
paper.json       les lots de bulletins papier, tels que signés (s'il y en a eu)
totals.json      les totaux d'un point dépouillé à la main, tels que signés (s'il y en a eu)
result.json      le résultat, avec toute la trace du décompte
election-*.pb    les mêmes bulletins au format Pabulib, pour d'autres outils
                 (sans les totaux saisis, qui ne sont pas des bulletins)
bundle.json      l'empreinte SHA-256 de chaque fichier
signatures.json  les signatures (Ed25519) de manifest.json et de bundle.json

Vérifier : sur la page des résultats, « Vérifier dans mon navigateur » ;
ou, hors ligne, avec le vérificateur en un seul fichier proposé sur cette page :

    node verify.mjs urne.zip

Retrouver un bulletin : son code de suivi est son engagement, écrit en lettres et chiffres.
`;
