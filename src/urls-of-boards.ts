import { address } from './platform/http/address.ts';

/** Ideas of a component of a space: the same pages as those of an edition, at addresses of their own; what becomes of ideas. */
export const urlsOfBoards = {
  spaceIdeas: address('/espaces/:space/idees/:component'),
  spaceIdea: address('/espaces/:space/idees/:component/:idea'),
  spaceIdeaVersions: address('/espaces/:space/idees/:component/:idea/versions'),
  spaceWithdrawIdea: address('/espaces/:space/idees/:component/:idea/retirer'),
  /** A need becomes an idea (R181). */
  spaceNeedToIdea: address('/espaces/:space/idees/:component/:idea/en-faire-une-idee'),
  /** Which ideas came out of an event, for who runs it. */
  meetingIdeas: address('/agenda/:meeting/idees'),
  /** An idea that people had there, for who runs it. */
  meetingDeposit: address('/agenda/:meeting/idees/deposer'),
  ideaVersions: address('/editions/:edition/idees/:idea/versions'),
  spaceSupportIdea: address('/espaces/:space/idees/:component/:idea/soutenir'),
  spaceWithdrawSupport: address('/espaces/:space/idees/:component/:idea/ne-plus-soutenir'),
  spaceEditIdea: address('/espaces/:space/idees/:component/:idea/modifier'),
  spaceDepositStart: address('/espaces/:space/deposer/:component'),
  spaceDepositText: address('/espaces/:space/deposer/:component/:draft/texte'),
  spaceDepositPlace: address('/espaces/:space/deposer/:component/:draft/lieu'),
  spaceDepositCompare: address('/espaces/:space/deposer/:component/:draft/idees-proches'),
  spaceDepositSupport: address(
    '/espaces/:space/deposer/:component/:draft/idees-proches/:idea/soutenir',
  ),
  spaceDepositFiles: address('/espaces/:space/deposer/:component/:draft/documents'),
  spaceDepositRemoveFile: address(
    '/espaces/:space/deposer/:component/:draft/documents/:file/retirer',
  ),
  spaceDepositPreview: address('/espaces/:space/deposer/:component/:draft/apercu'),
  spaceDepositPublish: address('/espaces/:space/deposer/:component/:draft/publier'),
  spaceDepositAbandon: address('/espaces/:space/deposer/:component/:draft/abandonner'),
  spaceDepositAutosave: address('/espaces/:space/deposer/:component/:draft/brouillon'),
} as const;
