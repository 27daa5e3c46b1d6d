import { address } from './platform/http/address.ts';
import { urlsOfAccess } from './urls-of-access.ts';
import { urlsOfBoards } from './urls-of-boards.ts';
import { urlsOfCampaign } from './urls-of-campaign.ts';
import { urlsOfContact } from './urls-of-contact.ts';
import { urlsOfDecisions } from './urls-of-decisions.ts';
import { urlsOfDelivery } from './urls-of-delivery.ts';
import { urlsOfEvaluation } from './urls-of-evaluation.ts';
import { urlsOfGuides } from './urls-of-guides.ts';
import { urlsOfMeetings } from './urls-of-meetings.ts';
import { urlsOfMovements } from './urls-of-movements.ts';
import { urlsOfNews } from './urls-of-news.ts';
import { urlsOfOpenData } from './urls-of-open-data.ts';
import { urlsOfProgramme } from './urls-of-programme.ts';
import { urlsOfSpaces } from './urls-of-spaces.ts';
import { urlsOfStudy } from './urls-of-study.ts';
import { urlsOfSurveys } from './urls-of-surveys.ts';

/**
 * Every address of the site. French path segments, ids that people can read out
 * (/editions/2026/idees/12-jardin-partage: the number decides, the words are for readers).
 */
