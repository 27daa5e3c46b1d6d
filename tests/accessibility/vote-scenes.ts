import { urls } from '../../src/urls.ts';
import type { Scene } from './scenes.ts';
import type { Stage } from './stage.ts';

const at = ({ slug }: { slug: string }) => ({ edition: slug });

/** A vote as it is met in its other states: not open yet, sealed, counted, under embargo, over. */
export function listVoteScenes({ town, frozen, due, publicVotes, sealed }: Stage): Scene[] {
  return [
    { name: 'the vote over', path: urls.vote(at(due.seal)), roles: ['anonymous'] },
    { name: 'a result under embargo', path: urls.adminPoll(at(due.publish)), roles: ['officer'] },
    {
      name: 'what a sealed box tells the office',
      path: urls.adminPollWatch(at(due.count)),
      roles: ['officer'],
    },
    {
      name: 'a rule to agree with',
      path: urls.adminPollInvalidations(at(due.seal)),
      roles: ['officer'],
    },
    { name: 'the poll to open', path: urls.adminPoll(at(frozen)), roles: ['officer'] },
    {
      name: 'rules compared on a published poll',
      path: urls.adminSimulator(at(town.done), { bulletins: town.done.slug }),
      roles: ['officer'],
    },
    {
      name: 'rules compared on invented ballots',
      path: urls.adminSimulator(at(frozen), { sorte: 'judgment', votants: 60 }),
      roles: ['officer'],
    },
    {
      name: 'no result yet',
      path: urls.results(at(town.voting)),
      roles: ['anonymous'],
      answers: 404,
    },
    {
      name: 'no ballot to read yet',
      path: urls.findBallot(at(town.voting)),
      roles: ['anonymous'],
      answers: 404,
    },
    {
      name: 'points of vote to print',
      path: urls.votePoints(at(town.voting), { imprimer: 'oui' }),
      roles: ['anonymous'],
    },
    {
      name: 'no point of vote yet',
      path: urls.votePoints(at(publicVotes.open)),
      roles: ['anonymous'],
    },
    {
      name: 'no point of vote to run yet',
      path: urls.adminVotePoints(at(publicVotes.open)),
      roles: ['officer'],
    },
    {
      name: 'a register with its imports',
      path: urls.adminRegister(at(town.voting)),
      roles: ['officer'],
    },
    {
      name: 'a register not to be erased during the vote',
      path: urls.adminRegisterErase(at(town.voting)),
      roles: ['officer'],
    },
    {
      name: 'an import with refused lines',
      path: urls.adminRegisterImport({ ...at(town.voting), import: town.importId }),
      roles: ['officer'],
    },
    { name: 'a public vote', path: urls.vote(at(publicVotes.open)), roles: ['anonymous'] },
    { name: 'a sealed vote', path: urls.vote(at(sealed.open)), roles: ['anonymous'] },
    {
      name: 'a sealed ballot to review',
      path: urls.voteReview(at(sealed.open)),
      roles: ['anonymous'],
    },
    {
      name: 'refused: parts of a key',
      path: urls.adminPollOpenBox(at(sealed.due)),
      roles: ['officer'],
      press: 'Ouvrir l’urne',
    },
  ];
}
