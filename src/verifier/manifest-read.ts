/** Reads the manifest, of the present format and of the first one. Nothing in it is believed before it is looked at. */
import type {
  BallotKind,
  Envelope,
  Group,
  HouseRules,
  Limits,
  Manifest,
  Option,
  Rule,
  Sealing,
} from './manifest.ts';
import { Malformed, readTime, Shape } from './shape.ts';
import { readBase64Url } from './signature.ts';

const KINDS: readonly string[] = [
  'approval',
  'choose-one',
  'ordinal',
  'cumulative',
  'scoring',
  'judgment',
  'yes-no',
];

/** Throws `Malformed`. A manifest of the first format has one envelope and no house rules. */
export function readManifest(value: unknown): Manifest {
  const root = new Shape(value);
  const format = root.text('format');
  if (format !== 'pb-manifest-v1' && format !== 'pb-manifest-v2')
    throw new Malformed(`format « ${format} » inconnu`, `unknown format “${format}”`);
  const older = format === 'pb-manifest-v1';
  const ballot = root.shape('ballot');
  const kind = ballot.text('kind');
  if (!KINDS.includes(kind))
    throw new Malformed(
      `sorte de bulletin « ${kind} » inconnue`,
      `unknown kind of ballot “${kind}”`,
    );
  const manifest: Manifest = {
    poll: root.text('poll'),
    title: root.text('title'),
    currency: root.text('currency'),
    kind: kind as BallotKind,
    options: root.shapes('options', (option) => readOption(option, older)),
    envelopes: older ? [readOnlyEnvelope(root, ballot)] : root.shapes('envelopes', readEnvelope),
    minimumChoices: ballot.whole('minimumChoices'),
    maximumChoices: ballot.whole('maximumChoices'),
    groups: older ? [] : ballot.shapes('groups', readGroup),
    grades: older || kind !== 'judgment' ? 0 : ballot.texts('mentions').length,
    rule: readRule(root.shape('rule'), older),
    houseRules: older ? NO_HOUSE_RULES : readHouseRules(root.shape('houseRules')),
    closesAt: readTime(root.text('closesAt')),
    heldElsewhere: root.shape('eligibility').texts('methods').includes('held-elsewhere'),
    sealing: root.get('sealing') === undefined ? null : readSealing(root.shape('sealing')),
    verifyKey: root.text('verifyKey'),
  };
  if (manifest.grades > MOST_GRADES) throw new Malformed('trop de mentions', 'too many grades');
  checkNames(manifest);
  return manifest;
}

function readOption(option: Shape, older: boolean): Option {
  const deposited = option.textOrNull('depositedAt');
  return {
    key: option.text('key'),
    labelHash: option.text('labelHash'),
    cost: BigInt(option.whole('cost')),
    envelope: older ? 'A' : option.text('envelope'),
    zone: option.textOrNull('zone'),
    category: option.textOrNull('category'),
    holder: option.textOrNull('holder'),
    depositedAt: deposited === null ? null : readTime(deposited),
  };
}

function readEnvelope(envelope: Shape): Envelope {
  return {
    key: envelope.text('key'),
    amount: BigInt(envelope.whole('amount')),
    oneOf: envelope.flag('oneOf'),
    minimumChoices: envelope.whole('minimumChoices'),
    maximumChoices: envelope.whole('maximumChoices'),
    limits: readLimits(envelope.shape('limits')),
    leftTo: envelope.textOrNull('leftTo'),
  };
}

function readOnlyEnvelope(root: Shape, ballot: Shape): Envelope {
  return {
    key: 'A',
    amount: BigInt(root.whole('envelope')),
    oneOf: false,
    minimumChoices: ballot.whole('minimumChoices'),
    maximumChoices: ballot.whole('maximumChoices'),
    limits: readLimits(ballot.shape('limits')),
    leftTo: null,
  };
}

function readLimits(limits: Shape): Limits {
  return {
    minPoints: limits.wholeOrNull('minPoints'),
    maxPoints: limits.wholeOrNull('maxPoints'),
    minSumPoints: limits.wholeOrNull('minSumPoints'),
    maxSumPoints: limits.wholeOrNull('maxSumPoints'),
    minSumCost: limits.wholeOrNull('minSumCost'),
    maxSumCost: limits.wholeOrNull('maxSumCost'),
  };
}

function readGroup(group: Shape): Group {
  return {
    by: group.text('by') === 'zone' ? 'zone' : 'category',
    name: group.text('name'),
    minimum: group.wholeOrNull('minimum'),
    maximum: group.wholeOrNull('maximum'),
  };
}

function readRule(rule: Shape, older: boolean): Rule {
  return {
    name: rule.text('name'),
    tieBreak: rule.texts('tieBreak'),
    fundUnsupported: rule.flag('fundUnsupported'),
    seats: older ? null : rule.wholeOrNull('seats'),
    defaultGrade: older ? 0 : (rule.wholeOrNull('defaultGrade') ?? 0),
  };
}

/** More than the longest ballot of the most options there can be. */
const MOST_BYTES = 1_000_000;

function readSealing(sealing: Shape): Sealing {
  const publicKey = readBase64Url(sealing.text('publicKey'));
  const size = sealing.whole('size');
  if (publicKey?.length !== 65 || size < 64 || size > MOST_BYTES)
    throw new Malformed('clé de l’urne illisible', 'unreadable key of the box');
  return { publicKey, size };
}

const NO_HOUSE_RULES: HouseRules = {
  quorum: null,
  minimumNamings: null,
  incompatible: [],
  mostPerHolder: null,
  winnersPerZone: null,
  partFunding: null,
};

function readHouseRules(rules: Shape): HouseRules {
  return {
    quorum: rules.wholeOrNull('quorum'),
    minimumNamings: rules.wholeOrNull('minimumNamings'),
    incompatible: rules.list('incompatible', (set, where) =>
      new Shape({ set }, where).texts('set'),
    ),
    mostPerHolder: rules.wholeOrNull('mostPerHolder'),
    winnersPerZone: rules.wholeOrNull('winnersPerZone'),
    partFunding: rules.wholeOrNull('partFunding'),
  };
}

/** More than any vote ever put to people; a forged manifest must not keep the reader waiting. */
const MOST_OPTIONS = 5000;
const MOST_GRADES = 100;

/** Keys stand once, and everything that is named exists; no circle among envelopes. */
function checkNames({ options, envelopes }: Manifest): void {
  if (options.length > MOST_OPTIONS || envelopes.length > MOST_OPTIONS)
    throw new Malformed('trop d’options', 'too many options');
  const keys = new Set(options.map(({ key }) => key));
  const named = new Map(envelopes.map((envelope) => [envelope.key, envelope]));
  if (keys.size < options.length || named.size < envelopes.length || envelopes.length === 0)
    throw new Malformed('une clé y figure deux fois', 'a key stands twice');
  const unknown = [...options.map(({ envelope }) => envelope), ...envelopes.map((e) => e.leftTo)];
  if (unknown.some((key) => key !== null && !named.has(key)))
    throw new Malformed('une enveloppe inconnue y est nommée', 'it names an unknown envelope');
  for (const first of envelopes) {
    let steps = 0;
    for (let at = first; at.leftTo !== null; at = named.get(at.leftTo)!)
      if (++steps > envelopes.length)
        throw new Malformed('des enveloppes se versent en rond', 'envelopes give in a circle');
  }
}
