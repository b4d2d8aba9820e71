/** A name cut to so many letters, with an ellipsis where it is longer. */
export function shorten(name: string, letters: number): string {
  return [...name].length > letters ? `${[...name].slice(0, letters - 1).join('')}…` : name;
}
