/** The sections of a policy's version that matter to a test. */
export type Sections = Readonly<Record<string, unknown>>;

/** What every version must have. */
const REQUIRED: Sections = {
  recurrence: {window_days: 30, match: ['category']},
  callback: {satisfied_from: 4, scale_low: 1, scale_high: 5},
  survey: {scale_low: 1, scale_high: 5, top_boxes: 2, promoter_from: 9, detractor_to: 6},
  required_fields: [{field: 'category'}]
};

/**
 * A policy as YAML text, for a SmallWorld: sections that hold from the beginning, and versions with other sections by the
 * day on which they take effect.
 */
export function policyText(first: Sections, later: Readonly<Record<string, Sections>> = {}): string {
  const versions = Object.entries({'1970-01-01': first, ...later}).map(([effective_from, sections]) => ({
    effective_from,
    ...REQUIRED,
    ...sections
  }));
  return JSON.stringify({id: 'mine', title: 'my policy', versions});
}
