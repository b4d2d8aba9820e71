const LONGEST = 80;

/**
 * A file's name that every system takes, out of a title: what one of them refuses becomes a space.
 *
 * @example fileName('Q3/2026: complaints', 'pdf') // 'Q3 2026 complaints.pdf'
 */
export function fileName(title: string, ending: string): string {
  const safe = title
    .replace(/[\p{C}\\/:*?"<>|]/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+/, '');
  return `${[...safe]
    .slice(0, LONGEST)
    .join('')
    .replace(/[. ]+$/, '')}.${ending}`;
}
