import {clausesOf, readPolicies} from '../config/policies.ts';
import {readDependencies} from '../transform/dependencies.ts';
import {readModels} from '../transform/model.ts';
import {openDatabase} from '../warehouse/duckdb.ts';
import {findKpi} from './findKpi.ts';

/** Prints what a KPI counts, the clauses that ask for it, its SQL, and what it is computed from. */
export async function explainKpi(id: string, asJson: boolean): Promise<void> {
  const {models, kpis} = await readModels();
  const kpi = findKpi(id, kpis);
  const clause = {...kpi.header.clause, ...clausesOf(id, await readPolicies())};
  const database = await openDatabase(':memory:');
  try {
    const reads = await readDependencies(models, database);
    const lineage = lineageOf(
      kpi.name,
      reads,
      models.map(({name, what}) => [name, what] as const)
    );
    if (asJson) {
      process.stdout.write(`${JSON.stringify({id, ...kpi.header, clause, sql: kpi.sql, lineage}, null, 1)}\n`);
      return;
    }
    const {title, kind, of, unit, better, counts, numerator, excludes, guards, minimum} = kpi.header;
    const lines = [
      `${title['zh-CN']} · ${title.en} (${id})`,
      '',
      `counts     ${counts['zh-CN']}`,
      `           ${counts.en}`,
      ...(numerator ? [`numerator  ${numerator['zh-CN']}`, `           ${numerator.en}`] : []),
      ...(excludes ? [`excludes   ${excludes['zh-CN']}`, `           ${excludes.en}`] : []),
      `kind       ${kind} of ${of}, in ${unit}; better: ${better}`,
      ...(minimum > 0 ? [`withheld   where the denominator is under ${minimum}`] : []),
      ...Object.entries(clause).map(([policy, text]) => `clause     ${policy} ${text}`),
      ...(guards.length > 0 ? [`beside     ${guards.join(', ')}`] : []),
      '',
      ...lineage.map(({depth, name, what}) => `${'  '.repeat(depth)}${name}${what === undefined ? '' : ` — ${what}`}`),
      '',
      kpi.sql
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
  } finally {
    database.close();
  }
}

interface Step {
  readonly depth: number;
  readonly name: string;
  readonly what?: string;
}

function lineageOf(
  root: string,
  reads: ReadonlyMap<string, readonly string[]>,
  descriptions: readonly (readonly [string, string])[]
): Step[] {
  const whats = new Map(descriptions);
  const steps: Step[] = [];
  const seen = new Set<string>();
  const visit = (name: string, depth: number): void => {
    const what = whats.get(name);
    steps.push({depth, name, ...(what !== undefined && {what})});
    if (seen.has(name)) return;
    seen.add(name);
    for (const read of reads.get(name) ?? []) visit(read, depth + 1);
  };
  visit(root, 0);
  return steps;
}
