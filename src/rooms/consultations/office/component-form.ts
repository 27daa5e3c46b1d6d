import { type ComponentKind, type ComponentSettings, LIKENESSES } from '../component.ts';

/** A component as it was typed, by field of its form; boxes say 'oui' or nothing. */
export type TypedComponent = Record<
  | 'titre'
  | 'introduction'
  | 'theme'
  | `${'ouverture' | 'cloture'}-${'day' | 'month' | 'year' | 'time'}`
  | 'ouverte'
  | 'soutiens'
  | 'soutiens-max'
  | 'idees-max'
  | 'comparaison'
  | 'ressemblance'
  | 'minutes'
  | 'retrait'
  | 'lieux'
  | 'commentaires'
  | 'alignes'
  | 'notes'
  | 'profondeur',
  string
>;

/** Fields of each setting, for whoever reads what a kind has. */
const FIELDS_OF_SETTING: Record<keyof ComponentSettings, readonly (keyof TypedComponent)[]> = {
  supports: ['soutiens'],
  mostSupports: ['soutiens-max'],
  comments: ['commentaires', 'alignes', 'notes', 'profondeur'],
  compares: ['comparaison'],
  likeness: ['ressemblance'],
  editMinutes: ['minutes'],
  mayWithdraw: ['retrait'],
  mostIdeas: ['idees-max'],
  places: ['lieux'],
  openToProposals: ['ouverte'],
};

const tick = (is: boolean): string => (is ? 'oui' : '');
const digits = (value: number | null): string => (value === null ? '' : String(value));

export function typeSettings(settings: ComponentSettings) {
  const { comments } = settings;
  return {
    ouverte: tick(settings.openToProposals),
    soutiens: tick(settings.supports),
    'soutiens-max': digits(settings.mostSupports),
    'idees-max': digits(settings.mostIdeas),
    comparaison: tick(settings.compares),
    ressemblance: settings.likeness,
    minutes: digits(settings.editMinutes),
    retrait: tick(settings.mayWithdraw),
    lieux: tick(settings.places === 'optional'),
    commentaires: tick(comments !== null),
    alignes: tick(comments?.aligned ?? true),
    notes: tick(comments?.rated ?? true),
    profondeur: String(comments?.depth ?? 3),
  };
}

/** What is no number is one that no setting takes: the rules say what is wrong with it. */
const readNumber = (typed: string): number => (/^\d{1,6}$/.test(typed) ? Number(typed) : -1);
const readMaximum = (typed: string): number | null => (typed === '' ? null : readNumber(typed));

/** Settings as typed, of whatever kind: those that it has not are not kept. */
export function readSettings(typed: TypedComponent, usual: ComponentSettings): ComponentSettings {
  const isOn = (name: keyof TypedComponent) => typed[name] === 'oui';
  return {
    supports: isOn('soutiens'),
    mostSupports: readMaximum(typed['soutiens-max']),
    comments: isOn('commentaires')
      ? { aligned: isOn('alignes'), rated: isOn('notes'), depth: readNumber(typed.profondeur) }
      : null,
    compares: isOn('comparaison'),
    likeness: LIKENESSES.find((one) => one === typed.ressemblance) ?? usual.likeness,
    editMinutes: typed.minutes === '' ? usual.editMinutes : readNumber(typed.minutes),
    mayWithdraw: isOn('retrait'),
    mostIdeas: readMaximum(typed['idees-max']),
    places: isOn('lieux') ? 'optional' : 'none',
    openToProposals: isOn('ouverte'),
  };
}

/** Fields that the form of a kind has besides its words. */
export const fieldsOfKind = (
  kind: ComponentKind,
  settings: Record<ComponentKind, readonly (keyof ComponentSettings)[]>,
): (keyof TypedComponent)[] => settings[kind].flatMap((name) => FIELDS_OF_SETTING[name]);
