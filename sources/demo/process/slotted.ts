/** A text with its {slots} filled by name. Throws for a slot that has no value. */
export function slotted(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, slot: string) => {
    const value = values[slot];
    if (value === undefined) throw new Error(`unknown slot {${slot}} in "${text}"`);
    return String(value);
  });
}
