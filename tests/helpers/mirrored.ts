/** Whether each word of what is drawn in a shadow root stands in the light tree, where it comes while the page is idle. */
export function isMirrored(root: ShadowRoot | null): boolean {
  const slots = [...(root?.querySelectorAll<HTMLSlotElement>('slot[name]') ?? [])];
  return slots.length > 0 && slots.every((slot) => slot.assignedNodes().length > 0);
}
