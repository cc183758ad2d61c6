import type { Audience } from '../audiences.js';

/** The words of the banner, in one language. */
export interface BannerMessages {
  readonly heading: string;
  readonly sentence: Readonly<Record<Audience, string>>;
  /** Before the emergency number. */
  readonly danger: string;
  readonly action: string;
  /** The action on a page for young people. */
  readonly childAction: string;
}
