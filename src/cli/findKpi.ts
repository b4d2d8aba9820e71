import {suggestion} from '../config/nearest.ts';
import {UsageError} from '../config/problems.ts';
import type {Kpi} from '../transform/model.ts';

/** The KPI that a command names. Throws a UsageError that names a near one when there is none. */
export function findKpi(id: string, kpis: readonly Kpi[]): Kpi {
  const kpi = kpis.find((one) => one.id === id);
  if (kpi) return kpi;
  const names = kpis.map((one) => one.id);
  throw new UsageError(`there is no KPI "${id}"${suggestion(id, names)}`);
}
