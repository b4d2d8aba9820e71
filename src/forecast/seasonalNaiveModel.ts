import {seasonalNaive} from '../statistics/seasonalNaive.ts';
import type {Forecaster} from './forecaster.ts';

/** The value of the same season before: what any other model has to beat. */
export const seasonalNaiveModel: Forecaster = {
  name: 'seasonal_naive',
  seasons: 1,
  forecast: (values, {season, horizon}) => seasonalNaive(values, season, horizon)?.points
};
