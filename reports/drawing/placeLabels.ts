/** A text at the right end of a chart; `middle` is its height in pixels from the top. */
export interface EndLabel {
  text: string;
  middle: number;
  className: string;
}

/**
 * Moves labels apart until none covers another, as little as that takes, in the order of their heights.
 *
 * @param gap the least distance of two middles
 * @param bounds the heights between which middles stay, as long as there is room
 */
export function placeLabels(
  labels: readonly EndLabel[],
  gap: number,
  [top, bottom]: readonly [number, number]
): EndLabel[] {
  const placed = labels.map((label) => ({...label})).sort((a, b) => a.middle - b.middle);
  for (const [index, label] of placed.entries()) {
    label.middle = Math.max(label.middle, index === 0 ? top : placed[index - 1]!.middle + gap);
  }
  for (let index = placed.length - 1; index >= 0; index--) {
    const limit = index === placed.length - 1 ? bottom : placed[index + 1]!.middle - gap;
    placed[index]!.middle = Math.min(placed[index]!.middle, limit);
  }
  return placed;
}
