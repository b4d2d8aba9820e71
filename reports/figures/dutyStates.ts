import type {DutyState} from '../../src/publish/siteData.ts';

/** The states of a clause in the order in which a reader needs them. */
export const DUTY_STATES = ['missed', 'kept', 'measured', 'not_measurable'] as const satisfies readonly DutyState[];

/** The shape that stands before the word of a state, so that no state is told by colour alone. */
export const STATE_SHAPES: Record<DutyState, string> = {kept: '✓', missed: '✕', measured: '○', not_measurable: '—'};

/** The tone of a state. */
export const STATE_TONES: Record<DutyState, string> = {
  kept: 'better',
  missed: 'worse',
  measured: 'muted',
  not_measurable: 'muted'
};
