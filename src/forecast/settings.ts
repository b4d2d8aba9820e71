import {z} from 'zod';

/** How series are forecast: the numbers of judgement. */
export const forecastSettings = z.strictObject({
  horizon: z.int().min(1).describe('how many periods are forecast'),
  season: z.int().min(2).describe('how many periods make a season'),
  minimum_points: z.int().min(3).describe('how many periods a forecast needs'),
  minimum_seasons: z.int().min(2).describe('how many seasons more than a level needs'),
  shortest_training: z.int().min(2).describe('how many periods the earliest back-test learns from'),
  longest_training: z.int().min(2).describe('how many periods, the latest, a model learns from at most'),
  folds: z.int().min(2).describe('how many past forecasts a model is judged by, the latest'),
  minimum_folds: z.int().min(2).describe('how many of them a model needs to be judged'),
  harmonics: z.int().min(1).describe('how many waves the season of a regression has'),
  large_count: z.number().min(0).describe('the mean per period from which on a series is decomposed as well'),
  dispersion: z.number().gt(0).lt(1).describe('how much counts scatter beyond chance, as a share of them')
});

export type ForecastSettings = z.output<typeof forecastSettings>;
