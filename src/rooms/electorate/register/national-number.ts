/**
 * National numbers are never collected (NIR: décret 2019-341; a city's voters were usurped with such a list,
 * integrity part 2.2). A file that holds some is refused as a whole.
 */

const SHAPE =
  /^([1-478])(\d{2})(0[1-9]|1[0-2]|[2-3]\d|4[0-2]|[5-9]\d)(\d{2}|2[AB])(\d{3})(\d{3})(\d{2})?$/;

/** Sex, year, month, place, order, and the key (97 less the rest), which 13 figures go without. */
export function isNationalNumber(value: string): boolean {
  if (value.length < 13 || value.length > 24) return false;
  const compact = value.toUpperCase().replaceAll(/[\s.\-\u00a0\u202f]/g, '');
  const match = SHAPE.exec(compact);
  if (!match) return false;
  if (match[7] === undefined) return true;
  // Corsica: 2A counts as 19, 2B as 18
  const figures = compact.slice(0, 13).replace('2A', '19').replace('2B', '18');
  return 97 - Number(BigInt(figures) % 97n) === Number(match[7]);
}

/** A value that is one beyond doubt: with its key. */
export function isKeyedNationalNumber(value: string): boolean {
  if (value.length < 15) return false;
  const figures = value.replaceAll(/[\s.\-\u00a0\u202f]/g, '');
  return figures.length === 15 && isNationalNumber(value);
}

const NAMES = /^(nir|nni|nss|ssn)$|securitesociale|(numero|^n|^no|^num)(de)?secu|socialsecurity/;

/** `name`: of a column, folded. `values`: those of the first lines. */
export function isNationalColumn(name: string, values: readonly string[]): boolean {
  if (NAMES.test(name)) return true;
  const filled = values.filter((value) => value.trim() !== '');
  const alike = filled.filter(isNationalNumber).length;
  return alike > 0 && alike * 5 >= filled.length;
}
