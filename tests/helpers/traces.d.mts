export interface Traces {
  readonly used: string[];
  readonly ways: readonly { readonly way: string; readonly use: () => unknown }[];
  readonly stop: () => void;
}
export function watchTraces(): Traces;

export interface Did {
  readonly answers: number;
  readonly unfolded: number;
  readonly links: number;
  readonly heard: number;
  readonly copies: number;
  readonly buttons: number;
  readonly said: number;
  readonly words: number;
}
export function useEverything(holder: Element): Promise<Did>;
export function disturb(): Promise<void>;
