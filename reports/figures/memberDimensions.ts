import type {Figures} from './figures.ts';
import type {Period} from './period.ts';

/** The dimensions by which the figure of a KPI can be told apart in a period: at least one member has a name. */
export function memberDimensions(figures: Figures, kpi: string, period: Period): string[] {
  return figures.data.dimensions
    .map(({id}) => id)
    .filter((id) => figures.members(kpi, period, id).some(({member}) => member !== ''));
}
