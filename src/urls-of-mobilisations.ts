import { address } from './platform/http/address.ts';

/** Mobilisations of a space: calls, and texts to sign. A part of `urls`, which everybody asks. */
export const urlsOfMobilisations = {
  /** `apres`: the number of the one after which the page begins. */
  mobilisations: address('/espaces/:space/mobilisations/:component'),
  newPetition: address('/espaces/:space/mobilisations/:component/nouvelle'),
  petition: address('/mobilisations/:petition'),
  changePetition: address('/mobilisations/:petition/modifier'),
  /** `v`: which one, since it may be kept; `taille=petite`. */
  petitionPicture: address('/mobilisations/:petition/image'),
  petitionPictureRemove: address('/mobilisations/:petition/image/retirer'),
  publishPetition: address('/mobilisations/:petition/publier'),
  closePetition: address('/mobilisations/:petition/clore'),
  tellPetition: address('/mobilisations/:petition/suites'),
  signPetition: address('/mobilisations/:petition/signer'),
  unsignPetition: address('/mobilisations/:petition/retirer'),
  /** `apres`: the number of the signature after which the page begins. */
  signers: address('/mobilisations/:petition/signataires'),
  signersCsv: address('/mobilisations/:petition/signataires.csv'),
  /** From a mail; the token is the right to it. */
  signatureConfirm: address('/mobilisations/signatures/:token/confirmer'),
  signatureWithdraw: address('/mobilisations/signatures/:token/retirer'),
} as const;
