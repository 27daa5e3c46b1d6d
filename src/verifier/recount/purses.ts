/**
 * What voters hold while they buy. Voters who hold the same share one purse, so that money is added up
 * once for all of them. Balances are whole numbers over one common denominator.
 */
import { type Contest, listScores, type Project } from './contest.ts';
import { divisor, type Fraction } from './fraction.ts';

/** A project with the piles of ballots behind it and what each ballot gives it. */
export interface Candidate {
  readonly project: Project;
  readonly backers: readonly { pile: number; points: number }[];
  /** Points of all its backers. */
  readonly score: number;
  /** Ballots behind it. */
  readonly ballots: number;
}

export function listCandidates(contest: Contest): Candidate[] {
  const backers = new Map(
    contest.projects.map(({ key }) => [key, [] as { pile: number; points: number }[]]),
  );
  contest.piles.forEach((pile, at) => {
    for (const [key, points] of listScores(contest, pile))
      backers.get(key)!.push({ pile: at, points });
  });
  const times = (pile: number) => contest.piles[pile]!.times;
  return contest.projects.map((project) => {
    const own = backers.get(project.key)!;
    return {
      project,
      backers: own,
      score: own.reduce((sum, { pile, points }) => sum + points * times(pile), 0),
      ballots: own.reduce((sum, { pile }) => sum + times(pile), 0),
    };
  });
}

/** Backers of a project who hold the same and gave it the same. */
interface Row {
  purse: number;
  balance: bigint;
  points: bigint;
  voters: bigint;
}

/** Each backer pays `owed` for each point, or all they have; over the denominator of `Purses`. */
export interface Offer {
  price: Fraction;
  payers: number;
  /** They pay all they have, which is less than their price. */
  exhausted: number;
}

export class Purses {
  readonly #times: readonly number[];
  #denominator: bigint;
  #balances: bigint[];
  /** Which purse each pile of ballots draws on. */
  readonly #purseOf: Uint32Array;

  /** Everybody begins with `endowment` cents. */
  constructor({ piles }: Contest, endowment: Fraction) {
    this.#times = piles.map(({ times }) => times);
    this.#denominator = endowment.d;
    this.#balances = [endowment.n];
    this.#purseOf = new Uint32Array(piles.length);
  }

  /** Cents that the backers hold together. */
  money(candidate: Candidate): Fraction {
    const n = this.#rows(candidate).reduce(
      (sum, { voters, balance }) => sum + voters * balance,
      0n,
    );
    return { n, d: this.#denominator };
  }

  /** The least price for each point at which the backers pay the cost together; null: they cannot. */
  offer(candidate: Candidate): Offer | null {
    const rows = this.#rows(candidate);
    // who has least for each point falls out first
    rows.sort((a, b) => {
      const difference = a.balance * b.points - b.balance * a.points;
      return difference === 0n ? 0 : difference < 0n ? -1 : 1;
    });
    let owed = candidate.project.cost * this.#denominator;
    let points = BigInt(candidate.score);
    let exhausted = 0n;
    for (const row of rows) {
      if (row.balance * points >= owed * row.points) {
        const payers = candidate.ballots - Number(exhausted);
        return {
          price: { n: owed, d: this.#denominator * points },
          payers,
          exhausted: Number(exhausted),
        };
      }
      owed -= row.voters * row.balance;
      points -= row.voters * row.points;
      exhausted += row.voters;
    }
    return null;
  }

  /** Everyone behind the project pays `price` for each point, or all they have. Gives what was paid, in cents. */
  pay(
    candidate: Candidate,
    price: Fraction,
  ): { paid: Fraction; payers: number; exhausted: number } {
    const common = divisor(price.d, this.#denominator);
    const factor = price.d / common;
    const each = price.n * (this.#denominator / common);
    this.#denominator *= factor;
    this.#balances = this.#balances.map((balance) => balance * factor);
    let paid = 0n;
    let payers = 0;
    let exhausted = 0;
    const after = new Map<string, bigint>();
    for (const { purse, balance, points, voters } of this.#rows(candidate)) {
      const asked = each * points;
      if (balance < asked) exhausted += Number(voters);
      else payers += Number(voters);
      const given = balance < asked ? balance : asked;
      paid += given * voters;
      after.set(`${purse} ${points}`, balance - given);
    }
    this.#refill(candidate, after);
    return { paid: { n: paid, d: this.#denominator }, payers, exhausted };
  }

  /** Purses that hold the same become one again; those that nobody draws on are gone. */
  #refill(candidate: Candidate, after: ReadonlyMap<string, bigint>): void {
    const held = Array.from(this.#purseOf, (purse) => this.#balances[purse]!);
    for (const { pile, points } of candidate.backers)
      held[pile] = after.get(`${this.#purseOf[pile]} ${points}`)!;
    const purses = new Map<bigint, number>();
    held.forEach((balance, pile) => {
      let purse = purses.get(balance);
      if (purse === undefined) {
        purse = purses.size;
        purses.set(balance, purse);
      }
      this.#purseOf[pile] = purse;
    });
    this.#balances = [...purses.keys()];
  }

  #rows({ backers }: Candidate): Row[] {
    // by purse, then by points
    const voters = new Map<number, Map<number, number>>();
    for (const { pile, points } of backers) {
      const purse = this.#purseOf[pile]!;
      let same = voters.get(purse);
      if (!same) {
        same = new Map();
        voters.set(purse, same);
      }
      same.set(points, (same.get(points) ?? 0) + this.#times[pile]!);
    }
    return [...voters].flatMap(([purse, byPoints]) =>
      [...byPoints].map(([points, number]) => ({
        purse,
        balance: this.#balances[purse]!,
        points: BigInt(points),
        voters: BigInt(number),
      })),
    );
  }
}
