import {analysis} from './analysis.ts';
import {analysisList} from './analysisList.ts';
import {cardRules} from './cardRules.ts';
import type {Component} from './component.ts';
import {conduct} from './conduct.ts';
import {control} from './control.ts';
import {definition} from './definition.ts';
import {definitions} from './definitions.ts';
import {departmentCard} from './departmentCard.ts';
import {departments} from './departments.ts';
import {dutyList} from './dutyList.ts';
import {dutyOverview} from './dutyOverview.ts';
import {editions} from './editions.ts';
import {evidence} from './evidence.ts';
import {faultRegister} from './faultRegister.ts';
import {figureHead} from './figureHead.ts';
import {figureMembers} from './figureMembers.ts';
import {figureRecords} from './figureRecords.ts';
import {findings} from './findings.ts';
import {headlineTiles} from './headlineTiles.ts';
import {intake} from './intake.ts';
import {ledgerEntries} from './ledgerEntries.ts';
import {missedRuns} from './missedRuns.ts';
import {pareto} from './pareto.ts';
import {performanceLine} from './performanceLine.ts';
import {performanceLinks} from './performanceLinks.ts';
import {performanceList} from './performanceList.ts';
import {periodDuties} from './periodDuties.ts';
import {periodLine} from './periodLine.ts';
import {periodLinks} from './periodLinks.ts';
import {periodList} from './periodList.ts';
import {policyEscalation} from './policyEscalation.ts';
import {policyHours} from './policyHours.ts';
import {policyLimits} from './policyLimits.ts';
import {policyRules} from './policyRules.ts';
import {policyTargets} from './policyTargets.ts';
import {policyVersions} from './policyVersions.ts';
import {quarantine} from './quarantine.ts';
import {reviews} from './reviews.ts';
import {risingCauses} from './risingCauses.ts';
import {risks} from './risks.ts';
import {runLine} from './runLine.ts';
import {runList} from './runList.ts';
import {scorecards} from './scorecards.ts';
import {sourceList} from './sourceList.ts';
import {summaryCounts} from './summaryCounts.ts';
import {summaryMatrix} from './summaryMatrix.ts';
import {trend} from './trend.ts';
import {usedDefinitions} from './usedDefinitions.ts';
import {volume} from './volume.ts';

/** The components that a page can place, by the name it calls them. */
export const COMPONENTS: Record<string, Component> = {
  analysis,
  'analysis-list': analysisList,
  'card-rules': cardRules,
  conduct,
  control,
  definition,
  definitions,
  'department-card': departmentCard,
  departments,
  'duty-list': dutyList,
  'duty-overview': dutyOverview,
  editions,
  evidence,
  'fault-register': faultRegister,
  'figure-head': figureHead,
  'figure-members': figureMembers,
  'figure-records': figureRecords,
  findings,
  intake,
  'ledger-entries': ledgerEntries,
  'missed-runs': missedRuns,
  pareto,
  'performance-line': performanceLine,
  'performance-links': performanceLinks,
  'performance-list': performanceList,
  'period-duties': periodDuties,
  'period-line': periodLine,
  'period-links': periodLinks,
  'period-list': periodList,
  'policy-escalation': policyEscalation,
  'policy-hours': policyHours,
  'policy-limits': policyLimits,
  'policy-rules': policyRules,
  'policy-targets': policyTargets,
  'policy-versions': policyVersions,
  quarantine,
  reviews,
  'rising-causes': risingCauses,
  risks,
  'run-line': runLine,
  'run-list': runList,
  scorecards,
  'source-list': sourceList,
  'summary-counts': summaryCounts,
  'summary-matrix': summaryMatrix,
  tiles: headlineTiles,
  trend,
  'used-definitions': usedDefinitions,
  volume
};
