import type {ForecastSettings} from '../../src/forecast/settings.ts';

/** Settings for monthly series. */
export const SETTINGS: ForecastSettings = {
  horizon: 6,
  season: 12,
  minimum_points: 12,
  minimum_seasons: 2,
  shortest_training: 6,
  longest_training: 60,
  folds: 12,
  minimum_folds: 8,
  harmonics: 2,
  large_count: 50,
  dispersion: 0.1
};
