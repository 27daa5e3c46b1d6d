import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { awaitsInvoice, checkDocument, proves, sumReceipts } from './proof.ts';
import type { Request } from './request.ts';
import { listMissing } from './request-form.ts';
import { excessOf, shareFundExpense, shareGroupExpense } from './share.ts';

const expense = {
  amount: 25_130,
  receipts: 25_130,
  validated: 24_000,
  left: 30_000,
  excessToGroup: true,
  balance: 4_000,
};

describe('R21 R23 who pays how much', () => {
  it('R23 251,30 € of receipts on a budget of 240 €: 11,30 € go to the envelope when the group says so', () => {
    expect(shareFundExpense(expense)).toEqual({ fund: 24_000, group: 1_130, dropped: 0 });
    expect(excessOf(expense)).toBe(1_130);
    expect(expense.balance - shareFundExpense(expense).group).toBe(2_870);
  });

  it('R23 else they are dropped, and so they are where the envelope does not suffice', () => {
    const dropped = { fund: 24_000, group: 0, dropped: 1_130 };
    expect(shareFundExpense({ ...expense, excessToGroup: false })).toEqual(dropped);
    expect(shareFundExpense({ ...expense, balance: 1_129 })).toEqual(dropped);
    expect(shareFundExpense({ ...expense, balance: 1_130 }).group).toBe(1_130);
  });

  it('R23 280 € on an action of 300 €: the envelope of 40 € is not touched', () => {
    const claim = { ...expense, amount: 28_000, receipts: 28_000, validated: 30_000 };
    expect(shareFundExpense(claim)).toEqual({ fund: 28_000, group: 0, dropped: 0 });
    const over = { ...claim, amount: 34_000, receipts: 34_000 };
    expect(excessOf(over)).toBe(4_000);
    expect(shareFundExpense(over)).toEqual({ fund: 30_000, group: 4_000, dropped: 0 });
  });

  it('R21 W15 what is paid is never over the receipts, the budget, the maximum, nor what is asked', () => {
    const cents = fc.integer({ min: 0, max: 100_000 });
    const any = fc.record({
      amount: cents,
      receipts: cents,
      validated: cents,
      left: cents,
      excessToGroup: fc.boolean(),
      balance: cents,
    });
    fc.assert(
      fc.property(any, (one) => {
        const { fund, group, dropped } = shareFundExpense(one);
        expect(fund).toBeLessThanOrEqual(Math.min(one.receipts, one.validated, one.left));
        expect(fund + group).toBeLessThanOrEqual(Math.min(one.amount, one.receipts));
        expect(group).toBeLessThanOrEqual(one.excessToGroup ? one.balance : 0);
        expect(fund + group + dropped).toBe(one.amount);
        for (const part of [fund, group, dropped, excessOf(one)])
          expect(part).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('R22 an expense of the envelope waits until the envelope suffices', () => {
    const own = { amount: 4_001, receipts: 4_001, balance: 4_000 };
    expect(shareGroupExpense(own)).toBeNull();
    expect(shareGroupExpense({ ...own, balance: 4_001 })).toEqual({
      fund: 0,
      group: 4_001,
      dropped: 0,
    });
  });
});

describe('R21 what proves an expense', () => {
  const invoice = { kind: 'invoice', amount: 12_000 } as const;
  const quote = { kind: 'quote', amount: 9_000 } as const;
  const photo = { kind: 'photo', amount: null } as const;

  it('R21 a quote proves what is to come, not what was spent', () => {
    expect(sumReceipts([invoice, quote, photo], 'past')).toBe(12_000);
    expect(sumReceipts([invoice, quote, photo], 'future')).toBe(21_000);
    expect(proves('pro-forma', 'past')).toBe(false);
    expect(proves('photo', 'future')).toBe(false);
  });

  it('R21 an expense asked for in advance wants its invoice once paid', () => {
    const paid = { state: 'paid', timing: 'future' } as const;
    expect(awaitsInvoice(paid, [quote])).toBe(true);
    expect(awaitsInvoice(paid, [quote, invoice])).toBe(false);
    expect(awaitsInvoice({ ...paid, timing: 'past' }, [])).toBe(false);
  });

  it('R21 W15 what proves an expense says of how much', () => {
    expect(checkDocument({ kind: 'invoice', title: 'Boulangerie', amount: 12_000 })).toBeNull();
    expect(checkDocument({ kind: 'invoice', title: 'Boulangerie', amount: null })).toBe(
      'amount-missing',
    );
    expect(checkDocument({ kind: 'quote', title: 'Salle', amount: -1 })).toBe('amount-missing');
    expect(checkDocument({ kind: 'photo', title: 'Le banquet', amount: null })).toBeNull();
    expect(checkDocument({ kind: 'photo', title: '', amount: null })).toBe('title-missing');
  });

  it('R21 W15 a claim without a receipt, or over its receipts, is not complete', () => {
    const whole = {
      title: 'Farine',
      category: 'consumables',
      explanation: 'Pour le repas',
      spentOn: '2026-11-02',
      contactName: 'Rosa',
      contactEmail: 'rosa@elan-commun.example',
      contactPhone: '',
      timing: 'past',
      amount: 12_000,
      hasBank: true,
      bankDocumentId: 'rib',
      charterAt: new Date(0),
      honourAt: new Date(0),
    } as Request;
    expect(listMissing(whole, [invoice])).toEqual([]);
    expect(listMissing(whole, [photo])).toEqual(['evidence']);
    expect(listMissing({ ...whole, amount: 12_001 }, [invoice])).toEqual(['over-receipts']);
    expect(listMissing({ ...whole, contactEmail: '', hasBank: false }, [invoice])).toEqual([
      'contact',
      'bank',
    ]);
  });
});
