/** What somebody takes of an envelope, the preferred first: whatever still fits in it. In cents. */
export function fitEnvelope<One extends { cost: number }>(
  preferred: readonly One[],
  amount: number,
): One[] {
  let left = amount;
  return preferred.filter(({ cost }) => {
    if (cost > left) return false;
    left -= cost;
    return true;
  });
}
