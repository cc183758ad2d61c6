// Computes medians and their confidence intervals.
import { peer } from './build.mjs';

const { median, quantileSorted, sampleWithReplacement, shuffle } = peer('simple-statistics');
const RESAMPLES = 2000;

/** A random generator that repeats its numbers for the same seed (mulberry32). */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
export const shuffled = (list, random) => shuffle(list, random);

/** The median of the values with its 95 % confidence interval, by bootstrap. */
export function estimate(values, random) {
  const medians = Array.from({ length: RESAMPLES }, () =>
    median(sampleWithReplacement(values, values.length, random)),
  ).sort((a, b) => a - b);
  return { median: median(values), low: quantileSorted(medians, 0.025), high: quantileSorted(medians, 0.975) };
}
