/** Whether a process as it runs now meets a target: always, never, or by chance. */
export type Assurance = 'met' | 'missed' | 'unsure';

/**
 * What can be promised of a target (NHS England's assurance): met when all ordinary variation lies on its good side,
 * missed when all lies on the bad side. A value equal to the target meets it.
 *
 * @param target in the unit of the limits
 * @param limits of the last point of the chart
 * @param better which values are good
 * @example assurance(0.8, {lower: 0.84, upper: 0.93}, 'higher') // 'met'
 */
export function assurance(
  target: number,
  {lower, upper}: {readonly lower: number; readonly upper: number},
  better: 'higher' | 'lower'
): Assurance {
  if (better === 'higher') return lower >= target ? 'met' : upper < target ? 'missed' : 'unsure';
  return upper <= target ? 'met' : lower > target ? 'missed' : 'unsure';
}
