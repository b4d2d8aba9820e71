import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {MSTL, initSync} from '@bsull/augurs/mstl';
import type {Forecaster} from './forecaster.ts';

let isReady = false;

/** Trend by exponential smoothing and seasons by STL, on log(1 + count), where seasons multiply and nothing falls under 0. */
export const mstl: Forecaster = {
  name: 'mstl',
  seasons: 2,
  forecast: (values, {season, horizon}) => {
    // A series that never changes has no trend to be fitted.
    if (values.every((value) => value === values[0])) return undefined;
    const points = forecastLogs(values.map(Math.log1p), season, horizon)?.map((log) => Math.max(0, Math.expm1(log)));
    return points?.every(Number.isFinite) ? points : undefined;
  }
};

function forecastLogs(logs: readonly number[], season: number, horizon: number): number[] | undefined {
  if (!isReady) {
    const script = createRequire(import.meta.url).resolve('@bsull/augurs/mstl');
    initSync({module: readFileSync(script.replace(/\.js$/, '_bg.wasm'))});
    isReady = true;
  }
  const model = MSTL.ets([season]);
  try {
    model.fit([...logs]);
    return model.predict(horizon).point;
  } catch (error) {
    // It throws plain texts where a series can't be decomposed.
    if (typeof error === 'string') return undefined;
    throw error;
  } finally {
    model.free();
  }
}
