// A driver sends each function to a page as text, so it uses nothing outside itself.
/* global document -- in the page */

/**
 * Whether a selector finds at least one element, and every element is completely drawn and has all its phrases in the light tree.
 * For `page.waitForFunction`, in both drivers.
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
