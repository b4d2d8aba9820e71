import type {Component} from './component.ts';
import {comparison} from './comparison.ts';
import {definitions} from './definitions.ts';
import {findings} from './findings.ts';
import {headlineTiles} from './headlineTiles.ts';
import {intake} from './intake.ts';
import {pareto} from './pareto.ts';
import {periodLine} from './periodLine.ts';
import {periodLinks} from './periodLinks.ts';
import {periodList} from './periodList.ts';
import {quarantine} from './quarantine.ts';
import {runLine} from './runLine.ts';
import {trend} from './trend.ts';

/** The components that a page can place, by the name it calls them. */
export const COMPONENTS: Record<string, Component> = {
  comparison,
  definitions,
  findings,
  intake,
  pareto,
  'period-line': periodLine,
  'period-links': periodLinks,
  'period-list': periodList,
  quarantine,
  'run-line': runLine,
  tiles: headlineTiles,
  trend
};
