import { address } from './platform/http/address.ts';

/** General assemblies of a space. A part of `urls`, which everybody asks. */
export const urlsOfAssemblies = {
  assemblies: address('/espaces/:space/assemblees/:component'),
  newAssembly: address('/espaces/:space/assemblees/:component/nouvelle'),
  assembly: address('/espaces/:space/assemblees/:component/:assembly'),
  assemblySettings: address('/espaces/:space/assemblees/:component/:assembly/reglages'),
  assemblyStep: address('/espaces/:space/assemblees/:component/:assembly/etape'),
  assemblyRoll: address('/espaces/:space/assemblees/:component/:assembly/inscrits'),
  assemblyPresence: address('/espaces/:space/assemblees/:component/:assembly/presences'),
  assemblyProxy: address('/espaces/:space/assemblees/:component/:assembly/pouvoir'),
  newAssemblyItem: address('/espaces/:space/assemblees/:component/:assembly/points/nouveau'),
  assemblyItem: address('/espaces/:space/assemblees/:component/:assembly/points/:item'),
  assemblyItemMove: address(
    '/espaces/:space/assemblees/:component/:assembly/points/:item/deplacer',
  ),
  assemblyItemRemove: address(
    '/espaces/:space/assemblees/:component/:assembly/points/:item/retirer',
  ),
  assemblyVoteOpen: address('/espaces/:space/assemblees/:component/:assembly/points/:item/vote'),
  assemblyVote: address('/espaces/:space/assemblees/:component/:assembly/votes/:vote'),
  assemblyVoteClose: address('/espaces/:space/assemblees/:component/:assembly/votes/:vote/clore'),
  assemblyMinutes: address('/espaces/:space/assemblees/:component/:assembly/proces-verbal'),
} as const;
