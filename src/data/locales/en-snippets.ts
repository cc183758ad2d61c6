/** The words that only the snippets have, in British English. They stand for what a drawn panel has behind a disclosure. */
export const enSnippets = {
  silent: (emergency: string): string =>
    `Cannot talk? Call ${emergency} on a mobile and listen. Cough or tap if asked. Then press 55.`,
  tell: 'What to say: who, where, when and what you saw. You do not need to be sure.',
  next: 'What happens next: they decide what to do. No one gets in trouble for an honest worry.',
  notAReport: 'Talking to them is not a report.',
};
