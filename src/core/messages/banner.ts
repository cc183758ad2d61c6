import type { Audience } from '../audiences.js';

/** What the banner says. */
export interface BannerMessages {
  readonly heading: string;
  readonly sentence: Readonly<Record<Audience, string>>;
  /** Before the emergency number. */
  readonly danger: string;
  readonly action: string;
  /** The action where a child is reading. */
  readonly childAction: string;
}
