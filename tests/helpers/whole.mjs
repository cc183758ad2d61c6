// Given to a page by its driver, so it has to stand by itself: when nothing of ours is still to come.
/* global document -- in the page */

/**
 * Whether every element that a selector finds, and at least one, is drawn to its last part with each of its words in the light
 * tree. For `page.waitForFunction`, in both drivers.
 *
 * @param {string} selector elements of ours, or placeholders
 */
export const isWhole = (selector) => {
  const holders = [...document.querySelectorAll(selector)];
  return (
    holders.length > 0 &&
    holders.every(
      ({ shadowRoot }) =>
        shadowRoot?.querySelector('.root:not([data-partial])') &&
        [.../** @type {NodeListOf<HTMLSlotElement>} */ (shadowRoot.querySelectorAll('slot[name]'))].every(
          (slot) => slot.assignedNodes().length,
        ),
    )
  );
};

/** Opens what is folded to the room of its fallback, as a person would. */
export const unfold = (selector) => {
  for (const { shadowRoot } of document.querySelectorAll(selector)) {
    shadowRoot?.querySelector('.unfold button')?.click();
  }
};