export const urls = {
  home: address('/'),

  // organisations
  charter: address('/charte'),
  accessibility: address('/accessibilite'),
  privacy: address('/confidentialite'),
  legal: address('/mentions-legales'),
  language: address('/langue/:locale'),
  brand: address('/couleurs/:file'),
  installation: address('/installation/:token'),
  /** Of somebody who is asked to make an account: the token proves the mailbox. */
  invitation: address('/invitation/:token'),

  // identity
  providerSignIn: address('/connexion/fournisseur/:provider'),
  providerReturn: address('/connexion/fournisseur/:provider/retour'),
  providerIdentity: address('/connexion/identite'),
  linkIdentity: address('/connexion/identite/lier'),
  linkedAccounts: address('/compte/comptes-lies'),
  unlinkAccount: address('/compte/comptes-lies/:provider/delier'),
  signUp: address('/inscription'),
  signUpSent: address('/inscription/courriel'),
  confirmAddress: address('/inscription/confirmer/:token'),
  signIn: address('/connexion'),
  signInByCode: address('/connexion/code'),
  signInCode: address('/connexion/code/saisie'),
  signOut: address('/deconnexion'),
  forgottenPassword: address('/mot-de-passe-oublie'),
  newPassword: address('/mot-de-passe/:token'),
  acceptCharter: address('/charte/accepter'),
  account: address('/compte'),
  accountEmail: address('/compte/courriel'),
  confirmEmail: address('/compte/courriel/:token'),
  accountPassword: address('/compte/mot-de-passe'),
  accountSessions: address('/compte/appareils'),
  closeSession: address('/compte/appareils/:session/fermer'),
  accountIdentity: address('/compte/identite'),
  accountReminders: address('/compte/rappels'),
  accountFactors: address('/compte/double-authentification'),
  accountApp: address('/compte/double-authentification/application'),
  accountAppStart: address('/compte/double-authentification/application/nouvelle'),
  accountNewPasskey: address('/compte/double-authentification/cle'),
  accountNewPasskeyAsk: address('/compte/double-authentification/cle/demande'),
  accountPasskey: address('/compte/double-authentification/cles/:passkey'),
  accountRemoveFactor: address('/compte/double-authentification/retirer/:factor'),
  accountRecoveryCodes: address('/compte/double-authentification/codes'),
  verification: address('/compte/verification'),
  verificationAsk: address('/compte/verification/demande'),

  // spaces
  editions: address('/editions'),
  edition: address('/editions/:edition'),
  rules: address('/editions/:edition/reglement'),
  rulesPdf: address('/editions/:edition/reglement.pdf'),
  /** `de` and `a`: numbers of two versions. */
  rulesDifferences: address('/editions/:edition/reglement/differences'),

  /** Tiles behind a map, at our own address; the version is of the settings that they come from. */
  mapTile: address('/carte/fond/:version/:zoom/:column/:row'),

  // ideas
  ideas: address('/editions/:edition/idees'),
  idea: address('/editions/:edition/idees/:idea'),
  supportIdea: address('/editions/:edition/idees/:idea/soutenir'),
  withdrawSupport: address('/editions/:edition/idees/:idea/ne-plus-soutenir'),
  editIdea: address('/editions/:edition/idees/:idea/modifier'),
  depositStart: address('/editions/:edition/deposer'),
  depositText: address('/editions/:edition/deposer/:draft/texte'),
  depositPlace: address('/editions/:edition/deposer/:draft/lieu'),
  depositCompare: address('/editions/:edition/deposer/:draft/idees-proches'),
  depositSupport: address('/editions/:edition/deposer/:draft/idees-proches/:idea/soutenir'),
  depositFiles: address('/editions/:edition/deposer/:draft/documents'),
  depositRemoveFile: address('/editions/:edition/deposer/:draft/documents/:file/retirer'),
  depositPreview: address('/editions/:edition/deposer/:draft/apercu'),
  depositPublish: address('/editions/:edition/deposer/:draft/publier'),
  depositAbandon: address('/editions/:edition/deposer/:draft/abandonner'),
  depositAutosave: address('/editions/:edition/deposer/:draft/brouillon'),
  file: address('/fichiers/:file'),

  // projects
  projects: address('/editions/:edition/projets'),
  project: address('/editions/:edition/projets/:project'),
  projectsPdf: address('/editions/:edition/projets.pdf'),

  // polls
  vote: address('/editions/:edition/vote'),
  voteBasket: address('/editions/:edition/vote/panier'),
  /** `par`: the proof chosen among those that are enough. */
  voteIdentity: address('/editions/:edition/vote/identite'),
  voteIdentityDeclare: address('/editions/:edition/vote/identite/declaration'),
  voteIdentityRegister: address('/editions/:edition/vote/identite/registre'),
  voteIdentityProof: address('/editions/:edition/vote/identite/justificatif'),
  voteIdentityCode: address('/editions/:edition/vote/identite/code'),
  voteIdentityEmail: address('/editions/:edition/vote/identite/courriel'),
  voteIdentityEmailCode: address('/editions/:edition/vote/identite/courriel/code'),
  voteIdentityPhone: address('/editions/:edition/vote/identite/telephone'),
  voteIdentityPhoneCode: address('/editions/:edition/vote/identite/telephone/code'),
  voteIdentityProvider: address('/editions/:edition/vote/identite/fournisseur/:provider'),
  voteIdentityProviderBack: address('/editions/:edition/vote/identite/retour'),
  /** Where a pupil types the code of the class. */
  voteClass: address('/editions/:edition/vote/classe'),
  voteIdentityForget: address('/editions/:edition/vote/identite/oublier'),
  voteReview: address('/editions/:edition/vote/bulletin'),
  voteCast: address('/editions/:edition/vote/depot'),
  voteReceipt: address('/editions/:edition/vote/recu'),
  voteReceiptPdf: address('/editions/:edition/vote/recu.pdf'),
  /** The tutor's page: its token is the right to it. */
  tutor: address('/classe/:token'),
  tutorOpen: address('/classe/:token/ouvrir'),
  tutorClose: address('/classe/:token/fermer'),
  votePoints: address('/editions/:edition/vote/ou-voter'),
  voteProof: address('/editions/:edition/vote/preuve'),
  voteReminder: address('/editions/:edition/vote/rappel'),
  voteReminderUndo: address('/editions/:edition/vote/rappel/annuler'),
  stopReminders: address('/rappels/:token'),
  results: address('/editions/:edition/resultats'),
  resultWall: address('/editions/:edition/resultats/ecran'),
  resultBundle: address('/editions/:edition/resultats/urne.zip'),
  resultMinutes: address('/editions/:edition/resultats/proces-verbal.pdf'),
  resultMinutesCsv: address('/editions/:edition/resultats/proces-verbal.csv'),
  verifyResult: address('/editions/:edition/resultats/verifier'),
  verifierFile: address('/verify.mjs'),
  findBallot: address('/editions/:edition/resultats/mon-bulletin'),
  publicVotes: address('/editions/:edition/resultats/votes'),
  publicVotesCsv: address('/editions/:edition/resultats/votes.csv'),

  // insights
  whatIf: address('/editions/:edition/resultats/et-si'),
  adminSimulator: address('/administration/editions/:edition/simulateur'),

  // administration
  admin: address('/administration'),
  adminJournal: address('/administration/journal'),
  adminAccess: address('/administration/acces'),
  adminResetFactors: address('/administration/acces/:person/double-authentification'),
  adminOutlines: address('/administration/carte'),
  adminOutlineUpload: address('/administration/carte/fichiers/:upload'),
  adminRemoveOutlines: address('/administration/carte/contours/:kind/retirer'),
  adminMapSettings: address('/administration/carte-et-adresses'),
  adminMapFile: address('/administration/carte-et-adresses/fond-de-carte'),
  adminNewEdition: address('/administration/editions/nouvelle'),
  adminEdition: address('/administration/editions/:edition'),
  adminEditionSettings: address('/administration/editions/:edition/reglages'),
  adminEditionPart: address('/administration/editions/:edition/reglages/:part'),
  /** Takes up a preparation where it was left. */
  adminEditionSetup: address('/administration/editions/:edition/preparer'),
  adminCopyEdition: address('/administration/editions/:edition/copier'),
  adminAbandonEdition: address('/administration/editions/:edition/abandonner'),
  adminEditionPhases: address('/administration/editions/:edition/calendrier'),
  adminEditionOpen: address('/administration/editions/:edition/ouvrir'),
  adminIdeas: address('/administration/editions/:edition/idees'),
  adminIdeaImports: address('/administration/editions/:edition/idees/import'),
  adminIdeaImport: address('/administration/editions/:edition/idees/import/:import'),
  adminIdeaImportPreview: address('/administration/editions/:edition/idees/import/:import/apercu'),
  adminIdeaImportStop: address('/administration/editions/:edition/idees/import/:import/arreter'),
  adminIdeaImportUndo: address('/administration/editions/:edition/idees/import/:import/annuler'),
  adminIdeaImportOddities: address(
    '/administration/editions/:edition/idees/import/:import/anomalies.csv',
  ),
  adminIdeasExport: address('/administration/editions/:edition/idees/export'),
  adminIdeasCsv: address('/administration/editions/:edition/idees.csv'),
  adminIdeasXlsx: address('/administration/editions/:edition/idees.xlsx'),
  adminProjects: address('/administration/editions/:edition/projets'),
  adminNewProject: address('/administration/editions/:edition/projets/nouveau'),
  adminMakeProjects: address('/administration/editions/:edition/projets/creer'),
  adminProject: address('/administration/editions/:edition/projets/:project'),
  adminRemoveProject: address('/administration/editions/:edition/projets/:project/supprimer'),
  adminFreezeList: address('/administration/editions/:edition/liste'),
  adminPoll: address('/administration/editions/:edition/scrutin'),
  adminPollOpen: address('/administration/editions/:edition/scrutin/ouvrir'),
  adminPollExtend: address('/administration/editions/:edition/scrutin/prolonger'),
  adminPollPrint: address('/administration/editions/:edition/scrutin/imprimer'),
  adminPollBallotPdf: address('/administration/editions/:edition/scrutin/imprimer/bulletin.pdf'),
  adminPollCoverPdf: address('/administration/editions/:edition/scrutin/imprimer/bordereau.pdf'),
  adminPollWatch: address('/administration/editions/:edition/scrutin/vigilance'),
  adminPollWatchCsv: address('/administration/editions/:edition/scrutin/vigilance.csv'),
  adminPollInvalidations: address('/administration/editions/:edition/scrutin/vigilance/bulletins'),
  adminPollInvalidate: address(
    '/administration/editions/:edition/scrutin/vigilance/bulletins/:invalidation/confirmer',
  ),
  adminPollKeepBallots: address(
    '/administration/editions/:edition/scrutin/vigilance/bulletins/:invalidation/retirer',
  ),
  adminPollRestoreVoter: address(
    '/administration/editions/:edition/scrutin/vigilance/bulletins/:invalidation/retablir',
  ),
  adminPollSeal: address('/administration/editions/:edition/scrutin/sceller'),
  adminPollOpenBox: address('/administration/editions/:edition/scrutin/depouillement'),
  adminPollCount: address('/administration/editions/:edition/scrutin/compter'),
  adminPollCancelCount: address('/administration/editions/:edition/scrutin/compter/arreter'),
  adminPollPublish: address('/administration/editions/:edition/scrutin/publier'),
  adminClasses: address('/administration/editions/:edition/classes'),
  adminClassLink: address('/administration/editions/:edition/classes/:session/lien'),
  adminClassPlace: address('/administration/editions/:edition/classes/:session/place'),
  adminPollUrn: address('/administration/editions/:edition/scrutin/papier'),
  adminUrnBatch: address('/administration/editions/:edition/scrutin/papier/lots/:batch'),
  adminUrnUndo: address('/administration/editions/:edition/scrutin/papier/lots/:batch/reprendre'),
  adminUrnFinish: address('/administration/editions/:edition/scrutin/papier/lots/:batch/terminer'),
  adminUrnCompare: address('/administration/editions/:edition/scrutin/papier/lots/:batch/comparer'),
  adminUrnSign: address('/administration/editions/:edition/scrutin/papier/lots/:batch/signer'),
  adminUrnRecount: address('/administration/editions/:edition/scrutin/papier/lots/:batch/corriger'),
  adminUrnRemove: address('/administration/editions/:edition/scrutin/papier/lots/:batch/supprimer'),
  adminUrnPoint: address('/administration/editions/:edition/scrutin/papier/points/:point'),
  adminUrnTotals: address('/administration/editions/:edition/scrutin/papier/points/:point/totaux'),
  adminUrnConfirmTotals: address(
    '/administration/editions/:edition/scrutin/papier/points/:point/totaux/confirmer',
  ),
  adminUrnRemoveTotals: address(
    '/administration/editions/:edition/scrutin/papier/points/:point/totaux/supprimer',
  ),
  adminUrnReopen: address('/administration/editions/:edition/scrutin/papier/points/:point/rouvrir'),
  adminVotePoints: address('/administration/editions/:edition/points-de-vote'),
  adminNewVotePoint: address('/administration/editions/:edition/points-de-vote/nouveau'),
  adminVotePoint: address('/administration/editions/:edition/points-de-vote/:point'),
  adminVoteShifts: address('/administration/editions/:edition/points-de-vote/:point/permanences'),
  adminRemoveVotePoint: address(
    '/administration/editions/:edition/points-de-vote/:point/supprimer',
  ),
  adminPollCancelPublication: address('/administration/editions/:edition/scrutin/publier/annuler'),
  adminPollBureau: address('/administration/editions/:edition/scrutin/bureau'),
  adminPollMinutes: address('/administration/editions/:edition/scrutin/proces-verbal.pdf'),
  adminPollMinutesCsv: address('/administration/editions/:edition/scrutin/proces-verbal.csv'),
  adminRegister: address('/administration/editions/:edition/registre'),
  adminRegisterErase: address('/administration/editions/:edition/registre/effacer'),
  adminRegisterImport: address('/administration/editions/:edition/registre/imports/:import'),
  adminRegisterStop: address('/administration/editions/:edition/registre/imports/:import/arreter'),
  adminRegisterRefusals: address(
    '/administration/editions/:edition/registre/imports/:import/refus.csv',
  ),

  // voting in person: the officer's desk at a point, and the device that stands there for voters
  desks: address('/bureau'),
  desk: address('/bureau/:point'),
  deskOpen: address('/bureau/:point/ouvrir'),
  deskClose: address('/bureau/:point/fermer'),
  deskPaper: address('/bureau/:point/papier'),
  deskTakeBack: address('/bureau/:point/annuler'),
  deskCode: address('/bureau/:point/code'),
  deskKiosk: address('/bureau/:point/borne'),
  deskCloseKiosk: address('/bureau/:point/bornes/:kiosk/fermer'),
  kiosk: address('/borne'),
  kioskLeave: address('/borne/quitter'),
  kioskPresence: address('/borne/presence'),
  adminCodes: address('/administration/editions/:edition/codes'),
  adminCodeBatch: address('/administration/editions/:edition/codes/:batch'),
  /** `de`: the number of the first letter. */
  adminCodeLetters: address('/administration/editions/:edition/codes/:batch/lettres.pdf'),
  adminCodesSent: address('/administration/editions/:edition/codes/:batch/parties'),
  adminCodesRevoke: address('/administration/editions/:edition/codes/:batch/annuler'),
  adminProofs: address('/administration/editions/:edition/justificatifs'),
  adminProof: address('/administration/editions/:edition/justificatifs/:proof'),
  adminProofFile: address('/administration/editions/:edition/justificatifs/:proof/document'),

  ...urlsOfContact,
  ...urlsOfDecisions,
  ...urlsOfDelivery,
  ...urlsOfEvaluation,
  ...urlsOfAccess,
  ...urlsOfBoards,
  ...urlsOfCampaign,
  ...urlsOfGuides,
  ...urlsOfOpenData,
  ...urlsOfProgramme,
  ...urlsOfMeetings,
  ...urlsOfMovements,
  ...urlsOfNews,
  ...urlsOfSpaces,
  ...urlsOfStudy,
  ...urlsOfSurveys,

  // the house itself
  health: address('/_sante'),
  mails: address('/_mails'),
  mail: address('/_mails/:mail'),
  demoCodes: address('/_code'),
  gallery: address('/_ui'),
} as const;
