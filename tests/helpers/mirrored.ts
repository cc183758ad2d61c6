/** Whether every phrase in a shadow root is in the light tree too, which happens while the page is idle. */
export function isMirrored(root: ShadowRoot | null): boolean {
  const slots = [...(root?.querySelectorAll<HTMLSlotElement>('slot[name]') ?? [])];
  return slots.length > 0 && slots.every((slot) => slot.assignedNodes().length > 0);
}
