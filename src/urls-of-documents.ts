import { address } from './platform/http/address.ts';

/** Documents of spaces. A part of `urls`, which everybody asks. */
export const urlsOfDocuments = {
  /** `dossier`: number of a folder; `type`, `niveau`, `theme`, `resultat`, `portee`, `etiquette`, `mots`, `modeles`, `de`, `vue`, `apres`. */
  spaceDocuments: address('/espaces/:space/documents/:component'),
  /** What everybody reads of a space; `type`, `niveau`, `apres`. */
  publicDocuments: address('/espaces/:space/documents'),
  /** `dossier`: where it is put; `amende`: number of the document that it proposes to change. */
  depositDocument: address('/espaces/:space/documents/:component/deposer'),
  documentFolders: address('/espaces/:space/documents/:component/dossiers'),
  documentFolder: address('/espaces/:space/documents/:component/dossiers/:folder'),
  documentFolderRemove: address('/espaces/:space/documents/:component/dossiers/:folder/supprimer'),
  /** Positions side by side by level of mandate; `theme`. */
  documentComparison: address('/espaces/:space/documents/:component/echelons'),
  documentQuota: address('/espaces/:space/documents/:component/place'),
  document: address('/documents/:document'),
  documentChange: address('/documents/:document/modifier'),
  documentMove: address('/documents/:document/deplacer'),
  documentNewVersion: address('/documents/:document/nouvelle-version'),
  /** What one version said, and what changed since the one before. */
  documentVersion: address('/documents/:document/versions/:version'),
  /** `taille=petite`: the small picture. */
  documentFile: address('/documents/:document/versions/:version/fichier'),
  /** One of its first pages as a picture; `taille=petite`: the small one. */
  documentPage: address('/documents/:document/versions/:version/pages/:page'),
  documentWithdraw: address('/documents/:document/retirer'),
  documentReuse: address('/documents/:document/reutiliser'),
  /** The team says what becomes of an amendment: `suite`. */
  documentDecide: address('/documents/:document/suite'),
  /** What an adapted copy changed in what it was made out of. */
  documentDifferences: address('/documents/:document/differences'),
} as const;
