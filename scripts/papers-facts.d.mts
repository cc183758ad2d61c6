import type { PaperFacts, Place } from '../demo/papers/paper.js';

export declare const FONT_FILES: readonly (readonly [name: string, path: string])[];
export declare function siteAddress(given?: string): Pick<Place, 'address' | 'known'>;
export declare function paperFacts(): PaperFacts;
