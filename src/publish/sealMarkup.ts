/** Where sealed markup comes out: in place, or at one of the page's ends. */
export type SealedPlace = 'here' | 'head' | 'header' | 'footer';

/**
 * Wraps finished HTML in a comment. Framework parses each part of a page several times over with a whole DOM; what is
 * sealed passes through as one token, which spares a build most of its time.
 *
 * Two hyphens would end a comment; written as entities they mean the same.
 */
export function sealMarkup(html: string, place: SealedPlace = 'here'): string {
  return `<!--sealed ${place}:${html.replaceAll('--', '&#45;&#45;')}-->`;
}

/** Takes the sealed parts of a built page out of their comments, and puts each in its place. */
export function unsealMarkup(page: string): string {
  const ends: Record<Exclude<SealedPlace, 'here'>, string> = {head: '', header: '', footer: ''};
  const body = page.replace(
    /<!--sealed (here|head|header|footer):([\s\S]*?)-->/g,
    (_, place: SealedPlace, html: string) => {
      if (place === 'here') return html;
      ends[place] += html;
      return '';
    }
  );
  return body
    .replace('</head>', () => `${ends.head}</head>`)
    .replace('<main', () => `${ends.header}<main`)
    .replace('</main>', () => `</main>${ends.footer}`);
}
