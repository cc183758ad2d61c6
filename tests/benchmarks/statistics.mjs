// Medians, and how far they can be trusted.
import { peer } from './build.mjs';

const { median, quantileSorted, sampleWithReplacement, shuffle } = peer('simple-statistics');
const RESAMPLES = 2000;

/** Random numbers that are the same for the same seed (mulberry32). */
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

/** The median of what was measured, with the interval that holds it with 95 % confidence, by bootstrap. */
export function estimate(values, random) {
  const medians = Array.from({ length: RESAMPLES }, () =>
    median(sampleWithReplacement(values, values.length, random)),
  ).sort((a, b) => a - b);
  return { median: median(values), low: quantileSorted(medians, 0.025), high: quantileSorted(medians, 0.975) };
}
