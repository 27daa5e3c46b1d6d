/**
 * How many votes came from one browser, without any list of browsers: the browser itself keeps its count, sealed, and
 * the house keeps how many browsers stand at each step.
 */

/** The fewest votes of each step: 1, 2, 3–5, 6–10, more. */
const DEVICE_STEPS = [1, 2, 3, 6, 11] as const;
export type DeviceStep = (typeof DEVICE_STEPS)[number];

/** Votes of a device that are counted; beyond, nothing new is learnt. */
export const MOST_VOTES = 999;

function stepOf(votes: number): DeviceStep | null {
  return DEVICE_STEPS.findLast((step) => votes >= step) ?? null;
}

/** Which steps a device leaves and reaches with one more vote; none: it stays on its step. */
export function moveDevice(before: number): { from: DeviceStep | null; to: DeviceStep } | null {
  const [from, to] = [stepOf(before), stepOf(before + 1)];
  return to === null || from === to ? null : { from, to };
}

/** A household votes from one device; from here on one may ask. */
const SHARED_FROM = 6;

export function listDeviceSteps(
  devices: ReadonlyMap<number, number>,
): { step: DeviceStep; devices: number }[] {
  return DEVICE_STEPS.map((step) => ({ step, devices: devices.get(step) ?? 0 }));
}

/** Devices with more votes than a household has. */
export function findDeviceSignal(steps: readonly { step: DeviceStep; devices: number }[]): number {
  return steps.reduce((sum, { step, devices }) => (step >= SHARED_FROM ? sum + devices : sum), 0);
}
