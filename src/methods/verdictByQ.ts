/** What a q value asks for: something to be done, a look, or nothing. */
export function verdictByQ(
  q: number,
  {look, act}: {readonly look: number; readonly act: number}
): 'act' | 'look' | 'none' {
  if (q <= act) return 'act';
  return q <= look ? 'look' : 'none';
}
