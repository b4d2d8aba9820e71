import {exponentialSmoothing} from '../statistics/exponentialSmoothing.ts';
import type {Forecaster} from './forecaster.ts';

const ALPHAS = Array.from({length: 20}, (_, i) => (i + 1) / 20);

/** The present level, without trend or season. */
export const level: Forecaster = {
  name: 'level',
  seasons: 0,
  forecast: (values, {horizon}) => {
    const smoothed = exponentialSmoothing(values, ALPHAS);
    return smoothed && Array.from({length: horizon}, () => smoothed.level);
  }
};
