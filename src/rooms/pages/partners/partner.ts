/** Who an organisation works with, each with its role (R177). */
export interface Partner extends PartnerTexts {
  id: string;
  version: number;
  /** In pixels; null: the name alone. */
  logo: { fileId: string; width: number; height: number } | null;
}

export interface PartnerTexts {
  name: string;
  /** One sentence: what it does here. */
  role: string;
  /** '' where nobody wrote it in English. */
  roleEn: string;
  /** Of its site, https; '' for none. */
  address: string;
}

/** Characters. */
export const LONGEST = { name: 120, role: 300, address: 500 };

export const MOST_PARTNERS = 100;

export type PartnerProblem =
  | 'name-missing'
  | 'name-too-long'
  | 'role-missing'
  | 'role-too-long'
  | 'address-unsafe';

export type PartnerProblems = Partial<Record<keyof PartnerTexts, PartnerProblem>>;

/** `isSafe`: whether the address is of a site on the web, over https (W2). */
export function checkPartner(texts: PartnerTexts, isSafe: boolean): PartnerProblems {
  return {
    ...(texts.name === '' && { name: 'name-missing' as const }),
    ...(texts.name.length > LONGEST.name && { name: 'name-too-long' as const }),
    ...(texts.role === '' && { role: 'role-missing' as const }),
    ...(texts.role.length > LONGEST.role && { role: 'role-too-long' as const }),
    ...(texts.roleEn.length > LONGEST.role && { roleEn: 'role-too-long' as const }),
    ...(texts.address !== '' &&
      (!isSafe || texts.address.length > LONGEST.address) && {
        address: 'address-unsafe' as const,
      }),
  };
}
