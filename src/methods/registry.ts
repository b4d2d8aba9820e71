import {changes} from './changes.ts';
import {comparisons} from './comparisons.ts';
import {effects} from './effects.ts';
import {findings} from './findings.ts';
import {forecasts} from './forecasts.ts';
import {hotSpots} from './hotSpots.ts';
import type {Method} from './method.ts';
import {signals} from './signals.ts';
import {survival} from './survival.ts';
import {trends} from './trends.ts';

/** The methods that a mart can name. */
export const METHODS: Readonly<Record<string, Method>> = {
  changes,
  comparisons,
  effects,
  findings,
  forecasts,
  hot_spots: hotSpots,
  signals,
  survival,
  trends
};
